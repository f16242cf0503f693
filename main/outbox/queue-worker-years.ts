// The outbox's side of submitting: one open item for each worker-year. An item whose request may have left is closed to
// changes until the service has said what became of it.
import { fail, ok } from '../../preload/contract/result.ts';
import type { Session } from '../platform/session.ts';
import type { WorkerYearQueue } from '../training/worker-year-queue.ts';
import { notePreparer } from './approve-items.ts';
import { patchItem } from './item-store.ts';
import type { ItemRow } from './outbox-item.ts';
import {
  hasSubmitted,
  insertItem,
  openItem,
  openItemsWith,
  putRecord,
  takeOutRecords,
} from './queue-store.ts';

/** A 503 leaves the frozen request on an item that waits: it may have taken effect all the same. */
const isOpenToChange = (item: ItemRow): boolean => item.state === 'ready' && item.request_body === null;

export function workerYearQueue(session: Session): WorkerYearQueue {
  const { db } = session;
  return {
    isFree(workerId, year) {
      const open = openItem(db, workerId, year);
      return open === null || isOpenToChange(open);
    },
    add(workerYear) {
      const open = openItem(db, workerYear.workerId, workerYear.year);
      if (open !== null && !isOpenToChange(open)) throw new RangeError('the worker-year is not free');
      const itemId = open?.id ?? session.ids.newId();
      if (open === null) insertItem(db, itemId, workerYear, session.clock.now().toISOString());
      else patchItem(db, open, { failure: null, needs_decision: 0, next_attempt_at: null });
      for (const training of workerYear.trainings) putRecord(db, itemId, training);
      notePreparer(session, itemId);
    },
    takeOut(trainingIds) {
      if (trainingIds.length === 0) return ok(undefined);
      for (const item of openItemsWith(db, trainingIds)) {
        if (!isOpenToChange(item)) return fail('stateNotAllowed');
        takeOutRecords(db, item.id, trainingIds);
        notePreparer(session, item.id);
        patchItem(db, item, { state: hasSubmitted(db, item.id) ? 'ready' : 'withdrawn' });
      }
      session.changed('outbox.changed', []);
      return ok(undefined);
    },
  };
}
