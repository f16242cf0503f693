// What became of the requests of one employer: one by one where they are few, else by what is still open at the service.
import { fail } from '../../preload/contract/result.ts';
import { transaction } from '../platform/database.ts';
import { findByReference, readRequest, searchRequests } from './citizen-mandate-api.ts';
import { allPages, type Look, newestPages } from './look.ts';
import { type Approved, lookAtApproved } from './look-at-accesses.ts';
import { changeRequest, findRequest, ownOf, questionOf, type RequestRow } from './request-store.ts';
import { serviceInstant, serviceNow } from './service-clock.ts';
import { noteEvent, settleGone, settleState } from './settle-request.ts';
import type { WireRequest } from './wire-request.ts';

/** Up to so many are asked about one by one. */
const fewRequests = 2;
/** Milliseconds after which a request that the service does not know was never received: nothing is on its way any more. */
const lostAfterMs = 60_000;
const closed = ['approved', 'refused', 'expired', 'withdrawn'] as const;

export async function lookAtRequests(look: Look, rows: readonly RequestRow[]): Promise<void> {
  for (const row of rows) if (row.state === 'asking' || row.state === 'unknown') await lookAtLost(look, row);
  const open = rows.filter(({ state, service_id: id }) => state === 'open' && id !== null);
  const approved = open.length <= fewRequests ? await oneByOne(look, open) : await together(look, open);
  const loose = rows.filter(({ state }) => state === 'approved').map((row) => ({ row, mandateIds: [] }));
  if (look.failed() === null) await lookAtApproved(look, [...approved, ...loose]);
}

async function lookAtLost(look: Look, row: RequestRow): Promise<void> {
  const found = await look.call((call, baseUrl) =>
    findByReference(call, baseUrl, look.parties, questionOf(row)),
  );
  const { session } = look;
  if (found === null || found === 'gone') return;
  if (found.request !== null) {
    settleState(session, row.id, found.request);
    return;
  }
  if (Math.abs(serviceNow(session) - Date.parse(row.asked_at)) < lostAfterMs) return;
  const { failure } = fail('notReceived', { retry: 'safe' });
  transaction(session.db, () => {
    changeRequest(session.db, row.id, {
      ...{ state: 'notMade', ended_at: serviceInstant(session) },
      failure: JSON.stringify(failure),
    });
    noteEvent(session, row, 'applicantRequest.notReceived');
  });
  session.changed('applicant.changed', [row.id]);
}

/** Those that were approved since. */
async function oneByOne(look: Look, rows: readonly RequestRow[]): Promise<Approved[]> {
  const approved: Approved[] = [];
  for (const row of rows) {
    const { service_id: id } = row;
    if (id === null) continue;
    const wire = await look.call((call, baseUrl) => readRequest(call, baseUrl, id, ownOf(row)));
    if (wire === 'gone') settleGone(look.session, row.id);
    else if (wire !== null) settle(look, row, wire, approved);
  }
  return approved;
}

function settle(look: Look, row: RequestRow, wire: WireRequest, approved: Approved[]): void {
  const { session } = look;
  settleState(session, row.id, wire);
  const now = findRequest(session.db, row.id);
  if (wire.state === 'approved' && now !== null) approved.push({ row: now, mandateIds: wire.mandateIds });
}

type Known = { byNumber: ReadonlyMap<string, WireRequest>; byReference: ReadonlyMap<string, WireRequest> };

/** By our reference only where one of the two has no number: another number is another request. */
function foundOf(row: RequestRow, known: Known): WireRequest | undefined {
  const own = row.service_id === null ? undefined : known.byNumber.get(row.service_id);
  const alike = known.byReference.get(row.client_reference);
  return own ?? (row.service_id === null || alike?.serviceId === null ? alike : undefined);
}

const knownOf = (found: readonly WireRequest[]): Known => ({
  byNumber: new Map(found.flatMap((wire) => (wire.serviceId === null ? [] : [[wire.serviceId, wire]]))),
  byReference: new Map(
    found.flatMap((wire) => (wire.clientReference === null ? [] : [[wire.clientReference, wire]])),
  ),
});

/** What is no longer among those that are open, is looked for among the newest that are over. */
async function together(look: Look, rows: readonly RequestRow[]): Promise<Approved[]> {
  const open = await allPages(
    look,
    (page) => (call, baseUrl) => searchRequests(call, baseUrl, look.parties, { states: ['open'] }, page),
  );
  if (open === null) return [];
  const still = knownOf(open);
  const over: RequestRow[] = [];
  for (const row of rows) {
    const wire = foundOf(row, still);
    if (wire === undefined) over.push(row);
    else settleState(look.session, row.id, wire);
  }
  if (over.length <= fewRequests) return oneByOne(look, over);
  const found = await newestPages(
    look,
    (page) => (call, baseUrl) => searchRequests(call, baseUrl, look.parties, { states: closed }, page),
    (so) => {
      const known = knownOf(so);
      return over.every((row) => foundOf(row, known) !== undefined);
    },
  );
  if (found === null) return [];
  const known = knownOf(found);
  const approved: Approved[] = [];
  for (const row of over) {
    const wire = foundOf(row, known);
    if (wire !== undefined) settle(look, row, wire, approved);
  }
  const nowhere = over.filter((row) => foundOf(row, known) === undefined);
  return [...approved, ...(await oneByOne(look, nowhere.slice(0, fewRequests)))];
}
