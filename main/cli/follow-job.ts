// Waits for long work and tells on standard error how far it is.
import type { Job } from '../../preload/contract/app.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import type { Context } from './command.ts';

const firstWaitMs = 20;
const longestWaitMs = 400;

/** The job as it ended; its failure when it failed or was stopped. */
export async function followJob({ app, t, progress }: Context, jobId: string): Promise<Result<Job>> {
  let told = -1;
  for (let wait = firstWaitMs; ; wait = Math.min(longestWaitMs, wait * 1.5)) {
    const list = await app.call('job.list', {});
    if (!list.ok) return list;
    const job = list.value.jobs.find(({ id }) => id === jobId);
    if (!job) return fail('notFound');
    if (job.done !== told && job.total !== null) {
      told = job.done;
      progress(t('progress', { done: job.done, total: job.total }));
    }
    if (job.state === 'done') return ok(job);
    if (job.state !== 'running') return { ok: false, failure: job.failure ?? fail('cancelled').failure };
    await new Promise((resolve) => setTimeout(resolve, wait));
  }
}
