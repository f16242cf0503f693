// Inserts a period for a person, a client and a dossier type. Rules N1 to N12.
import type { HandlerInput } from '../../preload/contract/index.ts';
import type { RegisterOutcome, RegisterWarning } from '../../preload/contract/register-values.ts';
import { ok, type Result } from '../../preload/contract/result.ts';
import { addPeriod, type Period } from '../../preload/rules/register/periods.ts';
import { attempt } from '../platform/database.ts';
import type { Session } from '../platform/session.ts';
import type { SourceAnswer } from './authentic-source.ts';
import { authenticSourceOf } from './cbss/cbss-source.ts';
import { checkQuestion, type Question, refused } from './check-question.ts';
import { daysOnly } from './days-only.ts';
import { keepChange } from './keep-act.ts';
import { confirmLines, linesOfKey, thisOwner } from './line-store.ts';
import { acceptsDeceased, differingHere, lookUpNumber, warningsOf } from './own-records.ts';
import { keepWaiting } from './pending.ts';
import { makePerson, nameNameless } from './person-store.ts';
import { couldNotAnswer, numberFromSource } from './source-answer.ts';
import type { TypeAtService } from './type-store.ts';

export type Insert = HandlerInput<'register.insert'>;
/** Checked, and complete: an insert names a type and a period. */
export type InsertQuestion = Question & { type: TypeAtService; period: Period };

/** Failures: notFound (client), refusedByRule, those of the service. Not reached: `pending`, never a line (N8). */
export async function insertLine(
  session: Session,
  input: Insert,
  source = authenticSourceOf(session),
): Promise<Result<RegisterOutcome>> {
  const question = insertQuestion(session, input);
  if (!question.ok) return question;
  if (source === null || input.dryRun) return keepInsert(session, question.value, null, input.dryRun);
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

type Person = { personId: string | null; insz: string; replaces: string | null; warnings: RegisterWarning[] };

/** With what the authentic source answered, or by what is known here. */
export function keepInsert(
  session: Session,
  question: InsertQuestion,
  answer: SourceAnswer | null,
  dryRun: boolean,
): Result<RegisterOutcome> {
  const kept = attempt(session.db, () => {
    const person =
      answer === null ? personHere(session, question) : ok(numberFromSource(session, question.insz, answer));
    return person.ok ? ok(lay(session, question, person.value, answer !== null, dryRun)) : person;
  });
  if (kept.ok && kept.value.personId !== null && !dryRun)
    session.changed('register.changed', [kept.value.personId]);
  return kept;
}

/** N2, N3, N6: a number that nobody here holds is taken only with both names, by which the person is then made. */
function personHere({ db }: Session, { insz, identity }: InsertQuestion): Result<Person> {
  const known = lookUpNumber(db, insz);
  if (known.state === 'cancelled' || (known.state === 'deceased' && !acceptsDeceased))
    return refused('INS00003', ['insz']);
  const [personId = null] = known.personIds;
  if (personId === null && !((identity?.lastName ?? '') && (identity?.givenName ?? '')))
    return refused('MSG00005', ['insz']);
  const differing = personId === null || identity === null ? [] : differingHere(db, personId, identity);
  if (differing.length > 0) return refused('INS00001', differing);
  return ok({ personId, insz: known.insz, replaces: known.replaces, warnings: warningsOf(known) });
}

function lay(
  session: Session,
  { employerId, insz, type, period, identity }: InsertQuestion,
  person: Person,
  confirmed: boolean,
  dryRun: boolean,
): RegisterOutcome {
  const { db } = session;
  const { personId } = person;
  const verifiedBy = confirmed ? 'authenticSource' : 'ownRecords';
  const key = (id: string) => ({ personId: id, employerId, ownerId: thisOwner, dossierType: type.code });
  const before = personId === null ? [] : linesOfKey(db, key(personId));
  const { periods: after, same } = addPeriod(daysOnly(before), period);
  const there = same && !person.warnings.some(({ code }) => code === 'INS00006');
  const warnings = [...person.warnings, ...(there ? [{ code: 'INS00006' }] : [])];
  const outcome = {
    insz: person.insz,
    replaces: person.replaces,
    before: daysOnly(before),
    after,
    verifiedBy,
    warnings,
  } as const;
  if (dryRun) return { ...outcome, outcome: 'dryRun', actId: null, pendingId: null, personId };
  const holder = personId ?? session.ids.newId();
  const names = {
    personId: holder,
    familyName: identity?.lastName ?? '',
    givenName: identity?.givenName ?? '',
  };
  if (personId === null)
    makePerson(db, { ...names, insz: person.insz, at: session.clock.now().toISOString() });
  else if (names.familyName !== '') nameNameless(db, names);
  const actId = keepChange(session, {
    ...{ kind: 'insert', key: key(holder), before, after, added: { period, verifiedBy } },
    asked: {
      insz,
      ...(person.replaces === null ? {} : { newInsz: person.insz }),
      period,
      ...(warnings.length > 0 ? { warnings: warnings.map(({ code }) => code) } : {}),
    },
  });
  if (actId === null && confirmed) confirmLines(db, key(holder), period);
  return {
    ...outcome,
    outcome: actId === null ? 'unchanged' : 'stored',
    actId,
    pendingId: null,
    personId: holder,
  };
}
