// At the opening of an environment: what a kill left as being sent is told true. With a frozen request the outcome is
// unknown; without one nothing can have left.
import { fail } from '../../preload/contract/result.ts';
import { recordAct } from '../history/record-act.ts';
import { transaction } from '../platform/database.ts';
import type { Session } from '../platform/session.ts';
import { itemsLeftSending, patchItem } from './item-store.ts';
import { moveSubmitted } from './record-store.ts';

/** Answers how many items were found cut off. */
export function recoverOutbox(session: Session): number {
  const { db } = session;
  return transaction(db, () => {
    const items = itemsLeftSending(db);
    const at = session.clock.now().toISOString();
    const lost = fail('outcomeUnknown', { retry: 'unknown', details: { reason: 'interrupted' } }).failure;
    for (const item of items) {
      const state = item.request_body === null ? 'ready' : 'unknown';
      patchItem(db, item, { state, failure: state === 'unknown' ? JSON.stringify(lost) : null });
      moveSubmitted(db, item.id, state, at);
      recordAct(session, {
        employerId: item.employer_id,
        kind: 'outbox.recovered',
        subject: { kind: 'outboxItem', id: item.id },
        result: state === 'unknown' ? 'unknown' : 'done',
        summary: '',
        payload: { state, requestHash: item.request_hash ?? '' },
      });
    }
    return items.length;
  });
}
