// SQL of remarks as things to do.
import { type EmployerScope, scopeCondition } from '../employers/employer-scope.ts';
import { type Database, statement } from '../platform/database.ts';
import { numberNow, workerName } from './presence-person-store.ts';

export type RemarkRow = {
  service_id: number;
  code: string;
  severity: 'blocking' | 'nonBlocking';
  insz: string;
  worker_name: string | null;
  employer_number: string;
  employer_name: string | null;
  reference: string;
  site_name: string | null;
  type: 'IN' | 'OUT';
  registered_at: number;
};

export type RemarkFilter = {
  /** Milliseconds since the epoch: nothing older, and from when on the time is not over yet. */
  since: number;
  inTime: number;
  page: number;
  pageSize: number;
};

const tables = `presence_remark m JOIN presence r ON r.service_id = m.service_id`;

/** The oldest whose time is not over first: it runs out first. Then those of which it is over, the latest first. */
export function listRemarks(
  db: Database,
  scope: EmployerScope,
  filter: RemarkFilter,
): { rows: RemarkRow[]; total: number } {
  const within = scopeCondition(scope, 'r.employer_id');
  const where = `${within.sql} AND r.registered_at >= ? AND r.cancelled_at IS NULL`;
  const values = [...within.values, filter.since];
  const counted = statement(db, `SELECT count(*) AS total FROM ${tables} WHERE ${where}`).get(...values);
  const rows = statement(
    db,
    `SELECT m.service_id, m.code, m.severity, ${numberNow} AS insz, r.employer_number, r.reference,
       r.type, r.registered_at,
       ${workerName} AS worker_name,
       (SELECT name FROM legal_entity le WHERE le.enterprise_number = r.employer_number) AS employer_name,
       (SELECT w.name FROM works_declaration w WHERE w.reference = r.reference AND w.removed_at IS NULL LIMIT 1)
         AS site_name
     FROM ${tables} WHERE ${where}
     ORDER BY r.registered_at < ?, CASE WHEN r.registered_at < ? THEN -r.registered_at ELSE r.registered_at END,
       m.service_id, m.code LIMIT ? OFFSET ?`,
  ).all(
    ...values,
    filter.inTime,
    filter.inTime,
    filter.pageSize,
    (filter.page - 1) * filter.pageSize,
  ) as RemarkRow[];
  return { rows, total: (counted as { total: number }).total };
}
