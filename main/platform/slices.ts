// Work that would hold main for long, in slices: after each, main answers what came in meanwhile.
import { setImmediate } from 'node:timers/promises';
import { fail, type Result } from '../../preload/contract/result.ts';
import { type Database, databaseFailure, finishOpenWork, leaveOpen } from './database.ts';

/** Work that says after each small step that it may pause. */
export type Steps<T> = Generator<undefined, T>;

/** Milliseconds between two breaths. */
const sliceMs = 20;

export async function inSlices<T>(steps: Steps<T>): Promise<T> {
  let began = performance.now();
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    if (performance.now() - began < sliceMs) continue;
    await setImmediate();
    began = performance.now();
  }
}

/**
 * `attempt` in slices: still one transaction, all of it or nothing. Who reads meanwhile is answered; who writes has all of it
 * finished first, so that nothing else ever lies in this transaction. Failure `cancelled` once the signal aborts.
 */
export async function attemptInSlices<T>(
  db: Database,
  steps: Steps<Result<T>>,
  signal?: AbortSignal,
): Promise<Result<T>> {
  finishOpenWork(db);
  let end: { value: Result<T> } | { thrown: unknown } | undefined;
  const close = (value: Result<T>): void => {
    db.exec(value.ok ? 'COMMIT' : 'ROLLBACK');
    end = { value };
  };
  const run = (until: number): void => {
    try {
      for (;;) {
        const step = steps.next();
        if (step.done === true) {
          close(step.value);
          return;
        }
        if (performance.now() < until) continue;
        leaveOpen(db, () => run(Number.POSITIVE_INFINITY));
        return;
      }
    } catch (thrown) {
      if (db.inTransaction) db.exec('ROLLBACK');
      const known = databaseFailure(thrown);
      end = known === null ? { thrown } : { value: known };
    }
  };
  try {
    db.exec('BEGIN IMMEDIATE');
  } catch (thrown) {
    const known = databaseFailure(thrown);
    if (known === null) throw thrown;
    return known;
  }
  run(performance.now() + sliceMs);
  while (end === undefined) {
    await setImmediate();
    if (end !== undefined) break;
    leaveOpen(db, null);
    if (signal?.aborted === true) close(fail('cancelled', { retry: 'safe' }));
    else run(performance.now() + sliceMs);
  }
  if ('thrown' in end) throw end.thrown;
  return end.value;
}
