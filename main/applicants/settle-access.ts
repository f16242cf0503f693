// Writes down what a citizen opened, and what became of it since. An approval by another citizen than was asked opens nothing.
import { believablePeriod } from '../../preload/rules/applicants/believable-period.ts';
import { plainWords } from '../../preload/rules/text/plain-words.ts';
import { personByInsz } from '../people/person-store.ts';
import { transaction } from '../platform/database.ts';
import type { Session } from '../platform/session.ts';
import { type AccessRow, accessesOf, putAccess, withAnswer } from './access-store.ts';
import { hideAnswer } from './answer-hide.ts';
import { noteApplicantLine } from './applicant-register.ts';
import { changeRequest, dataSetsOf, findRequest, otherCitizen, type RequestRow } from './request-store.ts';
import { serviceInstant } from './service-clock.ts';
import { noteEvent } from './settle-request.ts';
import { longestName, type WireMandate } from './wire-mandate.ts';

/**
 * Takes the mandates of a request as they stand now: all of one citizen. True where something changed. Data sets that were not asked
 * for are left alone.
 */
export function settleMandates(session: Session, id: string, mandates: readonly WireMandate[]): boolean {
  const { db } = session;
  const changed = transaction(db, () => {
    const row = findRequest(db, id);
    if (row === null || row.erased_at !== null) return false;
    const before = accessesOf(db, [id]);
    const theirs = mandates.flatMap((one) => believed(session, one, before) ?? []);
    const [first] = theirs;
    const own = theirs.filter((one) => dataSetsOf(row).includes(one.dataSet) && one.insz === first?.insz);
    if (first === undefined || own.length === 0) return false;
    const news = [approve(session, row, first), putAll(session, row, own)].includes(true);
    if (news) noteApplicantLine(session, id);
    return news;
  });
  if (changed) session.changed('applicant.changed', [id]);
  return changed;
}

/**
 * Null where its days are none that a citizen gives. That it is over is believed with any days: what is known of them stays.
 */
function believed(session: Session, one: WireMandate, before: readonly AccessRow[]): WireMandate | null {
  if (believablePeriod(one, session.businessDate())) return one;
  session.log.warn('applicant.periodNotBelieved', { state: one.state });
  const known = before.find(({ service_id: id }) => id === one.mandateId);
  const isOpen = one.state === 'active' || one.state === 'awaitingAcceptance';
  return isOpen || known === undefined ? null : { ...one, from: known.start_date, until: known.end_date };
}

/** Whether two numbers are of one person, as far as it is known here: a number may have been replaced. */
function samePerson({ db }: Session, one: string, other: string): boolean {
  if (one === other) return true;
  const known = personByInsz(db, one);
  return known !== null && known.id === personByInsz(db, other)?.id;
}

function approve(session: Session, row: RequestRow, { insz, name }: WireMandate): boolean {
  if (row.approved_by !== null || row.state === 'direct' || row.state === 'ended') return false;
  const { db } = session;
  const other = row.insz !== null && !samePerson(session, row.insz, insz);
  const known = personByInsz(db, insz);
  const local =
    known === null ? null : plainWords(`${known.givenName} ${known.familyName}`, longestName) || null;
  changeRequest(db, row.id, {
    approved_by: other ? otherCitizen : insz,
    approved_at: row.approved_at ?? serviceInstant(session),
    ...(other ? {} : { name: name ?? local }),
  });
  if (other) noteEvent(session, row, 'applicantRequest.approvedByOther');
  // Told already where the service said so of the request itself.
  else if (row.state !== 'approved')
    noteEvent(session, row, 'applicantRequest.approved', { dataSets: dataSetsOf(row) });
  return true;
}

const over = { revoked: 'revoked', renounced: 'renounced', expired: 'accessEnded' } as const;

function putAll(session: Session, row: RequestRow, mandates: readonly WireMandate[]): boolean {
  const { db } = session;
  const before = new Map(accessesOf(db, [row.id]).map((one) => [one.data_set, one]));
  let changed = false;
  for (const one of mandates) {
    const known = before.get(one.dataSet);
    const is = { state: one.state, start_date: one.from, end_date: one.until, service_id: one.mandateId };
    if (
      known !== undefined &&
      known.state === is.state &&
      known.end_date === is.end_date &&
      known.start_date === is.start_date &&
      known.service_id === is.service_id
    )
      continue;
    changed = true;
    const open = known === undefined || known.state === 'active' || known.state === 'awaitingAcceptance';
    const ended = one.state === 'revoked' || one.state === 'renounced' || one.state === 'expired';
    // What was read goes with the access by which it was read.
    if (ended && open && known !== undefined)
      hideAnswer(session, row.id, over[one.state as keyof typeof over], [one.dataSet]);
    putAccess(db, { request_id: row.id, data_set: one.dataSet, ...is, revoked_at: one.revokedAt });
  }
  if (changed) settleBoard(session, row.id);
  return changed;
}

/** State and column as the accesses have them now. */
function settleBoard(session: Session, id: string): void {
  const { db } = session;
  const row = findRequest(db, id);
  if (row === null) return;
  const states = accessesOf(db, [id]).map(({ state }) => state);
  if (states.includes('active')) {
    const state = row.state === 'direct' ? 'direct' : 'approved';
    changeRequest(db, id, { state, board: withAnswer(db, id) ? 'read' : 'approved', url: null });
    return;
  }
  if (states.includes('awaitingAcceptance')) {
    changeRequest(db, id, { state: 'awaitingAcceptance', board: 'approved', url: null });
    return;
  }
  const ended_at = row.ended_at ?? serviceInstant(session);
  changeRequest(db, id, { state: 'ended', board: 'ended', ended_at, url: null });
  noteEvent(session, row, 'applicantRequest.ended', { state: states });
}
