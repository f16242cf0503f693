// Asks an applicant for access: frozen on disk before it leaves. With a known number the data are read first, and only where nothing is
// open a request is made (rest-services §13). A lost answer is looked for by our own reference before anything is asked again.
import type { HandlerInput } from '../../preload/contract/index.ts';
import { type Failure, fail, ok, type Result } from '../../preload/contract/result.ts';
import { holdsInsz, longestLabel } from '../../preload/rules/applicants/check-batch.ts';
import { plainWords } from '../../preload/rules/text/plain-words.ts';
import { personByInsz } from '../people/person-store.ts';
import { attempt, transaction } from '../platform/database.ts';
import type { Session } from '../platform/session.ts';
import type { FlaOutcome } from '../training/fla-api.ts';
import { type ApplicantLine, applicantLine } from './applicant-line.ts';
import { createRequest } from './citizen-mandate-api.ts';
import { findLost } from './find-lost.ts';
import { startFollowing } from './follow-requests.ts';
import { type Asked, failureOf, readAgain, readFirst } from './read-first.ts';
import {
  changeRequest,
  dataSetsOf,
  deleteRequest,
  findRequest,
  insertRequest,
  questionOf,
  type RequestRow,
} from './request-store.ts';
import { applicantRuntime } from './runtime.ts';
import { serviceInstant } from './service-clock.ts';
import { noteEvent, settleMade, settleState } from './settle-request.ts';
import { openTwin } from './twin-store.ts';
import { longestName } from './wire-mandate.ts';
import type { WireRequest } from './wire-request.ts';

type Input = HandlerInput<'applicantRequest.ask'>;

const never = new AbortController().signal;

/**
 * `windowId`: two clicks in one window are one request; two clerks have each their own. Failures: refusedByRule (`details.rules`
 * APB-LABEL: the label holds a number of a person, which would be printed and stay), those of the route, alreadyExists
 * (`details.id`), circleNotAccepted, mandateMissing, permissionMissing, identifierInvalid, those of the network and the service. After a
 * failure nothing is kept; what is not known stands as `unknown`.
 */
export function askOne(session: Session, input: Input, windowId = ''): Promise<Result<Asked>> {
  const { asking } = applicantRuntime(session);
  const name = JSON.stringify([windowId, input]);
  const underWay = asking.get(name) as Promise<Result<Asked>> | undefined;
  if (underWay !== undefined) return underWay;
  const work = askNew(session, input).finally(() => asking.delete(name));
  asking.set(name, work);
  return work;
}

async function askNew(session: Session, input: Input): Promise<Result<Asked>> {
  const { db } = session;
  if (holdsInsz(input.label)) return fail('refusedByRule', { details: { rules: 'APB-LABEL' } });
  const line = applicantLine(session, input.employerId);
  if (!line.ok) return line;
  const { employerId, insz, dataSets } = input;
  const twin = insz === null ? null : openTwin(db, employerId, insz, dataSets, session.businessDate());
  if (twin !== null && twin.state !== 'approved' && twin.state !== 'direct')
    return fail('alreadyExists', { details: { id: twin.id } });
  // With an access that counts the data are read anew, and nobody has to approve again.
  const again = twin?.covers === true ? await readAgain(session, line.value, twin.id) : null;
  if (again !== null) return again;
  const id = session.ids.newId();
  const frozen = attempt(db, () => {
    insertRequest(db, {
      ...{ id, employer_id: employerId, insz, dataSets },
      ...partiesOf(line.value, input.as),
      client_reference: crypto.randomUUID(),
      language: input.language,
      label: plainWords(input.label, longestLabel),
      name: insz === null ? null : nameOf(session, insz),
      asked_by: whoAsks(session),
      asked_at: serviceInstant(session),
    });
    return ok({});
  });
  if (!frozen.ok) return frozen;
  session.changed('applicant.changed', [id]);
  const asked = await ask(session, line.value, id, never);
  if (!asked.ok) {
    transaction(db, () => deleteRequest(db, id));
    session.changed('applicant.changed', [id]);
  }
  return asked;
}

/**
 * One row that a list wrote down as `waiting`, or whose answer was lost. What the service refuses stands as `notMade` with its failure;
 * tooManyRequests and serviceUnavailable (`details.retryAfterSeconds`) leave it waiting. Failures: those of `askOne`, notFound.
 */
export async function askWaiting(session: Session, id: string, signal: AbortSignal): Promise<Result<Asked>> {
  const { db } = session;
  const row = findRequest(db, id);
  if (row === null) return fail('notFound');
  const line = applicantLine(session, row.employer_id);
  if (!line.ok) return notMade(session, id, line.failure, signal);
  if (row.state === 'asking' || row.state === 'unknown') {
    const found = await findLost(session, line.value, row, signal);
    if (found.kind === 'found') return ok({ id, outcome: 'asked' });
    if (found.kind === 'failed') return { ok: false, failure: found.failure };
  } else if (row.state !== 'waiting') return ok({ id, outcome: 'asked' });
  const { insz } = row;
  const twin =
    insz === null ? null : openTwin(db, row.employer_id, insz, dataSetsOf(row), session.businessDate());
  if (twin !== null && twin.id !== id && twin.state !== 'approved' && twin.state !== 'direct')
    return notMade(session, id, fail('alreadyExists', { details: { id: twin.id } }).failure, signal);
  transaction(db, () =>
    changeRequest(db, id, {
      ...partiesOf(line.value, row.asked_as),
      ...{ state: 'asking', failure: null, asked_at: serviceInstant(session) },
      name: insz === null ? null : nameOf(session, insz),
    }),
  );
  session.changed('applicant.changed', [id]);
  const asked = await ask(session, line.value, id, signal);
  return asked.ok ? asked : notMade(session, id, asked.failure, signal);
}

/** What may be tried again by itself waits; the rest says why it was not made. */
function notMade(session: Session, id: string, failure: Failure, signal: AbortSignal): Result<never> {
  const { db } = session;
  const waits =
    signal.aborted || ['tooManyRequests', 'serviceUnavailable', 'cancelled'].includes(failure.code);
  transaction(db, () => {
    if (findRequest(db, id)?.state === 'unknown') return;
    if (waits) changeRequest(db, id, { state: 'waiting' });
    else
      changeRequest(db, id, {
        ...{ state: 'notMade', ended_at: serviceInstant(session) },
        failure: JSON.stringify(failure),
      });
  });
  session.changed('applicant.changed', [id]);
  return { ok: false, failure };
}

/** In which capacity is the person's word; for whom is the route's. */
const partiesOf = (
  { enterpriseNumber, mandataryNumber }: ApplicantLine,
  as: RequestRow['asked_as'],
): Pick<RequestRow, 'enterprise_number' | 'mandatary_number' | 'asked_as'> => ({
  enterprise_number: enterpriseNumber,
  mandatary_number: mandataryNumber,
  asked_as: mandataryNumber === null ? 'employer' : as === 'agency' ? 'agency' : 'mandatary',
});

function nameOf({ db }: Session, insz: string): string | null {
  const known = personByInsz(db, insz);
  return known === null ? null : plainWords(`${known.givenName} ${known.familyName}`, longestName) || null;
}

function whoAsks(session: Session): string {
  const { name, osAccount } = session.actor();
  return (name === '' ? osAccount : name).slice(0, 120);
}

async function ask(
  session: Session,
  line: ApplicantLine,
  id: string,
  signal: AbortSignal,
): Promise<Result<Asked>> {
  const { inFlight } = applicantRuntime(session);
  inFlight.add(id);
  try {
    const row = findRequest(session.db, id);
    if (row === null) return fail('notFound');
    const read = row.insz === null ? null : await readFirst(session, line, row, row.insz, signal);
    return read ?? (await request(session, line, row, signal));
  } finally {
    inFlight.delete(id);
  }
}

async function request(
  session: Session,
  line: ApplicantLine,
  row: RequestRow,
  signal: AbortSignal,
): Promise<Result<Asked>> {
  const { id } = row;
  const asked = questionOf(row);
  for (let times = 1; ; times += 1) {
    const outcome = await line.mandates.ask((call) =>
      createRequest({ ...call, signal }, line.mandates.baseUrl, asked),
    );
    if (outcome.kind === 'answer') return made(session, id, outcome.value);
    // The first may still have arrived: only the service can tell.
    if (!isLost(outcome) && times > 1) return left(session, id);
    if (!isLost(outcome)) return { ok: false, failure: failureOf(session, outcome) };
    if (times === 1) noteLost(session, id, outcome.failure);
    const found = await findLost(session, line, row, signal);
    if (found.kind === 'found') return ok({ id, outcome: 'asked' });
    // The service has none of it: the very same request may leave again, once; not where something was made, only not as it was asked.
    const answered = outcome.failure.code === 'unexpectedAnswer';
    if (found.kind === 'failed' || answered || times === 2 || signal.aborted) return left(session, id);
  }
}

/** Stays unknown: the following finds out. */
function left(session: Session, id: string): Result<Asked> {
  startFollowing(session);
  return ok({ id, outcome: 'unknown' });
}

function made(session: Session, id: string, wire: WireRequest): Result<Asked> {
  if (!settleMade(session, id, wire)) {
    noteLost(session, id, fail('unexpectedAnswer', { retry: 'unknown' }).failure);
    return ok({ id, outcome: 'unknown' });
  }
  // An answer that took its time may tell of something that is over already.
  if (wire.state !== 'open') settleState(session, id, wire);
  startFollowing(session);
  return ok({ id, outcome: 'asked' });
}

const isLost = (outcome: Exclude<FlaOutcome<unknown>, { kind: 'answer' }>): boolean =>
  outcome.kind === 'unknown' || (outcome.kind === 'wait' && outcome.mayHaveHappened);

function noteLost(session: Session, id: string, failure: Failure): void {
  transaction(session.db, () => {
    const row = findRequest(session.db, id);
    if (row === null) return;
    changeRequest(session.db, id, { state: 'unknown' });
    noteEvent(session, row, 'applicantRequest.answerLost', { failure: failure.code });
  });
  session.changed('applicant.changed', [id]);
}
