// Joins the writes of many requests that are under way at once into one transaction, so that a thousand answers do not
// wait for a thousand flushes to the disk. A write is done when its transaction is on the disk, never before.
import { type Database, transaction } from '../platform/database.ts';

export type GroupCommit = {
  /** Runs `work` in a transaction shared with others of the same moment; rejects alone if it throws. */
  commit<T>(work: () => T): Promise<T>;
};
type Waiting = { run: () => unknown; resolve: (value: unknown) => void; reject: (error: unknown) => void };

/** At most this many in one transaction: a window that asks meanwhile must not wait long. */
const most = 32;
/** How long the first of a group waits for others. A flush to the disk costs more. */
const gatherMs = 3;

export function createGroupCommit(db: Database): GroupCommit {
  let waiting: Waiting[] = [];
  let scheduled = false;

  const flush = (): void => {
    const group = waiting.slice(0, most);
    waiting = waiting.slice(most);
    scheduled = waiting.length > 0;
    if (scheduled) setImmediate(flush);
    let values: unknown[];
    try {
      values = transaction(db, () => group.map((one) => one.run()));
    } catch {
      // One of them failed and took the others along: each now stands for itself.
      for (const one of group) settleAlone(one);
      return;
    }
    group.forEach((one, i) => {
      one.resolve(values[i]);
    });
  };

  const settleAlone = (one: Waiting): void => {
    try {
      one.resolve(transaction(db, () => one.run()));
    } catch (error) {
      one.reject(error);
    }
  };

  return {
    commit: <T>(work: () => T) =>
      new Promise<T>((resolve, reject) => {
        waiting.push({ run: work, resolve: resolve as (value: unknown) => void, reject });
        if (scheduled) return;
        scheduled = true;
        setTimeout(flush, gatherMs);
      }),
  };
}
