// A known number is read before anything is asked for it: only where nothing is open a request is made (rest-services §13).
import { type Failure, fail, ok, type Result } from '../../preload/contract/result.ts';
import { transaction } from '../platform/database.ts';
import type { Session } from '../platform/session.ts';
import type { FlaOutcome } from '../training/fla-api.ts';
import { hideAnswer } from './answer-hide.ts';
import type { ApplicantLine } from './applicant-line.ts';
import { mayAskFor } from './applicant-register.ts';
import { waitForMissing } from './ask-missing.ts';
import { lookAtPerson } from './look-at-accesses.ts';
import type { Consulted } from './precontractual-answer.ts';
import { consultData } from './precontractual-api.ts';
import { learnWhyEnded } from './read-ended.ts';
import { keepOpened } from './read-keep.ts';
import { changeRequest, dataSetsOf, findRequest, type RequestRow } from './request-store.ts';
import { serviceDay, serviceInstant } from './service-clock.ts';
import { takeToldNumber } from './told-number.ts';

export type Asked = { id: string; outcome: 'read' | 'asked' | 'unknown' | 'replaced' };

const never = new AbortController().signal;

/** Null: it is open no more, so that it has to be asked for. */
export async function readAgain(
  session: Session,
  line: ApplicantLine,
  id: string,
): Promise<Result<Asked> | null> {
  const row = findRequest(session.db, id);
  const insz = row?.approved_by ?? row?.insz ?? null;
  if (row === null || insz === null) return null;
  const allowed = mayAskFor(session, { id, employerId: row.employer_id, insz });
  if (!allowed.ok) return allowed;
  const consulted = await consult(session, line, row, insz, never);
  if (!consulted.ok) return consulted;
  const { value } = consulted;
  if (value.kind === 'noMandate') hideAnswer(session, id, 'accessEnded');
  // Ended while the answer was on its way: it is thrown away, and asked for anew.
  const kept =
    value.kind === 'open' && keepOpened(session, id, { insz, data: value.data, purpose: 'beforeContract' });
  if (value.kind !== 'replaced') await learnWhyEnded(session, line, id);
  return kept ? ok({ id, outcome: 'read' }) : null;
}

async function consult(
  session: Session,
  line: ApplicantLine,
  row: RequestRow,
  insz: string,
  signal: AbortSignal,
): Promise<Result<Consulted>> {
  const { enterprise_number: enterpriseNumber, mandatary_number: mandataryNumber } = row;
  const dataSets = dataSetsOf(row);
  const outcome = await line.data.ask((call) =>
    consultData({ ...call, signal }, line.data.baseUrl, {
      insz,
      enterpriseNumber,
      mandataryNumber,
      dataSets,
      today: serviceDay(session),
    }),
  );
  if (outcome.kind === 'answer') return ok(outcome.value);
  // A reading changes nothing: whatever was lost may be asked again.
  const { failure } = outcome;
  const code = failure.code === 'outcomeUnknown' ? 'serviceUnavailable' : failure.code;
  return { ok: false, failure: { ...failureOf(session, outcome), code, retry: 'safe' } };
}

/** Null: nothing is open, so it is asked for. */
export async function readFirst(
  session: Session,
  line: ApplicantLine,
  row: RequestRow,
  insz: string,
  signal: AbortSignal,
): Promise<Result<Asked> | null> {
  const { db } = session;
  const { id } = row;
  // Where no line allows reading, the citizen is asked first.
  if (!mayAskFor(session, { id, employerId: row.employer_id, insz }).ok) return null;
  const consulted = await consult(session, line, row, insz, signal);
  if (!consulted.ok) return consulted;
  const { value } = consulted;
  if (value.kind === 'noMandate') return null;
  if (value.kind === 'replaced') {
    const { failure } = fail('identifierInvalid', { details: { reason: 'numberReplaced' } });
    transaction(db, () => {
      takeToldNumber(session, id, insz, value.insz);
      changeRequest(db, id, {
        ...{ state: 'notMade', ended_at: serviceInstant(session) },
        failure: JSON.stringify(failure),
      });
    });
    session.changed('applicant.changed', [id]);
    return ok({ id, outcome: 'replaced' });
  }
  const kept = transaction(db, () => {
    const now = findRequest(db, id);
    if (now === null || now.erased_at !== null || now.insz !== insz || now.state !== 'asking') return false;
    changeRequest(db, id, { state: 'direct', approved_by: insz });
    if (!keepOpened(session, id, { insz, data: value.data, purpose: 'beforeContract' })) return false;
    waitForMissing(session, row, value.data.missing);
    return true;
  });
  if (!kept) return fail('conflict', { retry: 'safe' });
  session.changed('applicant.changed', [id]);
  // From when it counts, and its number to give it up by; the data are there without.
  await lookAtPerson(session, line, id, signal);
  return ok({ id, outcome: 'read' });
}

/** With the seconds that the service asks to wait. */
export function failureOf(
  { clock }: Session,
  outcome: Exclude<FlaOutcome<unknown>, { kind: 'answer' }>,
): Failure {
  const { failure } = outcome;
  const at = outcome.kind === 'wait' ? outcome.retryAt : null;
  if (at === null) return failure;
  const retryAfterSeconds = Math.max(1, Math.ceil((at.getTime() - clock.now().getTime()) / 1_000));
  return { ...failure, details: { ...failure.details, retryAfterSeconds } };
}
