// Long work: each job has an id, tells how far it is, can be cancelled, and is listed again after a reload of the page.
// A job store keeps the last state on disk, so that a job cut off by a kill shows as `interrupted`, never as running.
import type { Job } from '../../preload/contract/app.ts';
import { type Failure, fail, ok, type Result } from '../../preload/contract/result.ts';

export type JobKind = Job['kind'];
/** Where jobs outlive the process. `all` answers the newest first. */
export type JobStore = { save: (job: Job) => void; all: () => Job[] };
export type JobReport = { done: number; total?: number | null };
export type JobWork = (job: {
  id: string;
  signal: AbortSignal;
  report: (progress: JobReport) => void;
}) => Promise<Result<unknown>>;

export type JobRegistry = {
  /** Starts the work and answers its id at once. */
  start: (kind: JobKind, work: JobWork, total?: number | null) => string;
  list: () => Job[];
  cancel: (id: string) => Result<Record<string, never>>;
  /** Cancels all that runs and waits for it. */
  close: () => Promise<void>;
};

/** As many as `job.list` may answer. */
export const maxJobs = 100;

export function createJobRegistry(options: {
  emit: (name: 'job.progress' | 'job.done' | 'job.failed', job: Job) => void;
  newId: () => string;
  clock: { now: () => Date; monotonic: () => number };
  store?: JobStore;
  bug?: (error: unknown) => void;
}): JobRegistry {
  const jobs = new Map<string, Job>();
  const running = new Map<string, { stop: AbortController; ended: Promise<void> }>();

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

  const run = async (id: string, work: JobWork, stop: AbortController): Promise<void> => {
    const startedAt = options.clock.monotonic();
    try {
      const result = await work({
        id,
        signal: stop.signal,
        report(progress) {
          const job = jobs.get(id);
          if (job?.state !== 'running') return;
          const next = advanced(job, progress, options.clock.monotonic() - startedAt);
          keep(next);
          options.emit('job.progress', next);
        },
      });
      if (result.ok) end(id, 'done', null);
      else
        end(id, stop.signal.aborted ? 'cancelled' : 'failed', {
          ...result.failure,
          traceId: result.failure.traceId || id,
        });
    } catch (error) {
      if (!stop.signal.aborted) options.bug?.(error);
      const code = stop.signal.aborted ? 'cancelled' : 'internal';
      end(id, stop.signal.aborted ? 'cancelled' : 'failed', fail(code, { traceId: id }).failure);
    } finally {
      running.delete(id);
    }
  };

  return {
    start(kind, work, total = null) {
      const id = options.newId();
      const stop = new AbortController();
      const job: Job = {
        id,
        kind,
        state: 'running',
        done: 0,
        total,
        startedAt: options.clock.now().toISOString(),
        perMinute: null,
        secondsLeft: null,
        failure: null,
      };
      keep(job);
      options.store?.save(job);
      running.set(id, { stop, ended: Promise.resolve().then(() => run(id, work, stop)) });
      return id;
    },
    list: () => [...jobs.values()].reverse(),
    cancel(id) {
      if (!jobs.has(id)) return fail('notFound');
      const entry = running.get(id);
      if (!entry) return fail('stateNotAllowed');
      entry.stop.abort();
      return ok({});
    },
    async close() {
      const all = [...running.values()];
      for (const entry of all) entry.stop.abort();
      await Promise.all(all.map((entry) => entry.ended));
    },
  };
}

/** Rate and time left are said only when five items are done and two seconds have passed. */
function advanced(job: Job, progress: JobReport, elapsedMs: number): Job {
  const done = Math.max(job.done, progress.done);
  const total = progress.total === undefined ? job.total : progress.total;
  const sure = done >= 5 && elapsedMs >= 2_000;
  const perMinute = sure ? Math.round((done / elapsedMs) * 60_000) : null;
  const left = sure && total !== null ? Math.round(((total - done) * elapsedMs) / done / 1_000) : null;
  return { ...job, done, total, perMinute, secondsLeft: left === null ? null : Math.max(0, left) };
}
