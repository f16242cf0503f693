// Runs through the queue: several worker-years at once, each once in a run unless the service asked to wait.
import { type Failure, fail, ok, type Result } from '../../preload/contract/result.ts';
import type { EmployerScope } from '../employers/employer-scope.ts';
import type { JobRun } from '../platform/session.ts';
import { idsInState } from './item-store.ts';
import type { Gate } from './queue-gate.ts';
import { type Ports, type SendEnd, sendWorkerYear } from './send-worker-year.ts';

export type RunOptions = {
  scope: EmployerScope;
  /** The only items that may leave; null sets no limit. */
  only: ReadonlySet<string> | null;
  concurrency: number;
  gate: Gate;
  paused(): boolean;
  /** Items that a run holds: no two work on the same. */
  inFlight: Set<string>;
  /** Told at each end and each pause. */
  report(failure: Failure | null, waitUntil: Date | null): void;
};

const batch = 256;
const most = 1_000_000;
/** Times one item may be tried in one run. */
const mostTries = 6;

/** Ends when nothing is left, when paused or cancelled, or with the failure that stops the queue. */
export async function runQueue(
  ports: Ports,
  run: JobRun,
  total: number,
  options: RunOptions,
): Promise<Result<unknown>> {
  const { gate, inFlight, only } = options;
  const tries = new Map<string, number>();
  const finished = new Set<string>();
  // Items that went back to the queue, with the reason.
  const putBack = new Map<string, Failure>();
  const queue: string[] = [];

  const refill = (): void => {
    // What was lost is asked about before anything new is sent.
    for (const state of ['unknown', 'ready'] as const) {
      const limit = only === null ? batch + inFlight.size + finished.size : most;
      const ids = idsInState(ports.session.db, options.scope, state, limit, ports.session.businessDate());
      queue.push(
        ...ids.filter(
          (id) =>
            !inFlight.has(id) &&
            !finished.has(id) &&
            (only?.has(id) ?? true) &&
            (tries.get(id) ?? 0) < mostTries,
        ),
      );
    }
  };
  const next = (): string | undefined => {
    if (queue.length === 0) refill();
    return queue.shift();
  };
  const mustEnd = (): boolean => run.signal.aborted || options.paused() || gate.ended() !== null;

  const handle = (id: string, end: SendEnd): void => {
    if (end.kind === 'done' || end.kind === 'skip') {
      finished.add(id);
      putBack.delete(id);
      run.progress(finished.size, Math.max(total, finished.size));
    }
    if (end.kind === 'done') gate.succeeded();
    if (end.kind === 'wait') gate.pause(end.failure, end.retryAt);
    if (end.kind === 'offline') gate.offline(end.failure);
    if (end.kind === 'stop') gate.stop(end.failure);
    if (end.kind !== 'done' && end.kind !== 'skip') putBack.set(id, end.failure);
    if (end.kind !== 'done') options.report(end.failure, gate.until());
  };

  const worker = async (): Promise<void> => {
    while (!mustEnd()) {
      const until = gate.until();
      if (until !== null) {
        // In short pieces, so that a pause or a cancelled run is noticed.
        await ports.sleep(Math.min(250, Math.max(1, until.getTime() - ports.session.clock.now().getTime())));
        continue;
      }
      const id = next();
      if (id === undefined) {
        // Others may still put theirs back.
        if (inFlight.size === 0) return;
        await Promise.race([...flights]);
        continue;
      }
      inFlight.add(id);
      tries.set(id, (tries.get(id) ?? 0) + 1);
      const flight = sendWorkerYear(ports, id).finally(() => {
        inFlight.delete(id);
        flights.delete(flight);
      });
      flights.add(flight);
      handle(id, await flight);
    }
  };

  const flights = new Set<Promise<SendEnd>>();
  run.progress(0, total);
  const ends = await Promise.allSettled(Array.from({ length: options.concurrency }, worker));
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
  const failure = gate.ended();
  if (failure !== null) return { ok: false, failure };
  if (run.signal.aborted) return fail('cancelled');
  const [leftOver] = putBack.values();
  return leftOver === undefined || options.paused() ? ok({}) : { ok: false, failure: leftOver };
}
