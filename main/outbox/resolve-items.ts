// Asks the service what became of items whose answer was lost. Only reads: what turns out untouched goes back to the queue,
// and the same request leaves at the next sending.
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import type { JobRun } from '../platform/session.ts';
import { readSet } from '../training/fla-api.ts';
import { addressOf } from './connection.ts';
import { findItem, patchItem } from './item-store.ts';
import { readBack } from './read-back.ts';
import { moveSubmitted } from './record-store.ts';
import { calling, type Ports } from './send-worker-year.ts';

/** Fails with the first reason why the service could not be asked; what it did answer is kept. */
export async function resolveItems(
  ports: Ports,
  run: JobRun,
  ids: readonly string[],
  inFlight: Set<string>,
): Promise<Result<unknown>> {
  let failed: Result<never> | null = null;
  let done = 0;
  run.progress(0, ids.length);
  for (const id of ids) {
    if (run.signal.aborted) return fail('cancelled');
    if (!inFlight.has(id)) {
      inFlight.add(id);
      const result = await resolveItem(ports, id).finally(() => inFlight.delete(id));
      if (!result.ok) failed ??= result;
    }
    done += 1;
    run.progress(done, ids.length);
  }
  return failed ?? ok({});
}

async function resolveItem(ports: Ports, id: string): Promise<Result<unknown>> {
  const { session, commits } = ports;
  const item = findItem(session.db, 'all', id);
  if (item?.state !== 'unknown') return ok({});
  const opened = ports.connections.of(item);
  if (!opened.ok) return opened;
  const shown = await calling(opened.value, session, (call) => readSet(call, addressOf(session, item)));
  if (shown.kind !== 'answer') return { ok: false, failure: shown.failure };
  await commits.commit(() => {
    if (readBack(session, id, shown.value, shown.text).kind !== 'untouched') return;
    const now = findItem(session.db, 'all', id);
    if (now?.state !== 'unknown') return;
    patchItem(session.db, now, { state: 'ready', failure: null, needs_decision: 0 });
    moveSubmitted(session.db, id, 'ready', session.clock.now().toISOString());
  });
  return ok({});
}
