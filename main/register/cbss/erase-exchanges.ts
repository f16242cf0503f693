// Messages to and from the service that name somebody go with the erasure of that person, with a proof of their own.
import { idsDigest } from '../../history/event-hash.ts';
import { recordAct } from '../../history/record-act.ts';
import type { Session } from '../../platform/session.ts';
import { deleteExchangesOf } from './exchange-person-store.ts';

/**
 * Within the transaction that erases, while the persons are still there; who calls writes the log of the last writes back. How many went.
 * What was asked of the service when stands in the history without names, and stays.
 */
export function eraseExchangesOf(session: Session, personIds: readonly string[]): number {
  const erased = deleteExchangesOf(session.db, personIds);
  if (erased.length === 0) return 0;
  recordAct(session, {
    ...{ employerId: null, kind: 'cbss.erased', summary: '' },
    payload: { exchanges: erased.length, digest: idsDigest(erased) },
  });
  session.changed('cbss.changed');
  return erased.length;
}
