// Keeps what an applicant opened in place of the earlier answer, with who read it and why in the history.
import type { ApplicantDataSet } from '../../preload/contract/applicants.ts';
import { recordAct } from '../history/record-act.ts';
import { transaction } from '../platform/database.ts';
import type { Session } from '../platform/session.ts';
import { hideAnswer } from './answer-hide.ts';
import { accessesOf, noteOpen, putAnswer, setBoardRead } from './answer-store.ts';
import type { OpenedData } from './precontractual-answer.ts';
import { precontractualContract } from './precontractual-api.ts';
import { findReading } from './reading-store.ts';
import { serviceNow } from './service-clock.ts';

export type ReadingPurpose = 'beforeContract' | 'beforeExtension' | 'check';

/**
 * Writes the answer, what it says of the accesses, and the event; a data set that is not open any more loses its earlier value.
 * May be called inside a transaction. Neither number nor result stands in the event.
 */
export function keepOpened(
  session: Session,
  requestId: string,
  data: OpenedData,
  purpose: ReadingPurpose,
): void {
  const { db } = session;
  transaction(db, () => {
    const request = findReading(db, requestId);
    if (request === null || request.erased) return;
    const readAt = data.at ?? new Date(serviceNow(session)).toISOString();
    const today = session.businessDate();
    for (const dataSet of request.dataSets) {
      const value = openedOf(data, dataSet);
      if (value === null) continue;
      const endDate = data.ends.find((end) => end.dataSet === dataSet)?.endDate ?? null;
      noteOpen(db, requestId, { dataSet, startDate: today, endDate });
      putAnswer(db, requestId, { dataSet, readAt, value });
    }
    // What was open before and is not any more is a withdrawal of its own.
    const gone = accessesOf(db, requestId).filter(({ data_set: one }) => data.missing.includes(one));
    for (const { data_set: one, end_date: end } of gone)
      hideAnswer(session, requestId, end < today ? 'accessEnded' : 'revoked', [one]);
    for (const dataSet of data.missing) putAnswer(db, requestId, { dataSet, readAt, value: null });
    setBoardRead(db, requestId);
    recordAct(session, {
      employerId: request.employerId,
      kind: 'applicantAnswer.consulted',
      subject: { kind: 'applicantRequest', id: requestId },
      contract: precontractualContract,
      summary: request.code,
      payload: { purpose, dataSets: request.dataSets },
    });
  });
  session.changed('applicant.changed', [requestId]);
}

const openedOf = (data: OpenedData, dataSet: ApplicantDataSet): object | null =>
  dataSet === 'flexiJobEligibility' ? data.flexiJob : data.studentHours;
