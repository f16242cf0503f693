// SQL of the list of what waits for a second person: worker-years of the outbox and sessions of training providers together.
import type { ApprovalRow } from '../../preload/contract/outbox-plan.ts';
import { type EmployerScope, scopeCondition } from '../employers/employer-scope.ts';
import { type Database, statement } from '../platform/database.ts';
import { waitsForApproval } from './approval-store.ts';

export type WaitingRow = Omit<ApprovalRow, 'withdraw' | 'sameAccount' | 'given'> & { withdraw: number };

const workerYears = (scope: string): string => `SELECT i.id, 'workerYear' AS subject,
    substr(p.family_name || CASE p.given_name WHEN '' THEN '' ELSE ', ' || p.given_name END, 1, 255) AS title,
    substr(le.name, 1, 200) AS owner, i.year,
    (SELECT count(*) FROM outbox_record r WHERE r.item_id = i.id) AS count, 0 AS withdraw,
    coalesce(a.prepared_by, '') AS preparedBy, coalesce(a.prepared_at, i.queued_at) AS preparedAt
  FROM outbox_item i LEFT JOIN outbox_approval a ON a.item_id = i.id JOIN employer e ON e.id = i.employer_id
  JOIN legal_entity le ON le.id = e.legal_entity_id JOIN worker w ON w.id = i.worker_id JOIN person p ON p.id = w.person_id
  WHERE ${waitsForApproval} AND ${scope}`;

/** A session that was put forward, not approved yet, and may still leave. */
const waitingSession = `a.approved_at IS NULL AND s.removed_at IS NULL AND s.state NOT IN ('sending', 'unknown')
  AND EXISTS (SELECT 1 FROM setting x WHERE x.name = 'outbox.approval')`;
/** Asked with the employer twice; null: of everybody. */
const ofEmployer = `(? IS NULL OR EXISTS (SELECT 1 FROM json_each(a.employers) n JOIN legal_entity le
  ON le.enterprise_number = n.value JOIN employer e ON e.legal_entity_id = le.id WHERE e.id = ?))`;
const sessions = `SELECT s.id, 'session' AS subject, s.title AS title, substr(coalesce(ac.enterprise_name, ''), 1, 200) AS owner,
    CAST(substr(s.start_date, 1, 4) AS INTEGER) AS year, json_array_length(s.people) AS count, a.withdraw,
    a.prepared_by AS preparedBy, a.prepared_at AS preparedAt
  FROM provider_approval a JOIN provider_session s ON s.id = a.session_id LEFT JOIN account ac ON ac.id = s.account_id
  WHERE ${waitingSession} AND ${ofEmployer}`;

export function listWaiting(
  db: Database,
  scope: EmployerScope,
  input: { subject: ApprovalRow['subject'] | null; page: number; pageSize: number },
): { rows: WaitingRow[]; total: number } {
  const { sql, values } = scopeCondition(scope, 'i.employer_id');
  const parts = [
    ...(input.subject === 'session' ? [] : [{ sql: workerYears(sql), values }]),
    ...(input.subject === 'workerYear' ? [] : [{ sql: sessions, values: twice(scope) }]),
  ];
  const both = parts.map((part) => part.sql).join(' UNION ALL ');
  const given = parts.flatMap((part) => part.values);
  const { total } = statement(db, `SELECT count(*) AS total FROM (${both})`).get(...given) as {
    total: number;
  };
  const rows = statement(db, `SELECT * FROM (${both}) ORDER BY preparedAt DESC, id LIMIT ? OFFSET ?`).all(
    ...given,
    input.pageSize,
    (input.page - 1) * input.pageSize,
  ) as WaitingRow[];
  return { rows, total };
}

const twice = (scope: EmployerScope): (string | null)[] => {
  const id = scope === 'all' ? null : scope.employerId;
  return [id, id];
};

export const countWaitingSessions = (db: Database, scope: EmployerScope): number =>
  (statement(db, `SELECT count(*) AS n FROM (${sessions})`).get(...twice(scope)) as { n: number }).n;

/** A session that was put forward and waits, by its name. */
export function findWaitingSession(db: Database, id: string): { title: string; preparedBy: string } | null {
  const row = statement(
    db,
    `SELECT s.title, a.prepared_by AS preparedBy FROM provider_approval a JOIN provider_session s ON s.id = a.session_id
      WHERE s.id = ? AND ${waitingSession}`,
  ).get(id);
  return (row as { title: string; preparedBy: string } | undefined) ?? null;
}
