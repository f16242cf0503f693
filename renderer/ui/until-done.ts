// Waits in a page for long work in main: by its events, and once by asking, as it may be done before the page listens.
import type { Job } from '../../preload/contract/app.ts';
import { type Failure, fail, ok, type Result } from '../../preload/contract/result.ts';
import { call, onEvent } from '../bridge.ts';

/** The failure of starting it, or that with which it ended. */
export async function untilDone(start: () => Promise<Result<{ jobId: string }>>): Promise<Result<Job>> {
  const ended = new Map<string, Job>();
  let heard: (job: Job) => void = () => undefined;
  const hear = (job: Job): void => {
    ended.set(job.id, job);
    heard(job);
  };
  const stop = [onEvent('job.done', hear), onEvent('job.failed', hear)];
  try {
    const started = await start();
    if (!started.ok) return started;
    const { jobId } = started.value;
    const listed = await call('job.list', {});
    const already = listed.ok
      ? listed.value.jobs.find(({ id, state }) => id === jobId && state !== 'running')
      : undefined;
    const job =
      ended.get(jobId) ??
      already ??
      (await new Promise<Job>((resolve) => {
        heard = (one) => {
          if (one.id === jobId) resolve(one);
        };
      }));
    if (job.state === 'done') return ok(job);
    const failure: Failure = job.failure ?? fail('cancelled', { retry: 'safe' }).failure;
    return { ok: false, failure };
  } finally {
    for (const one of stop) one();
  }
}
