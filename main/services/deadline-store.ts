// SQL of the facts behind deadlines: client employers, trainings that were not accepted yet, new workers.
import { type EmployerScope, scopeCondition } from '../employers/employer-scope.ts';
import { type Database, statement } from '../platform/database.ts';

export type EmployerName = { id: string; name: string };

export function employersInUse(db: Database, scope: EmployerScope): EmployerName[] {
  const { sql, values } = scopeCondition(scope, 'e.id');
  return statement(
    db,
    `SELECT e.id, l.name FROM employer e JOIN legal_entity l ON l.id = e.legal_entity_id
      WHERE e.archived_at IS NULL AND ${sql} ORDER BY l.name COLLATE NOCASE, e.id`,
  ).all(...values) as EmployerName[];
}

export type OpenMonth = { employerId: string; month: string; open: number };

/** Trainings that ended in a period and were not accepted, by the month of their end (`2025-03`). */
export function openByMonth(db: Database, scope: EmployerScope, from: string, to: string): OpenMonth[] {
  const { sql, values } = scopeCondition(scope, 't.employer_id');
  return statement(
    db,
    `SELECT t.employer_id AS employerId, substr(coalesce(t.end_date, t.start_date), 1, 7) AS month, count(*) AS open
       FROM training t INDEXED BY training_due
      WHERE t.removed_at IS NULL AND t.state IN ('draft', 'ready', 'sending', 'refused', 'unknown')
        AND coalesce(t.end_date, t.start_date) BETWEEN ? AND ? AND ${sql}
      GROUP BY t.employer_id, month`,
  ).all(from, to, ...values) as OpenMonth[];
}

export type Hires = { employerId: string; startDate: string; workers: number; open: number };

/** Workers by their first day; `open` counts those of whom nothing was accepted. */
export function hiresBetween(db: Database, scope: EmployerScope, from: string, to: string): Hires[] {
  const { sql, values } = scopeCondition(scope, 'w.employer_id');
  return statement(
    db,
    `SELECT w.employer_id AS employerId, w.start_date AS startDate, count(*) AS workers,
            sum(NOT EXISTS (SELECT 1 FROM training t WHERE t.worker_id = w.id AND t.removed_at IS NULL
              AND t.state IN ('accepted', 'acceptedWithWarnings'))) AS open
       FROM worker w WHERE w.start_date BETWEEN ? AND ? AND ${sql}
      GROUP BY w.employer_id, w.start_date`,
  ).all(from, to, ...values) as Hires[];
}
