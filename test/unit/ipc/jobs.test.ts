// Long work: its states, its figures, and what is left of it after a kill.
import { describe, expect, it } from 'vitest';
import { createJobs, type JobStore } from '../../../main/ipc/jobs.ts';
import type { Jobs } from '../../../main/platform/session.ts';
import { type Job, jobSchema } from '../../../preload/contract/app.ts';
import { fail, ok } from '../../../preload/contract/result.ts';

function registry(store?: JobStore) {
  const told: [string, Job][] = [];
  const time = { ms: 0 };
  const bugs: unknown[] = [];
  let id = 0;
  const jobs = createJobs({
    emit: (name, job) => told.push([name, jobSchema.parse(job)]),
    newId: () => `01980000-0000-7000-8000-00000000000${++id}`,
    clock: { now: () => new Date('2025-03-01T10:00:00Z'), monotonic: () => time.ms },
    bug: (error) => bugs.push(error),
    ...(store ? { store } : {}),
  });
  const ended = () => new Promise<void>((resolve) => setImmediate(resolve));
  return { jobs, told, time, ended, bugs };
}

/** The id of a job that must have started. */
function started(jobs: Jobs, ...job: Parameters<Jobs['start']>): string {
  const result = jobs.start(...job);
  if (!result.ok) throw new Error(result.failure.code);
  return result.value.id;
}

const names = (told: [string, Job][]) => told.map(([name, job]) => `${name}:${job.state}:${job.done}`);

describe('job registry', () => {
  it('tells progress and the end, and lists the job afterwards', async () => {
    const { jobs, told, ended } = registry();
    const id = started(jobs, 'outboxSend', async ({ progress }) => {
      progress(3, 10);
      return ok(null);
    });
    expect(jobs.list()).toMatchObject([{ id, state: 'running', done: 0, total: null }]);
    await ended();
    expect(names(told)).toEqual(['job.progress:running:3', 'job.done:done:3']);
    expect(jobs.list()[0]?.state).toBe('done');
  });

  it('says rate and time left only once they are sure', async () => {
    const { jobs, told, time, ended } = registry();
    jobs.start('outboxSend', async ({ progress }) => {
      time.ms = 1_000;
      progress(50, 400);
      time.ms = 30_000;
      progress(100, 400);
      return ok(null);
    });
    await ended();
    expect(told[0]?.[1]).toMatchObject({ perMinute: null, secondsLeft: null });
    expect(told[1]?.[1]).toMatchObject({ perMinute: 200, secondsLeft: 90 });
  });

  it('cancels what runs, once', async () => {
    const { jobs, told, ended } = registry();
    const id = started(
      jobs,
      'historyVerify',
      ({ signal }) =>
        new Promise((resolve) => signal.addEventListener('abort', () => resolve(fail('cancelled')))),
    );
    await ended();
    expect(jobs.cancel(id)).toBe(true);
    await ended();
    expect(names(told)).toEqual(['job.failed:cancelled:0']);
    expect(jobs.cancel(id)).toBe(false);
    expect(jobs.cancel('nobody')).toBe(false);
  });

  it('refuses a second run of the same kind while the first is under way', async () => {
    const { jobs, ended } = registry();
    const id = started(jobs, 'outboxSend', async () => ok(null));
    expect(jobs.start('outboxSend', async () => ok(null))).toMatchObject({
      ok: false,
      failure: { code: 'stateNotAllowed', details: { jobId: id } },
    });
    expect(jobs.start('outboxResolve', async () => ok(null)).ok).toBe(true);
    await ended();
    expect(jobs.start('outboxSend', async () => ok(null)).ok).toBe(true);
  });

  it('keeps a failure and its code', async () => {
    const { jobs, ended } = registry();
    jobs.start('outboxSend', async () => fail('offline', { retry: 'safe' }));
    await ended();
    expect(jobs.list()[0]).toMatchObject({ state: 'failed', failure: { code: 'offline', retry: 'safe' } });
  });

  it('turns a bug into a failed job and reports it', async () => {
    const { jobs, ended, bugs } = registry();
    jobs.start('outboxSend', () => {
      throw new Error('bug');
    });
    await ended();
    expect(jobs.list()[0]).toMatchObject({ state: 'failed', failure: { code: 'internal' } });
    expect(bugs).toHaveLength(1);
  });

  it('waits for running work when it closes', async () => {
    const { jobs } = registry();
    let finished = false;
    jobs.start('outboxSend', async ({ signal }) => {
      await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()));
      finished = true;
      return fail('cancelled');
    });
    await Promise.resolve();
    await jobs.close();
    expect(finished).toBe(true);
  });

  it('shows as interrupted what a kill cut off, and never as running', () => {
    const kept = new Map<string, Job>();
    const store: JobStore = { save: (job) => kept.set(job.id, job), all: () => [...kept.values()] };
    registry(store).jobs.start('outboxSend', () => new Promise(() => {}));
    expect([...kept.values()].map((job) => job.state)).toEqual(['running']);
    expect(registry(store).jobs.list()).toMatchObject([{ state: 'interrupted' }]);
    expect([...kept.values()].map((job) => job.state)).toEqual(['interrupted']);
  });
});
