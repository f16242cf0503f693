// SQL of jobs: the last state of each, so that one cut off by a kill shows as interrupted.
import { type Job, jobSchema } from '../../preload/contract/app.ts';
import { failureSchema } from '../../preload/contract/result.ts';
import type { JobStore } from '../ipc/jobs.ts';
import { type Database, statement } from '../platform/database.ts';

type Row = Omit<Job, 'perMinute' | 'secondsLeft' | 'failure'> & { failure: string | null };

export function sqlJobStore(db: Database, now: () => Date): JobStore {
  return {
    save(job) {
      const ended = job.state === 'running' ? null : now().toISOString();
      statement(
        db,
        `INSERT INTO job (id, kind, state, done, total, started_at, ended_at, failure) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
         ON CONFLICT (id) DO UPDATE SET state = excluded.state, done = excluded.done, total = excluded.total,
           ended_at = excluded.ended_at, failure = excluded.failure`,
      ).run(
        job.id,
        job.kind,
        job.state,
        job.done,
        job.total,
        job.startedAt,
        ended,
        job.failure === null ? null : JSON.stringify(job.failure),
      );
    },
    all() {
      const rows = statement(
        db,
        `SELECT id, kind, state, done, total, started_at AS startedAt, failure FROM job ORDER BY id DESC LIMIT 100`,
      ).all() as Row[];
      return rows.flatMap((row) => {
        const job = jobSchema.safeParse({
          ...row,
          perMinute: null,
          secondsLeft: null,
          failure: failureOf(row),
        });
        return job.success ? [job.data] : [];
      });
    },
  };
}

function failureOf({ failure }: Row): Job['failure'] {
  return failure === null ? null : failureSchema.parse(JSON.parse(failure));
}
