// What a person does with a request that was made. The service decides who was first: an act that comes too late changes nothing and
// shows what happened instead.
import type { HandlerInput } from '../../preload/contract/index.ts';
import { type Failure, fail, ok, type Result } from '../../preload/contract/result.ts';
import { holdsInsz, longestLabel } from '../../preload/rules/applicants/check-batch.ts';
import { plainWords } from '../../preload/rules/text/plain-words.ts';
import { attempt, transaction } from '../platform/database.ts';
import type { Session } from '../platform/session.ts';
import type { FlaOutcome } from '../training/fla-api.ts';
import { accessesOf } from './access-store.ts';
import { type ApplicantLine, applicantLine } from './applicant-line.ts';
import { actOnMandate, readRequest, withdrawRequest } from './citizen-mandate-api.ts';
import { startFollowing } from './follow-requests.ts';
import { beginLook, type Look } from './look.ts';
import { linkPerson, lookAtApproved, partiesOf } from './look-at-accesses.ts';
import { changeRequest, deleteRequest, findRequest, ownOf, type RequestRow } from './request-store.ts';
import { settleMandates } from './settle-access.ts';
import { noteEvent, settleGone, settleState } from './settle-request.ts';

type Done = Result<Record<string, never>>;
type Revised = { id: string; expectedRevision: number };
type Failed = Exclude<FlaOutcome<unknown>, { kind: 'answer' }>;

const never = new AbortController().signal;

/** Failures: notFound, conflict, stateNotAllowed. */
function standing(
  session: Session,
  { id, expectedRevision }: Revised,
  states: readonly string[],
): Result<RequestRow> {
  const row = findRequest(session.db, id);
  if (row === null) return fail('notFound');
  if (row.revision !== expectedRevision) return fail('conflict');
  return states.includes(row.state) ? ok(row) : fail('stateNotAllowed', { details: { state: row.state } });
}

const safe = (failure: Failure): { ok: false; failure: Failure } => ({ ok: false, failure });

function lookOf(session: Session, line: ApplicantLine, row: RequestRow): Look {
  return beginLook(session, line, partiesOf(row), never, async () => true);
}

/** Failures: notFound, conflict, stateNotAllowed (`details.state`: approved meanwhile, or over), those of the route and the service. */
export async function withdraw(
  session: Session,
  input: HandlerInput<'applicantRequest.withdraw'>,
): Promise<Done> {
  const row = standing(session, input, ['open']);
  if (!row.ok) return row;
  const { id, service_id: serviceId } = row.value;
  if (serviceId === null) return fail('stateNotAllowed');
  const line = applicantLine(session, row.value.employer_id);
  if (!line.ok) return line;
  const { mandates } = line.value;
  for (let times = 1; ; times += 1) {
    const outcome = await mandates.ask((call) =>
      withdrawRequest(call, mandates.baseUrl, serviceId, ownOf(row.value)),
    );
    if (outcome.kind === 'answer') {
      settleState(session, id, outcome.value);
      return ok({});
    }
    if (!isLate(outcome) && !isLost(outcome)) return safe(outcome.failure);
    const now = await shownNow(session, line.value, row.value, serviceId);
    if (now === 'withdrawn') return ok({});
    if (now === null) return safe(outcome.failure);
    if (now !== 'open') return fail('stateNotAllowed', { details: { state: now } });
    if (times === 2) return safe(outcome.failure);
  }
}

const isLate = ({ failure }: Failed): boolean =>
  failure.code === 'stateNotAllowed' || failure.code === 'notFound';
const isLost = (outcome: Failed): boolean =>
  outcome.kind === 'unknown' || (outcome.kind === 'wait' && outcome.mayHaveHappened);

/** What the service has of it now, written down; null: it did not say. */
async function shownNow(
  session: Session,
  line: ApplicantLine,
  row: RequestRow,
  serviceId: string,
): Promise<string | null> {
  const look = lookOf(session, line, row);
  const wire = await look.call((call, baseUrl) => readRequest(call, baseUrl, serviceId, ownOf(row)));
  if (wire === null) return null;
  if (wire === 'gone') {
    settleGone(session, row.id);
    return 'expired';
  }
  settleState(session, row.id, wire);
  const now = findRequest(session.db, row.id);
  if (wire.state === 'approved' && now !== null)
    await lookAtApproved(look, [{ row: now, mandateIds: wire.mandateIds }]);
  return wire.state;
}

/** Takes what awaits acceptance. Failures as `withdraw`. */
export const accept = (session: Session, input: HandlerInput<'applicantRequest.accept'>): Promise<Done> =>
  onMandates(session, input, 'accept', ['awaitingAcceptance']);

/** Gives up what is open. Failures as `withdraw`. */
export const renounce = (session: Session, input: HandlerInput<'applicantRequest.renounce'>): Promise<Done> =>
  onMandates(session, input, 'renounce', ['awaitingAcceptance', 'approved', 'direct']);

async function onMandates(
  session: Session,
  input: Revised,
  act: 'accept' | 'renounce',
  states: readonly string[],
): Promise<Done> {
  const found = standing(session, input, states);
  if (!found.ok) return found;
  const row = found.value;
  const line = applicantLine(session, row.employer_id);
  if (!line.ok) return line;
  const wanted = act === 'accept' ? ['awaitingAcceptance'] : ['awaitingAcceptance', 'active'];
  const own = accessesOf(session.db, [row.id]).filter(({ state }) => wanted.includes(state));
  if (own.length === 0 || own.some(({ service_id: id }) => id === null)) return fail('stateNotAllowed');
  const { mandates } = line.value;
  for (const { service_id: mandateId } of own) {
    const outcome = await mandates.ask((call) =>
      actOnMandate(call, mandates.baseUrl, partiesOf(row), mandateId ?? '', act),
    );
    if (outcome.kind === 'answer') {
      settleMandates(session, row.id, [outcome.value]);
      continue;
    }
    if (isLate(outcome) || isLost(outcome)) {
      const look = lookOf(session, line.value, row);
      await lookAtApproved(look, [{ row, mandateIds: own.flatMap(({ service_id: id }) => id ?? []) }]);
    }
    return safe(outcome.failure);
  }
  transaction(session.db, () =>
    noteEvent(session, row, act === 'accept' ? 'applicantRequest.accepted' : 'applicantRequest.renounced'),
  );
  session.changed('applicant.changed', [row.id]);
  return ok({});
}

/** A person says whose approval it is. Failures: notFound, conflict, stateNotAllowed (nothing waits to be linked), those of the service. */
export async function link(session: Session, input: HandlerInput<'applicantRequest.link'>): Promise<Done> {
  const found = standing(session, input, ['open', 'approved']);
  if (!found.ok) return found;
  const row = found.value;
  if (row.insz !== null || row.approved_by !== null) return fail('stateNotAllowed');
  const line = applicantLine(session, row.employer_id);
  if (!line.ok) return line;
  const look = lookOf(session, line.value, row);
  const done = await linkPerson(look, row, input.insz);
  const failed = look.failed();
  if (failed !== null) return safe(failed.failure);
  if (!done) return fail('notFound');
  transaction(session.db, () => noteEvent(session, row, 'applicantRequest.linked'));
  session.changed('applicant.changed', [row.id]);
  return ok({});
}

/** Failures: notFound, stateNotAllowed: what was made is withdrawn instead. */
export function remove(session: Session, { id }: HandlerInput<'applicantRequest.remove'>): Done {
  const row = findRequest(session.db, id);
  if (row === null) return fail('notFound');
  if (row.state !== 'notMade' && row.state !== 'waiting') return fail('stateNotAllowed');
  const done = attempt<Record<string, never>>(session.db, () => {
    deleteRequest(session.db, id);
    noteEvent(session, row, 'applicantRequest.removed');
    return ok({});
  });
  if (done.ok) session.changed('applicant.changed', [id]);
  return done;
}

/**
 * Failures: notFound, conflict, stateNotAllowed (nothing is written beside what was refused or erased), refusedByRule (`details.rules`
 * APB-LABEL).
 */
export function setLabel(session: Session, input: HandlerInput<'applicantRequest.setLabel'>): Done {
  const { db } = session;
  const row = findRequest(db, input.id);
  if (row === null) return fail('notFound');
  if (row.revision !== input.expectedRevision) return fail('conflict');
  if (row.state === 'refused' || row.erased_at !== null) return fail('stateNotAllowed');
  if (holdsInsz(input.label)) return fail('refusedByRule', { details: { rules: 'APB-LABEL' } });
  const done = attempt<Record<string, never>>(db, () => {
    changeRequest(db, row.id, { label: plainWords(input.label, longestLabel) });
    return ok({});
  });
  if (done.ok) session.changed('applicant.changed', [row.id]);
  return done;
}

/** After an act the page sees what follows from it soon. */
export const afterwards = (session: Session, done: Done): Done => {
  startFollowing(session);
  return done;
};
