// Long work: each job has an id, tells how far it is, can be cancelled, and is listed again after a reload of the page.
// A job store keeps the last state on disk, so that a job cut off by a kill shows as `interrupted`, never as running.
import type { Job } from '../../preload/contract/app.ts';
import { type Failure, fail, ok } from '../../preload/contract/result.ts';
import type { Clock } from '../platform/clock.ts';
import { abortForClosing } from '../platform/closing.ts';
import type { Jobs } from '../platform/session.ts';

/** Where jobs outlive the process. `all` answers the newest first. */
export type JobStore = { save(job: Job): void; all(): Job[] };

/** As many as `job.list` may answer. */
export const maxJobs = 100;

type Running = { kind: Job['kind']; stop: AbortController; ended: Promise<void> };

export function createJobs(options: {
  emit: (name: 'job.progress' | 'job.done' | 'job.failed', job: Job) => void;
  newId: () => string;
  clock: Clock;
  store?: JobStore;
  /** Told of an exception in the work, which is a bug. */
  bug?: (error: unknown) => void;
}): Jobs {
  const jobs = new Map<string, Job>();
  const running = new Map<string, Running>();

  for (const old of (options.store?.all() ?? []).slice(0, maxJobs).reverse()) {
    const job: Job = old.state === 'running' ? { ...old, state: 'interrupted', secondsLeft: null } : old;
    if (job !== old) options.store?.save(job);
    jobs.set(job.id, job);
  }

  const keep = (job: Job): void => {
    jobs.set(job.id, job);
    for (const [id, old] of jobs) {
      if (jobs.size <= maxJobs) break;
      if (old.state !== 'running') jobs.delete(id);
    }
  };

  const end = (id: string, state: Job['state'], failure: Failure | null): void => {
    const job = jobs.get(id);
    if (!job) return;
    const ended: Job = { ...job, state, failure, secondsLeft: null };
    keep(ended);
    options.store?.save(ended);
    options.emit(state === 'done' ? 'job.done' : 'job.failed', ended);
  };

  const run = async (
    id: string,
    stop: AbortController,
    work: Parameters<Jobs['start']>[1],
  ): Promise<void> => {
    const startedAt = options.clock.monotonic();
    const progress = (done: number, total: number | null): void => {
      const job = jobs.get(id);
      if (job?.state !== 'running') return;
      const next = advanced(job, done, total, options.clock.monotonic() - startedAt);
      keep(next);
      options.emit('job.progress', next);
    };
    try {
      const result = await work({ id, signal: stop.signal, progress });
      const failure = result.ok ? null : { ...result.failure, traceId: result.failure.traceId || id };
      if (!failure) end(id, 'done', null);
      else end(id, stop.signal.aborted ? 'cancelled' : 'failed', failure);
    } catch (error) {
      const stopped = stop.signal.aborted;
      if (!stopped) options.bug?.(error);
      end(
        id,
        stopped ? 'cancelled' : 'failed',
        fail(stopped ? 'cancelled' : 'internal', { traceId: id }).failure,
      );
    } finally {
      running.delete(id);
    }
  };

  return {
    start(kind, work) {
      const same = [...running].find(([, entry]) => entry.kind === kind);
      if (same) return fail('stateNotAllowed', { retry: 'safe', details: { jobId: same[0] } });
      const id = options.newId();
      const stop = new AbortController();
      const job: Job = {
        id,
        kind,
        state: 'running',
        done: 0,
        total: null,
        startedAt: options.clock.now().toISOString(),
        perMinute: null,
        secondsLeft: null,
        failure: null,
      };
      keep(job);
      options.store?.save(job);
      // The work begins in a later microtask, so that the caller holds the id before the first event.
      running.set(id, { kind, stop, ended: Promise.resolve().then(() => run(id, stop, work)) });
      return ok({ id });
    },
    list: () => [...jobs.values()].reverse(),
    cancel(id) {
      const entry = running.get(id);
      entry?.stop.abort();
      return entry !== undefined;
    },
    async close() {
      const all = [...running.values()];
      for (const entry of all) abortForClosing(entry.stop);
      await Promise.all(all.map((entry) => entry.ended));
    },
  };
}

/** Rate and time left are said only when five items are done and two seconds have passed. */
function advanced(job: Job, reported: number, total: number | null, elapsedMs: number): Job {
  const done = Math.max(job.done, reported);
  const sure = done >= 5 && elapsedMs >= 2_000;
  const perMinute = sure ? Math.round((done / elapsedMs) * 60_000) : null;
  const left = sure && total !== null ? Math.round(((total - done) * elapsedMs) / done / 1_000) : null;
  return { ...job, done, total, perMinute, secondsLeft: left === null ? null : Math.max(0, left) };
}
