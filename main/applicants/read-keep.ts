// Keeps what an applicant opened in place of the earlier answer, with who read it and why in the history.
import type { ApplicantDataSet } from '../../preload/contract/applicants.ts';
import { believablePeriod } from '../../preload/rules/applicants/believable-period.ts';
import { belgianDayOf } from '../../preload/rules/dates/belgian-day.ts';
import { recordAct } from '../history/record-act.ts';
import { transaction } from '../platform/database.ts';
import type { Session } from '../platform/session.ts';
import { hideAnswer } from './answer-hide.ts';
import { accessesOf, noteOpen, putAnswer, setBoardRead } from './answer-store.ts';
import { allowedBy, noteApplicantLine } from './applicant-register.ts';
import type { OpenedData } from './precontractual-answer.ts';
import { precontractualContract } from './precontractual-api.ts';
import { findReading } from './reading-store.ts';
import { serviceDay, serviceNow } from './service-clock.ts';

export type ReadingPurpose = 'beforeContract' | 'beforeExtension' | 'check';
/** `insz`: of whom it was asked. */
export type Opened = { insz: string; data: OpenedData; purpose: ReadingPurpose };

/**
 * Writes the answer, what it says of the accesses, and the event; a data set that is not open any more loses its earlier value. False
 * where nothing of it may be kept, as the request was ended, erased or became somebody else's while the answer was on its way. May be
 * called inside a transaction. Neither number nor result stands in the event.
 */
export function keepOpened(session: Session, requestId: string, { insz, data, purpose }: Opened): boolean {
  const { db } = session;
  const kept = transaction(db, () => {
    const request = findReading(db, requestId);
    if (request === null || request.erased || request.insz !== insz) return false;
    if (request.state !== 'approved' && request.state !== 'direct') return false;
    const known = new Map(accessesOf(db, requestId).map((one) => [one.data_set, one]));
    const open = request.dataSets.filter(
      (one) => openedOf(data, one) !== null && !isOver(known.get(one)?.state),
    );
    if (open.length === 0) return false;
    const readAt = readAtOf(session, data.at);
    const today = serviceDay(session);
    for (const dataSet of open) {
      const startDate = known.get(dataSet)?.start_date ?? today;
      const until = data.ends.find((end) => end.dataSet === dataSet)?.endDate ?? null;
      // One that goes on and on is none that a citizen gives: what was known of its end stays.
      const isBelieved = until !== null && believablePeriod({ from: startDate, until }, today);
      noteOpen(db, requestId, { dataSet, startDate, endDate: isBelieved ? until : null });
      putAnswer(db, requestId, { dataSet, readAt, value: openedOf(data, dataSet) });
    }
    for (const one of request.dataSets) {
      if (open.includes(one)) continue;
      // Whether the applicant ended it only the mandate can tell.
      if (known.has(one)) hideAnswer(session, requestId, 'accessEnded', [one]);
      putAnswer(db, requestId, { dataSet: one, readAt, value: null });
    }
    setBoardRead(db, requestId);
    noteApplicantLine(session, requestId, 'never before');
    const { employerId } = request;
    const register = allowedBy(session, { id: requestId, employerId, insz });
    recordAct(session, {
      employerId,
      kind: 'applicantAnswer.consulted',
      subject: { kind: 'applicantRequest', id: requestId },
      contract: precontractualContract,
      summary: request.code,
      payload: { purpose, dataSets: request.dataSets, register },
    });
    return true;
  });
  if (kept) session.changed('applicant.changed', [requestId]);
  return kept;
}

const isOver = (state: string | undefined): boolean =>
  state === 'revoked' || state === 'renounced' || state === 'expired';

/**
 * ISO 8601. The service's own word where it is of the day on which we read: how long the answer is kept counts from that day, and never
 * from one that somebody else names.
 */
function readAtOf(session: Session, said: string | null): string {
  const own = serviceNow(session);
  const at = said === null ? Number.NaN : Date.parse(said);
  const near = Math.abs(at - own) <= 86_400_000 && belgianDayOf(at) === belgianDayOf(own);
  return new Date(near ? at : own).toISOString();
}

const openedOf = (data: OpenedData, dataSet: ApplicantDataSet): object | null =>
  dataSet === 'flexiJobEligibility' ? data.flexiJob : data.studentHours;
