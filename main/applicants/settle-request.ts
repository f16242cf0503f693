// Writes down what the service says of a request. Its word wins over ours: a request is over when the service says so, not by the
// clock of this computer. What is not to be kept goes at once.
import { recordAct } from '../history/record-act.ts';
import { transaction } from '../platform/database.ts';
import type { Session } from '../platform/session.ts';
import { countRefusal, dropAccesses } from './access-store.ts';
import { believedEnd } from './believed-end.ts';
import { citizenMandateContract } from './citizen-mandate-api.ts';
import { changeRequest, dataSetsOf, findRequest, type RequestRow, serviceIdTaken } from './request-store.ts';
import { serviceInstant } from './service-clock.ts';
import type { WireRequest } from './wire-request.ts';

/** `3F2A-7C18`: by which people tell requests apart; null until the service gave its number. */
export function codeOfRequest(serviceId: string | null): string | null {
  const signs = (serviceId ?? '').replace(/[^0-9A-Za-z]/g, '').toUpperCase();
  return signs.length < 8 ? null : `${signs.slice(0, 4)}-${signs.slice(4, 8)}`;
}

export type RequestEvent =
  | 'applicantRequest.made'
  | 'applicantRequest.answerLost'
  | 'applicantRequest.notReceived'
  | 'applicantRequest.approved'
  | 'applicantRequest.approvedByOther'
  | 'applicantRequest.refused'
  | 'applicantRequest.expired'
  | 'applicantRequest.withdrawn'
  | 'applicantRequest.accepted'
  | 'applicantRequest.renounced'
  | 'applicantRequest.ended'
  | 'applicantRequest.linked'
  | 'applicantRequest.removed';

/** In the open transaction. Neither a number nor a name nor the label stands in it: it stays when these are gone. */
export function noteEvent(
  session: Session,
  row: Pick<RequestRow, 'id' | 'employer_id' | 'service_id'>,
  kind: RequestEvent,
  payload: Readonly<Record<string, unknown>> = {},
): void {
  recordAct(session, {
    employerId: row.employer_id,
    kind,
    subject: { kind: 'applicantRequest', id: row.id },
    ...(kind === 'applicantRequest.answerLost' ? { result: 'unknown' as const } : {}),
    contract: citizenMandateContract,
    summary: codeOfRequest(row.service_id) ?? '',
    payload,
  });
}

/** The service took it: from here on it is followed. Throws nothing; false where it names a number that another request has. */
export function settleMade(session: Session, id: string, wire: WireRequest): boolean {
  const { db } = session;
  const done = transaction(db, () => {
    const row = findRequest(db, id);
    if (row === null || (wire.serviceId !== null && serviceIdTaken(db, wire.serviceId, id))) return false;
    const { serviceId: service_id, url } = wire;
    const expires_at = believedEnd(session, row, wire);
    changeRequest(db, id, { state: 'open', board: 'asked', service_id, url, expires_at, failure: null });
    noteEvent(session, { ...row, service_id }, 'applicantRequest.made', {
      dataSets: dataSetsOf(row),
      enterpriseNumber: row.enterprise_number,
      mandataryNumber: row.mandatary_number,
      expiresAt: expires_at,
    });
    return true;
  });
  session.changed('applicant.changed', [id]);
  return done;
}

/** States in which the service's word on the request itself can still change something. */
const waiting = new Set<RequestRow['state']>(['asking', 'unknown', 'open']);

/** What the service says of a request that is not approved; true where something changed. */
export function settleState(session: Session, id: string, wire: WireRequest): boolean {
  const { db } = session;
  const changed = transaction(db, () => {
    const row = findRequest(db, id);
    if (row === null || !waiting.has(row.state)) return false;
    if (wire.serviceId !== null && serviceIdTaken(db, wire.serviceId, id)) return false;
    if (wire.state === 'open') return refreshed(session, row, wire);
    const service_id = row.service_id ?? wire.serviceId;
    const ended_at = serviceInstant(session);
    if (wire.state === 'approved') {
      changeRequest(db, id, { state: 'approved', board: 'approved', service_id, approved_at: ended_at });
      noteEvent(session, { ...row, service_id }, 'applicantRequest.approved', { dataSets: dataSetsOf(row) });
      return true;
    }
    const { state } = wire;
    changeRequest(db, id, { state, board: state, service_id, ended_at, url: null });
    noteEvent(session, { ...row, service_id }, `applicantRequest.${state}`);
    if (state === 'refused') forgetRefused(session, row);
    return true;
  });
  if (changed) session.changed('applicant.changed', [id]);
  return changed;
}

function refreshed(session: Session, row: RequestRow, wire: WireRequest): boolean {
  const expires_at = believedEnd(session, row, wire);
  const same =
    row.url === wire.url && row.expires_at === expires_at && row.service_id !== null && row.state === 'open';
  if (same) return false;
  const service_id = row.service_id ?? wire.serviceId;
  const { url } = wire;
  changeRequest(session.db, row.id, {
    state: 'open',
    board: 'asked',
    service_id,
    url,
    expires_at,
    failure: null,
  });
  if (row.state !== 'open') noteEvent(session, { ...row, service_id }, 'applicantRequest.made');
  return true;
}

/** Refusals are counted; who it was and what the office wrote beside it go at once. */
function forgetRefused(session: Session, row: RequestRow): void {
  const { db } = session;
  dropAccesses(db, row.id);
  changeRequest(db, row.id, { insz: null, approved_by: null, name: null, label: '' });
  countRefusal(db, row.employer_id, session.businessDate().slice(0, 7));
}

/** The service knows it no longer, as after practice was set back: nobody can approve it. */
export function settleGone(session: Session, id: string): void {
  settleState(session, id, {
    ...{ serviceId: null, clientReference: null, expiresAt: null, url: null, mandateIds: [] },
    state: 'expired',
  });
}
