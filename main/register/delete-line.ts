// Takes a period, or every line, of a person for a client and a dossier type away. Rules D-a to D-h.
import type { HandlerInput } from '../../preload/contract/index.ts';
import type { RegisterOutcome } from '../../preload/contract/register-values.ts';
import { ok, type Result } from '../../preload/contract/result.ts';
import { type Period, removePeriod } from '../../preload/rules/register/periods.ts';
import { attempt } from '../platform/database.ts';
import type { Session } from '../platform/session.ts';
import { asShown } from './as-shown.ts';
import { type Ahead, askAhead } from './ask-ahead.ts';
import type { AuthenticSource, SourceAnswer } from './authentic-source.ts';
import { authenticSourceOf } from './cbss/cbss-source.ts';
import { checkQuestion, type Question, refused } from './check-question.ts';
import { daysOnly, withoutPeriods } from './days-only.ts';
import { inTurn } from './in-turn.ts';
import { keepDeleted } from './inscribing/keep-inscribed.ts';
import { keepChange } from './keep-act.ts';
import { linesForOthers, linesOfKey, thisOwner } from './line-store.ts';
import { differingHere, lookUpNumber, warningsOf } from './own-records.ts';
import { numberFromSource } from './source-answer.ts';
import type { TypeAtService } from './type-store.ts';

export type Delete = HandlerInput<'register.delete'>;
type DeleteQuestion = Question & { type: TypeAtService };

/** A type that is no longer in use still has lines that can be taken away. Failures: as of insertLine, and nothing is kept waiting. */
export async function deleteLine(
  session: Session,
  input: Delete,
  source = authenticSourceOf(session),
): Promise<Result<RegisterOutcome>> {
  const checked = checkQuestion(session.db, input, { adds: false });
  if (!checked.ok) return checked;
  const { type } = checked.value;
  if (type === null) return refused('INS00002', ['dossierType']);
  const question = { ...checked.value, type };
  const standing = () =>
    input.dryRun ? ok({}) : asShown(session.db, question, input.shown, { firstOnly: false });
  if (source === null) {
    const same = standing();
    return same.ok ? keepDelete(session, question, null, input.dryRun) : same;
  }
  if (input.dryRun) {
    const ahead = await askAhead(session.db, source, question, { adds: false });
    return ahead.ok ? ok(take(session, question, ahead.value, true)) : ahead;
  }
  return inTurn(session, async () => {
    const same = standing();
    if (!same.ok) return same;
    const answer = await tellDelete(session, source, question);
    return answer.ok ? keepDelete(session, question, answer.value, false) : answer;
  });
}

/**
 * The source knows the person for the organisation, not for a client: days on which another client still has the person in that role
 * stay there. Null: all of them do, so that it was asked nothing.
 */
async function tellDelete(
  session: Session,
  source: AuthenticSource,
  question: DeleteQuestion,
): Promise<Result<SourceAnswer | null>> {
  const { db } = session;
  const keys = lookUpNumber(db, question.insz).personIds.map((personId) => ({
    ...{ personId, employerId: question.employerId, ownerId: thisOwner, dossierType: question.type.code },
  }));
  const others = keys.flatMap((key) => linesForOthers(db, key));
  if (others.length === 0) return source.delete(question);
  const asked =
    question.period === null ? keys.flatMap((key) => daysOnly(linesOfKey(db, key))) : [question.period];
  let last: SourceAnswer | null = null;
  for (const period of withoutPeriods(asked, others)) {
    const answer = await source.delete({ ...question, period });
    if (!answer.ok) return answer;
    last = answer.value;
  }
  return ok(last);
}

function keepDelete(
  session: Session,
  question: DeleteQuestion,
  answer: SourceAnswer | null,
  dryRun: boolean,
): Result<RegisterOutcome> {
  const kept = attempt(session.db, () => {
    const persons =
      answer === null ? personsHere(session, question) : ok(personsOf(session, question.insz, answer));
    if (!persons.ok) return persons;
    const [holder] = persons.value.personIds;
    if (answer !== null && holder !== undefined && !dryRun)
      keepDeleted(session.db, holder, question.type, answer);
    return ok(take(session, question, persons.value, dryRun));
  });
  if (kept.ok && kept.value.personId !== null && !dryRun)
    session.changed('register.changed', [kept.value.personId]);
  return kept;
}

/** D-f, D-g: also of a number that was cancelled or replaced, and from everybody who holds one of its chain. */
function personsHere({ db }: Session, { insz, identity }: DeleteQuestion): Result<Ahead> {
  const known = lookUpNumber(db, insz);
  const [first] = known.personIds;
  if (first === undefined) return refused(known.state === 'cancelled' ? 'INS00003' : 'MSG00005', ['insz']);
  const differing = identity === null ? [] : differingHere(db, first, identity);
  if (differing.length > 0) return refused('INS00001', differing);
  const { personIds, replaces } = known;
  const warnings = warningsOf(known).filter(({ code }) => code === 'MSG00006');
  return ok({ personIds, insz: known.insz, replaces, warnings, verifiedBy: 'ownRecords' });
}

function personsOf(session: Session, insz: string, answer: SourceAnswer): Ahead {
  const { personId, ...rest } = numberFromSource(session, insz, answer);
  const both = [personId, ...lookUpNumber(session.db, insz).personIds].filter((one) => one !== null);
  return { ...rest, personIds: [...new Set(both)], verifiedBy: 'authenticSource' };
}

const inOrder = (periods: readonly Period[]): Period[] =>
  periods.toSorted((one, other) => (one.begin < other.begin ? -1 : 1));

function take(
  session: Session,
  { employerId, insz, type, period }: DeleteQuestion,
  persons: Ahead,
  dryRun: boolean,
): RegisterOutcome {
  const each = persons.personIds.map((personId) => {
    const key = { personId, employerId, ownerId: thisOwner, dossierType: type.code };
    const before = linesOfKey(session.db, key);
    const after = period === null ? [] : removePeriod(daysOnly(before), period).periods;
    return { key, before, after };
  });
  const before = inOrder(each.flatMap((one) => daysOnly(one.before)));
  const after = inOrder(each.flatMap((one) => one.after));
  const nothing = JSON.stringify(before) === JSON.stringify(after);
  const told = persons.warnings.some(({ code }) => code === 'INS00005');
  const warnings = [...persons.warnings, ...(nothing && !told ? [{ code: 'INS00005' }] : [])];
  const asked = {
    insz,
    ...(persons.replaces === null ? {} : { newInsz: persons.insz }),
    period,
    ...(warnings.length > 0 ? { warnings: warnings.map(({ code }) => code) } : {}),
  };
  const acts = dryRun ? [] : each.map((one) => keepChange(session, { kind: 'delete', ...one, asked }));
  const kept = acts.filter((id) => id !== null);
  return {
    outcome: dryRun ? 'dryRun' : kept.length > 0 ? 'stored' : 'unchanged',
    actId: kept[0] ?? null,
    pendingId: null,
    personId: persons.personIds[0] ?? null,
    insz: persons.insz,
    replaces: persons.replaces,
    before,
    after,
    verifiedBy: persons.verifiedBy,
    warnings,
  };
}
