// What a dry run may know before anything is done: the source is asked by a question that changes nothing, there nor here. Rules N2, N3, N8.
import type { RegisterOutcome, RegisterWarning } from '../../preload/contract/register-values.ts';
import { ok, type Result } from '../../preload/contract/result.ts';
import type { Database } from '../platform/database.ts';
import type { AuthenticSource, SourceQuestion } from './authentic-source.ts';
import { refused } from './check-question.ts';
import { lookUpNumber, warningsOf } from './own-records.ts';
import { couldNotAnswer } from './source-answer.ts';

export type Ahead = {
  /** Who holds the present number or the given one; they become one person with the act (R-a). */
  personIds: string[];
  insz: string;
  replaces: string | null;
  warnings: RegisterWarning[];
  /** Null: the source could not be asked, so that this is only what is known here. */
  verifiedBy: RegisterOutcome['verifiedBy'];
};

/** Failures: refusedByRule (of an insert also INS00003), those of the service but for not being reached. */
export async function askAhead(
  db: Database,
  source: AuthenticSource,
  { insz: given, type }: Pick<SourceQuestion, 'insz' | 'type'>,
  { adds }: { adds: boolean },
): Promise<Result<Ahead>> {
  const answer = await source.consult({ insz: given, type, period: null });
  if (!answer.ok) {
    if (!couldNotAnswer(answer.failure)) return answer;
    const known = lookUpNumber(db, given);
    const { insz, replaces, personIds } = known;
    return ok({ insz, replaces, personIds, warnings: warningsOf(known), verifiedBy: null });
  }
  const { insz, replaces, warnings, cancelled = false } = answer.value;
  if (adds && cancelled) return refused('INS00003', ['insz']);
  const personIds = [...lookUpNumber(db, insz).personIds, ...lookUpNumber(db, given).personIds];
  return ok({
    ...{ insz, replaces, personIds: [...new Set(personIds)] },
    ...{ warnings, verifiedBy: 'authenticSource' },
  });
}
