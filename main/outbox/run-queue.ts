// Runs through the queue: several worker-years at once, each once in a run unless the service asked to wait.
import { type Failure, fail, ok, type Result } from '../../preload/contract/result.ts';
import type { EmployerScope } from '../employers/employer-scope.ts';
import type { JobRun } from '../platform/session.ts';
import { retryBusyEvents } from '../register/numbers/apply-number-event.ts';
import type { AccountGates } from './account-gates.ts';
import type { QueuedItem } from './item-store.ts';
import { createTurns } from './queue-turns.ts';
import { type Ports, type SendEnd, sendWorkerYear } from './send-worker-year.ts';

export type RunOptions = {
  scope: EmployerScope;
  /** The only items that may leave; null sets no limit. */
  only: ReadonlySet<string> | null;
  concurrency: number;
  gates: AccountGates;
  paused(): boolean;
  /** Items that a run holds: no two work on the same. */
  inFlight: Set<string>;
  /** Told at each end and each pause. */
  report(failure: Failure): void;
};

/** Waits are slept in pieces, so that a pause or a cancelled run is noticed. */
const pieceMs = 250;

/** Ends when nothing is left, when paused or cancelled, or with the failure that stops the queue. */
export async function runQueue(
  ports: Ports,
  run: JobRun,
  total: number,
  options: RunOptions,
): Promise<Result<unknown>> {
  const { gates, inFlight } = options;
  const turns = createTurns(ports.session, gates, options, ports.connections.accountOf);
  // Items that went back to the queue, with the reason.
  const putBack = new Map<string, Failure>();
  const mustEnd = (): boolean => run.signal.aborted || options.paused() || gates.all.ended() !== null;

  const handle = (item: QueuedItem, end: SendEnd): number => {
    const { id } = item;
    if (end.kind === 'done' || end.kind === 'skip') {
      turns.finished(id);
      putBack.delete(id);
      const count = turns.countFinished();
      run.progress(count, Math.max(total, count));
    } else putBack.set(id, end.failure);
    const alone = gates.ended(turns.accountOf(item), end);
    if (end.kind !== 'done') options.report(end.failure);
    return alone;
  };
  const attempt = async (item: QueuedItem): Promise<void> => {
    inFlight.add(item.id);
    try {
      const alone = handle(item, await sendWorkerYear(ports, item.id));
      if (alone > 0) await ports.sleep(alone);
    } finally {
      inFlight.delete(item.id);
    }
    if (putBack.has(item.id)) turns.putBack(item);
  };

  const flights = new Set<Promise<void>>();
  // Nothing could leave when it was last looked for: until something ends or this has passed, nobody looks again.
  let quietUntil = 0;
  const worker = async (): Promise<void> => {
    while (!mustEnd()) {
      const quiet = performance.now() < quietUntil;
      const item = quiet ? undefined : turns.next();
      if (item !== undefined) {
        const flight = attempt(item).finally(() => {
          flights.delete(flight);
          quietUntil = 0;
        });
        flights.add(flight);
        await flight;
        continue;
      }
      // Nobody's turn, nobody under way (a resolving holds some besides), nobody waiting: done.
      if (flights.size === 0 && inFlight.size === 0 && !turns.anyWaiting()) return;
      const piece = Math.min(pieceMs, turns.msToWait() || pieceMs);
      if (!quiet) quietUntil = performance.now() + piece;
      await (flights.size > 0 ? Promise.race([...flights, ports.sleep(piece)]) : ports.sleep(piece));
    }
  };

  run.progress(0, total);
  const ends = await Promise.allSettled(Array.from({ length: options.concurrency }, worker));
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
  // What waited for a sending to be settled before two workers become one.
  retryBusyEvents(ports.session);
  const failure = gates.all.ended();
  if (failure !== null) return { ok: false, failure };
  if (run.signal.aborted) return fail('cancelled');
  const [leftOver] = putBack.values();
  return leftOver === undefined || options.paused() ? ok({}) : { ok: false, failure: leftOver };
}
