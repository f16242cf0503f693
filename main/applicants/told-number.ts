// The service answered that the number of a citizen was replaced: taken in as every replacement is, for all that hangs on the person.
import type { Session } from '../platform/session.ts';
import { applyNumberEvent } from '../register/numbers/apply-number-event.ts';
import { personOfNumber } from '../register/numbers/number-chain.ts';
import { changeRequest, findRequest } from './request-store.ts';

/** In the open transaction. Where the replacement waits to be looked at, only this request goes over to the new number. */
export function takeToldNumber(session: Session, requestId: string, before: string, now: string): void {
  const { db, ids } = session;
  applyNumberEvent(session, {
    ...{ eventId: `applicant.${ids.newId()}`, kind: 'replacement', oldInsz: before, newInsz: now },
    ...{ effectiveDate: session.businessDate(), origin: 'service' },
  });
  if (personOfNumber(db, before)?.personId === personOfNumber(db, now)?.personId) return;
  const request = findRequest(db, requestId);
  changeRequest(db, requestId, {
    ...(request?.insz === before ? { insz: now } : {}),
    ...(request?.approved_by === before ? { approved_by: now } : {}),
  });
}
