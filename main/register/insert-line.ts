// Inserts a period for a person, a client and a dossier type. Rules N1 to N12.
import type { HandlerInput } from '../../preload/contract/index.ts';
import type { RegisterOutcome, RegisterWarning } from '../../preload/contract/register-values.ts';
import { ok, type Result } from '../../preload/contract/result.ts';
import { addPeriod, type Period } from '../../preload/rules/register/periods.ts';
import { attempt, type Database } from '../platform/database.ts';
import type { Session } from '../platform/session.ts';
import { asShown } from './as-shown.ts';
import { type Ahead, askAhead } from './ask-ahead.ts';
import type { SourceAnswer } from './authentic-source.ts';
import { authenticSourceOf } from './cbss/cbss-source.ts';
import { checkQuestion, type Question, refused } from './check-question.ts';
import { daysOnly } from './days-only.ts';
import { keepInserted } from './inscribing/keep-inscribed.ts';
import { keepChange } from './keep-act.ts';
import { confirmLines, type LineKey, linesOfKey, type StoredLine, thisOwner } from './line-store.ts';
import { resolveNumber } from './numbers/number-chain.ts';
import { keepEarlierNumbers } from './numbers/number-store.ts';
import { acceptsDeceased, differingHere, lookUpNumber, warningsOf } from './own-records.ts';
import { keepWaiting } from './pending.ts';
import { makePerson, nameNameless } from './person-store.ts';
import { couldNotAnswer, numberFromSource } from './source-answer.ts';
import type { TypeAtService } from './type-store.ts';

export type Insert = HandlerInput<'register.insert'>;
/** Checked, and complete: an insert names a type and a period. */
export type InsertQuestion = Question & { type: TypeAtService; period: Period };

/** Failures: notFound (client), refusedByRule, conflict (not the lines that were shown), those of the service. Not reached: `pending`, never a line (N8). */
export async function insertLine(
  session: Session,
  input: Insert,
  source = authenticSourceOf(session),
): Promise<Result<RegisterOutcome>> {
  const question = insertQuestion(session, input);
  if (!question.ok) return question;
  // Without a source the first holder alone is who the lines are added to.
  const firstOnly = source === null;
  const same = input.dryRun ? ok({}) : asShown(session.db, question.value, input.shown, { firstOnly });
  if (!same.ok) return same;
  if (source === null) return keepInsert(session, question.value, null, input.dryRun);
  if (input.dryRun) {
    const ahead = await askAhead(session.db, source, question.value, { adds: true });
    return ahead.ok ? ok(shownAhead(wouldBe(session.db, question.value, ahead.value))) : ahead;
  }
  const answer = await source.insert(question.value);
  if (answer.ok) return keepInsert(session, question.value, answer.value, false);
  return couldNotAnswer(answer.failure) ? keepWaiting(session, question.value, answer.failure) : answer;
}

export function insertQuestion(session: Session, input: Omit<Insert, 'dryRun'>): Result<InsertQuestion> {
  const question = checkQuestion(session.db, input, { adds: true });
  if (!question.ok) return question;
  const { type } = question.value;
  return type === null
    ? refused('INS00002', ['dossierType'])
    : ok({ ...question.value, type, period: input.period });
}

type Would = Ahead & { before: StoredLine[]; after: Period[]; warnings: RegisterWarning[] };

/** With what the authentic source answered, or by what is known here. */
export function keepInsert(
  session: Session,
  question: InsertQuestion,
  answer: SourceAnswer | null,
  dryRun: boolean,
): Result<RegisterOutcome> {
  const kept = attempt(session.db, () => {
    const person = answer === null ? personHere(session, question) : ok(personOf(session, question, answer));
    if (!person.ok) return person;
    const would = wouldBe(session.db, question, person.value);
    if (dryRun) return ok(shownAhead(would));
    const laid = lay(session, question, would);
    if (answer !== null && laid.personId !== null)
      keepInserted(session.db, laid.personId, question.type, question.period, answer);
    return ok(laid);
  });
  if (kept.ok && kept.value.personId !== null && !dryRun)
    session.changed('register.changed', [kept.value.personId]);
  return kept;
}

/** N2, N3, N6: a number that nobody here holds is taken only with both names, by which the person is then made. */
function personHere({ db }: Session, { insz, identity }: InsertQuestion): Result<Ahead> {
  const known = lookUpNumber(db, insz);
  if (known.state === 'cancelled' || (known.state === 'deceased' && !acceptsDeceased))
    return refused('INS00003', ['insz']);
  const [personId = null] = known.personIds;
  if (personId === null && !((identity?.lastName ?? '') && (identity?.givenName ?? '')))
    return refused('MSG00005', ['insz']);
  const differing = personId === null || identity === null ? [] : differingHere(db, personId, identity);
  if (differing.length > 0) return refused('INS00001', differing);
  const { replaces } = known;
  return ok({
    ...{ personIds: personId === null ? [] : [personId], insz: known.insz, replaces },
    ...{ warnings: warningsOf(known), verifiedBy: 'ownRecords' },
  });
}

function personOf(session: Session, { insz }: InsertQuestion, answer: SourceAnswer): Ahead {
  const { personId, ...number } = numberFromSource(session, insz, answer);
  return { ...number, personIds: personId === null ? [] : [personId], verifiedBy: 'authenticSource' };
}

const keyOf = ({ employerId, type }: InsertQuestion, personId: string): LineKey => ({
  ...{ personId, employerId, ownerId: thisOwner, dossierType: type.code },
});

function wouldBe(db: Database, question: InsertQuestion, person: Ahead): Would {
  const { period } = question;
  const before = person.personIds.flatMap((id) => linesOfKey(db, keyOf(question, id)));
  // Where two persons become one, their lines are joined first (R-a).
  const joined =
    person.personIds.length > 1
      ? daysOnly(before).reduce<Period[]>((all, one) => addPeriod(all, one).periods, [])
      : daysOnly(before);
  const { periods: after, same } = addPeriod(joined, period);
  const there = same && !person.warnings.some(({ code }) => code === 'INS00006');
  const warnings = [...person.warnings, ...(there ? [{ code: 'INS00006' }] : [])];
  return { ...person, before, after, warnings };
}

const shownAhead = ({ personIds, before, ...would }: Would): RegisterOutcome => ({
  ...{ outcome: 'dryRun', actId: null, pendingId: null, personId: personIds[0] ?? null },
  ...would,
  before: daysOnly(before).toSorted((one, other) => (one.begin < other.begin ? -1 : 1)),
});

/** Of one person, or of nobody yet. */
function lay(session: Session, question: InsertQuestion, would: Would): RegisterOutcome {
  const { db } = session;
  const { insz, period, identity } = question;
  const { before, after, warnings, replaces } = would;
  const [personId = null] = would.personIds;
  const verifiedBy = would.verifiedBy ?? 'ownRecords';
  const holder = personId ?? session.ids.newId();
  const names = {
    personId: holder,
    familyName: identity?.lastName ?? '',
    givenName: identity?.givenName ?? '',
  };
  if (personId === null)
    makePerson(db, { ...names, insz: would.insz, at: session.clock.now().toISOString() });
  else if (names.familyName !== '') nameNameless(db, names);
  keepEarlierNumbers(db, holder, resolveNumber(db, insz)?.path ?? [], session.businessDate());
  const actId = keepChange(session, {
    ...{ kind: 'insert', key: keyOf(question, holder), before, after, added: { period, verifiedBy } },
    asked: {
      insz,
      ...(replaces === null ? {} : { newInsz: would.insz }),
      period,
      ...(warnings.length > 0 ? { warnings: warnings.map(({ code }) => code) } : {}),
    },
  });
  if (actId === null && verifiedBy === 'authenticSource') confirmLines(db, keyOf(question, holder), period);
  return {
    ...shownAhead(would),
    outcome: actId === null ? 'unchanged' : 'stored',
    actId,
    personId: holder,
  };
}
