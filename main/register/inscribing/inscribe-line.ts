// Inscribes one line as it stands: under the number of today, with the names that are kept of the person, so that a wrong number is
// refused by the service instead of telling it of somebody else (N6).
import { fail, ok, type Result } from '../../../preload/contract/result.ts';
import { attempt, type Database } from '../../platform/database.ts';
import type { Session } from '../../platform/session.ts';
import type { AuthenticSource } from '../authentic-source.ts';
import { inTurn } from '../in-turn.ts';
import { insertQuestion } from '../insert-line.ts';
import { confirmLines } from '../line-store.ts';
import { presentNumber } from '../numbers/number-store.ts';
import { reasonOf } from '../pending.ts';
import { namesOf } from '../person-store.ts';
import { numberFromSource } from '../source-answer.ts';
import { findType } from '../type-store.ts';
import { keepInserted } from './keep-inscribed.ts';
import { dropRefusal, type Refusal, writeRefusal } from './refused-store.ts';
import { type Became, countOne } from './run-store.ts';
import { stillUnknown, type UnknownLine } from './unknown-lines-store.ts';

function askOf(db: Database, { key, period }: UnknownLine) {
  const names = namesOf(db, key.personId);
  const identity = {
    ...(names?.familyName ? { lastName: names.familyName.slice(0, 120) } : {}),
    ...(names?.givenName ? { givenName: names.givenName.slice(0, 120) } : {}),
  };
  return {
    ...{
      employerId: key.employerId,
      insz: presentNumber(db, key.personId) ?? '',
      dossierType: key.dossierType,
    },
    ...{ period, identity: Object.keys(identity).length === 0 ? null : identity },
  };
}

/** What is asked besides the days. Once it differs from what was refused, somebody put it right. */
export function askedText(db: Database, { key }: Pick<UnknownLine, 'key'>): string {
  const names = namesOf(db, key.personId);
  const type = findType(db, key.dossierType);
  return JSON.stringify([
    ...[presentNumber(db, key.personId), names?.familyName, names?.givenName],
    ...[type?.inscriptionContext, type?.qualityCode, type?.active],
  ]);
}

export type Inscribed = Became | 'gone';

/**
 * `gone`: it changed, or became known, before its turn came. A rule that refuses is kept as a finding. Failures: those of the service
 * that are no refusal of this line; nothing is known of it then, and it may be asked again. `refusedTypes`: those of this run.
 */
export function inscribeLine(
  session: Session,
  source: Pick<AuthenticSource, 'insert'>,
  line: UnknownLine,
  refusedTypes: Set<string>,
): Promise<Result<Inscribed>> {
  return inTurn(session, async () => {
    const { db } = session;
    if (!db.open || !stillUnknown(db, line)) return ok('gone' as const);
    const ask = askOf(db, line);
    const question = insertQuestion(session, ask);
    const refuse = ({ failure }: ReturnType<typeof fail>): Result<Inscribed> =>
      keepRefusal(session, line, finding(session, line, failure, true));
    if (!question.ok) return refuse(question);
    if (refusedTypes.has(ask.dossierType)) return refuse(unknownType);
    const answer = await source.insert(question.value);
    if (answer.ok)
      return attempt(db, () => {
        const { personId } = numberFromSource(session, ask.insz, answer.value);
        const holder = personId ?? line.key.personId;
        keepInserted(db, holder, question.value.type, line.period, answer.value);
        confirmLines(db, { ...line.key, personId: holder }, line.period);
        dropRefusal(db, { ...line.key, personId: holder }, line.period.begin);
        const already = answer.value.warnings.some(({ code }) => code === 'INS00006');
        const became = already ? 'already' : 'inscribed';
        countOne(db, became);
        return ok(became);
      });
    const { code, details } = answer.failure;
    const rule = code === 'refusedByRule' ? details?.['rules'] : undefined;
    if (rule === undefined || rule === 'MSG00013') return answer;
    if (rule === 'INS00002') refusedTypes.add(ask.dossierType);
    return refuse(answer);
  });
}

/** Said of one line of a type, it holds for the others: they are not asked about. */
const unknownType = fail('refusedByRule', { details: { rules: 'INS00002', fields: 'inscriptionContext' } });

export function finding(
  session: Session,
  line: UnknownLine,
  failure: Parameters<typeof reasonOf>[0],
  final: boolean,
): Refusal {
  const fields = String(failure.details?.['fields'] ?? '').split(',');
  return {
    ...{ asked: askedText(session.db, line), code: reasonOf(failure), final },
    fields: fields.filter((field) => field !== '').slice(0, 25),
    at: session.clock.now().toISOString(),
  };
}

export const keepRefusal = (
  session: Session,
  { key, period }: UnknownLine,
  refusal: Refusal,
): Result<Inscribed> =>
  attempt(session.db, () => {
    writeRefusal(session.db, key, period, refusal);
    countOne(session.db, 'refused');
    return ok('refused' as const);
  });
