// Reading and judging a long list as a job: shown with progress, stopped by a person, one after the other. The call that
// began it is answered when it has ended.
import type { Result } from '../../../preload/contract/result.ts';
import type { JobRun, Session } from '../../platform/session.ts';
import type { Thread } from '../../platform/workers.ts';

/** `thread`: one that was started for several lists; else each has its own. */
export type ListRun = Pick<JobRun, 'progress' | 'signal'> & { thread?: Thread };

const last = new WeakMap<Session['db'], Promise<unknown>>();

/** Failures: those of the work; `cancelled` when it was stopped, and then nothing of it stays. */
export function asListJob<T>(
  session: Session,
  work: (run: ListRun) => Promise<Result<T>>,
): Promise<Result<T>> {
  const before = last.get(session.db) ?? Promise.resolve();
  const mine = before.then(() => inJob(session, work));
  last.set(
    session.db,
    mine.catch(() => undefined),
  );
  return mine;
}

function inJob<T>(session: Session, work: (run: ListRun) => Promise<Result<T>>): Promise<Result<T>> {
  return new Promise((resolve, reject) => {
    const started = session.jobs.start('trainingList', async (run) => {
      try {
        const result = await work(run);
        resolve(result);
        return result;
      } catch (error) {
        reject(error);
        throw error;
      }
    });
    if (!started.ok) resolve(started);
  });
}
