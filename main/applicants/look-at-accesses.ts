// What citizens opened, and whether it still is: asked for requests that were approved, and for accesses that a citizen may have ended.
import { believablePeriod } from '../../preload/rules/applicants/believable-period.ts';
import { transaction } from '../platform/database.ts';
import type { Session } from '../platform/session.ts';
import { accessesOf, dropCandidate, linkedMandates, putCandidate } from './access-store.ts';
import type { ApplicantLine } from './applicant-line.ts';
import { readMandate, searchMandates } from './citizen-mandate-api.ts';
import { allPages, beginLook, type Look, newestPages } from './look.ts';
import { dataSetsOf, findRequest, type RequestRow } from './request-store.ts';
import { settleMandates } from './settle-access.ts';
import type { WireMandate } from './wire-mandate.ts';

/** Up to so many are asked one by one; beyond that a search costs less. */
const fewOnes = 2;
const standing = ['active', 'awaitingAcceptance'] as const;

/** Of one known number, right after its data were read. Where it does not come, what the reading said stands. */
export async function lookAtPerson(
  session: Session,
  line: ApplicantLine,
  id: string,
  signal: AbortSignal,
): Promise<void> {
  const row = findRequest(session.db, id);
  const insz = row?.approved_by ?? row?.insz ?? null;
  if (row === null || insz === null) return;
  const look = beginLook(session, line, partiesOf(row), signal, async () => true);
  await lookAtNumber(look, row, insz);
}

export const partiesOf = (row: Pick<RequestRow, 'enterprise_number' | 'mandatary_number'>) => ({
  enterpriseNumber: row.enterprise_number,
  mandataryNumber: row.mandatary_number,
});

/** The latest of each data set that was given by a number. */
async function lookAtNumber(look: Look, row: RequestRow, insz: string): Promise<boolean> {
  const found = await look.call((call, baseUrl) =>
    searchMandates(call, baseUrl, look.parties, { insz, states: standing }),
  );
  if (found === null || found === 'gone') return false;
  const free = notLinked(look.session, row, found.items);
  return settleMandates(look.session, row.id, latestOfEach(free));
}

/** One that names another request is not this one's, whoever lists it; what was read without a request may be of any. */
const belongs = (row: RequestRow, serviceId: string | null): boolean =>
  serviceId === null || row.state === 'direct' || row.service_id === null || serviceId === row.service_id;

/** What belongs to no other request. */
function notLinked({ db }: Session, row: RequestRow, mandates: readonly WireMandate[]): WireMandate[] {
  const own = new Set(accessesOf(db, [row.id]).map(({ service_id: id }) => id));
  const taken = linkedMandates(
    db,
    mandates.map(({ mandateId }) => mandateId),
  );
  return mandates.filter(
    ({ mandateId, serviceId }) => (own.has(mandateId) || !taken.has(mandateId)) && belongs(row, serviceId),
  );
}

function latestOfEach(mandates: readonly WireMandate[]): WireMandate[] {
  const latest = new Map<string, WireMandate>();
  for (const one of mandates) {
    const known = latest.get(one.dataSet);
    if (known === undefined || one.until > known.until) latest.set(one.dataSet, one);
  }
  return [...latest.values()];
}

/** `mandateIds`: as the request itself named them, where it did. */
export type Approved = { row: RequestRow; mandateIds: readonly string[] };

/**
 * Who approved, and what is open now. Where the service does not say to which request an approval belongs, a known number is asked for
 * by itself; of an unknown one a person has to say so.
 */
export async function lookAtApproved(look: Look, approved: readonly Approved[]): Promise<void> {
  if (approved.length === 0) return;
  const left = approved.length <= fewOnes ? await oneByOne(look, approved) : await together(look, approved);
  for (const { row } of left)
    if (row.insz !== null && look.failed() === null) await lookAtNumber(look, row, row.insz);
  const unknown = left.filter(({ row }) => row.insz === null);
  if (unknown.length > 0 && look.failed() === null) await findCandidates(look, unknown);
}

async function oneByOne(look: Look, approved: readonly Approved[]): Promise<Approved[]> {
  const left: Approved[] = [];
  for (const one of approved) {
    const { service_id: serviceId } = one.row;
    const named = one.mandateIds.length > 0;
    const answer =
      serviceId === null && !named
        ? null
        : await look.call((call, baseUrl) =>
            searchMandates(call, baseUrl, look.parties, serviceId === null ? {} : { serviceId }),
          );
    const found = answer === null || answer === 'gone' ? [] : answer.items;
    if (look.failed() !== null) return [];
    if (!settleOwn(look.session, one, found)) left.push(one);
  }
  return left;
}

async function together(look: Look, approved: readonly Approved[]): Promise<Approved[]> {
  const enough = (found: readonly WireMandate[]): boolean =>
    approved.every((one) => ownOf(one, found).length > 0);
  const found = await newestPages(
    look,
    (page) => (call, baseUrl) => searchMandates(call, baseUrl, look.parties, {}, page),
    enough,
  );
  return found === null ? [] : approved.filter((one) => !settleOwn(look.session, one, found));
}

const ownOf = ({ row, mandateIds }: Approved, found: readonly WireMandate[]): WireMandate[] =>
  found.filter(
    (one) =>
      belongs(row, one.serviceId) &&
      (mandateIds.includes(one.mandateId) || (one.serviceId !== null && one.serviceId === row.service_id)),
  );

function settleOwn(session: Session, one: Approved, found: readonly WireMandate[]): boolean {
  const own = ownOf(one, found);
  settleMandates(session, one.row.id, own);
  return own.length > 0;
}

/** Approvals that belong to nothing known here, given since the earliest of these requests was made. */
async function findCandidates(look: Look, waiting: readonly Approved[]): Promise<void> {
  const { session } = look;
  const since = session.businessDate();
  const found = await newestPages(
    look,
    (page) => (call, baseUrl) => searchMandates(call, baseUrl, look.parties, { states: standing }, page),
    (so) => so.some(({ from }) => from < since),
  );
  if (found === null) return;
  const wanted = new Set(waiting.flatMap(({ row }) => dataSetsOf(row)));
  const employerId = look.line.employerId;
  const added = transaction(session.db, () => {
    const taken = linkedMandates(
      session.db,
      found.map(({ mandateId }) => mandateId),
    );
    const free = found.filter(
      (one) =>
        one.serviceId === null &&
        !taken.has(one.mandateId) &&
        wanted.has(one.dataSet) &&
        one.from >= since &&
        believablePeriod(one, since),
    );
    return free.filter((one) =>
      putCandidate(session.db, {
        ...{ employer_id: employerId, mandate_id: one.mandateId, insz: one.insz, name: one.name },
        ...{ data_set: one.dataSet, start_date: one.from, end_date: one.until },
      }),
    ).length;
  });
  if (added > 0) session.changed('applicant.changed', waiting.map(({ row }) => row.id).slice(0, 500));
}

/** A person said whose approval it is. False where it is none of them any more. */
export async function linkPerson(look: Look, row: RequestRow, insz: string): Promise<boolean> {
  const done = await lookAtNumber(look, row, insz);
  if (!done) return false;
  const { db } = look.session;
  transaction(db, () => {
    for (const { service_id: id } of accessesOf(db, [row.id]))
      if (id !== null) dropCandidate(db, row.employer_id, id);
  });
  return true;
}

/** Whether what was open still is: a citizen may end it at any time. */
export async function lookAtAccesses(look: Look, rows: readonly RequestRow[]): Promise<void> {
  const { session } = look;
  const byId = new Map(rows.map((row) => [row.id, row]));
  const open = accessesOf(
    session.db,
    rows.map(({ id }) => id),
  ).filter(
    ({ state, service_id: id }) => id !== null && (state === 'active' || state === 'awaitingAcceptance'),
  );
  const shown = new Map<string, WireMandate>();
  if (open.length > fewOnes) {
    const all = await allPages(
      look,
      (page) => (call, baseUrl) => searchMandates(call, baseUrl, look.parties, { states: standing }, page),
    );
    for (const one of all ?? []) shown.set(one.mandateId, one);
  }
  for (const [requestId, own] of Map.groupBy(open, (one) => one.request_id)) {
    const mandates: WireMandate[] = [];
    for (const { service_id: id } of own) {
      if (id === null || look.failed() !== null) continue;
      const known =
        shown.get(id) ?? (await look.call((call, baseUrl) => readMandate(call, baseUrl, look.parties, id)));
      const row = byId.get(requestId);
      if (known === null || known === 'gone' || row === undefined) continue;
      if (belongs(row, known.serviceId)) mandates.push(known);
    }
    settleMandates(session, requestId, mandates);
  }
}
