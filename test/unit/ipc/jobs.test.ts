// Long work: its states, its figures, and what is left of it after a kill.
import { describe, expect, it } from 'vitest';
import { createJobRegistry, type JobStore } from '../../../main/ipc/jobs.ts';
import { type Job, jobSchema } from '../../../preload/contract/app.ts';
import { fail, ok } from '../../../preload/contract/result.ts';

function registry(store?: JobStore) {
  const told: [string, Job][] = [];
  const time = { ms: 0 };
  const bugs: unknown[] = [];
  let id = 0;
  const jobs = createJobRegistry({
    emit: (name, job) => told.push([name, jobSchema.parse(job)]),
    newId: () => `01980000-0000-7000-8000-00000000000${++id}`,
    clock: { now: () => new Date('2025-03-01T10:00:00Z'), monotonic: () => time.ms },
    bug: (error) => bugs.push(error),
    ...(store ? { store } : {}),
  });
  const ended = () => new Promise<void>((resolve) => setImmediate(resolve));
  return { jobs, told, time, ended, bugs };
}

const names = (told: [string, Job][]) => told.map(([name, job]) => `${name}:${job.state}:${job.done}`);

describe('job registry', () => {
  it('tells progress and the end, and lists the job afterwards', async () => {
    const { jobs, told, ended } = registry();
    const id = jobs.start(
      'outboxSend',
      async ({ report }) => {
        report({ done: 3 });
        return ok(null);
      },
      10,
    );
    expect(jobs.list()).toMatchObject([{ id, state: 'running', done: 0, total: 10 }]);
    await ended();
    expect(names(told)).toEqual(['job.progress:running:3', 'job.done:done:3']);
    expect(jobs.list()[0]?.state).toBe('done');
  });

  it('says rate and time left only once they are sure', async () => {
    const { jobs, told, time, ended } = registry();
    jobs.start(
      'outboxSend',
      async ({ report }) => {
        time.ms = 1_000;
        report({ done: 50 });
        time.ms = 30_000;
        report({ done: 100 });
        return ok(null);
      },
      400,
    );
    await ended();
    expect(told[0]?.[1]).toMatchObject({ perMinute: null, secondsLeft: null });
    expect(told[1]?.[1]).toMatchObject({ perMinute: 200, secondsLeft: 90 });
  });

  it('cancels what runs, once', async () => {
    const { jobs, told, ended } = registry();
    const id = jobs.start(
      'historyVerify',
      ({ signal }) =>
        new Promise((resolve) => signal.addEventListener('abort', () => resolve(fail('cancelled')))),
    );
    await ended();
    expect(jobs.cancel(id)).toEqual({ ok: true, value: {} });
    await ended();
    expect(names(told)).toEqual(['job.failed:cancelled:0']);
    expect(jobs.cancel(id)).toMatchObject({ ok: false, failure: { code: 'stateNotAllowed' } });
    expect(jobs.cancel('nobody')).toMatchObject({ ok: false, failure: { code: 'notFound' } });
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
    registry(store).jobs.start('outboxSend', () => new Promise(() => {}), 5);
    expect([...kept.values()].map((job) => job.state)).toEqual(['running']);
    expect(registry(store).jobs.list()).toMatchObject([{ state: 'interrupted', total: 5 }]);
    expect([...kept.values()].map((job) => job.state)).toEqual(['interrupted']);
  });
});
