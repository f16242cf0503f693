// Takes the values of an answer out of the database at once, as the access that they were read by is no longer there.
import type { ApplicantDataSet } from '../../preload/contract/applicants.ts';
import { recordAct } from '../history/record-act.ts';
import { transaction } from '../platform/database.ts';
import type { Session } from '../platform/session.ts';
import { accessesOf, dropValues, endAccesses, endRequest, notOpenAnyMore } from './answer-store.ts';
import { proveErasure } from './erasure-proof.ts';
import { findReading } from './reading-store.ts';
import { serviceNow } from './service-clock.ts';

export type HidingReason = 'revoked' | 'renounced' | 'accessEnded';
const stateBy = { revoked: 'revoked', renounced: 'renounced', accessEnded: 'expired' } as const;
const both: readonly ApplicantDataSet[] = ['flexiJobEligibility', 'studentWorkHours'];

/**
 * Overwrites the values of the data sets (all of the request where none are named), ends their accesses and, when none is left open,
 * the request. Who it was stays until the day turns, so that the person at work sees whom it was about; then that is erased too, with
 * proof. Where another part is still open, that of these data sets is erased now, with a proof of its own. May be called inside a transaction. True where something was hidden or ended.
 */
export function hideAnswer(
  session: Session,
  requestId: string,
  reason: HidingReason,
  dataSets: readonly ApplicantDataSet[] = both,
): boolean {
  const { db } = session;
  const done = transaction(db, () => {
    const request = findReading(db, requestId);
    if (request === null) return false;
    const hidden = dropValues(db, requestId, dataSets);
    const ended = endAccesses(db, requestId, dataSets, stateBy[reason]);
    if (hidden === 0 && !ended) return false;
    const left = accessesOf(db, requestId).some(
      ({ state }) => state === 'active' || state === 'awaitingAcceptance',
    );
    // By the clock that the day's end is counted by.
    if (!left) endRequest(db, requestId, new Date(serviceNow(session)).toISOString());
    else if (hidden > 0) {
      notOpenAnyMore(db, requestId, dataSets);
      const at = session.clock.now().toISOString();
      proveErasure(session, { ids: [requestId], at, reason, answers: hidden });
    }
    recordAct(session, {
      employerId: request.employerId,
      kind: 'applicantAnswer.withheld',
      subject: { kind: 'applicantRequest', id: requestId },
      summary: request.code,
      payload: { reason },
    });
    return true;
  });
  if (done) session.changed('applicant.changed', [requestId]);
  return done;
}
