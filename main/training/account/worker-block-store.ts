// SQL that walks all workers in blocks, in the order of the index `worker_period`: what is counted of everybody is counted a
// block at a time, so that main is never held for long.
import type { EmployerScope } from '../../employers/employer-scope.ts';
import { type Database, statement } from '../../platform/database.ts';

/** The workers after the first pair, up to the second one, which is among them. */
export type WorkerBlock = {
  afterEmployer: string;
  afterWorker: string;
  toEmployer: string;
  toWorker: string;
};

/** A block takes some milliseconds, encrypted and with many trainings of each worker. */
export const workersInBlock = 400;

/** The workers of a block as a table. Its limit tells SQLite how few they are: else it would read all trainings for each block. */
export const blockTable = `(SELECT employer_id, id, start_date, end_date FROM worker INDEXED BY worker_period
  WHERE (employer_id, id) > (:afterEmployer, :afterWorker) AND (employer_id, id) <= (:toEmployer, :toWorker)
  LIMIT ${workersInBlock})`;

const nextSql = (
  scope: EmployerScope,
  edge: string,
): string => `SELECT employer_id AS employerId, id FROM worker INDEXED BY worker_period
  WHERE (employer_id, id) > (:employerId, :id) AND ${scope === 'all' ? '1' : 'employer_id = :only'}
  ORDER BY employer_id ${edge}, id ${edge}`;

/** Each block once; who comes in meanwhile, behind the place that was reached, is not in any. */
export function* workerBlocks(db: Database, scope: EmployerScope): Generator<WorkerBlock, void> {
  const only = scope === 'all' ? {} : { only: scope.employerId };
  let after = { employerId: only.only ?? '', id: '' };
  for (;;) {
    const further = statement(db, `${nextSql(scope, 'ASC')} LIMIT 1 OFFSET ${workersInBlock - 1}`);
    const next = further.get({ ...after, ...only });
    // Fewer than a block are left: up to the last of them.
    const last = statement(db, `${nextSql(scope, 'DESC')} LIMIT 1`);
    const to = (next ?? last.get({ ...after, ...only })) as { employerId: string; id: string } | undefined;
    if (to === undefined) return;
    yield {
      afterEmployer: after.employerId,
      afterWorker: after.id,
      toEmployer: to.employerId,
      toWorker: to.id,
    };
    if (next === undefined) return;
    after = to;
  }
}
