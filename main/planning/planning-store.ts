// SQL of plannings that are kept, and of how they are compared and for how long they stay.
import type { Planning } from '../../preload/contract/planning.ts';
import { type EmployerScope, scopeCondition } from '../employers/employer-scope.ts';
import { type Database, statement } from '../platform/database.ts';
import type { PlannedStayRow } from './row-reader.ts';

export type PlanningRow = Omit<Planning, 'replaced'> & { removed: number };

const columns = `p.id, p.employer_id AS employerId, le.name AS employerName, p.name, p.first_day AS firstDay,
  p.last_day AS lastDay, p.stays, p.workers, p.kept_at AS keptAt, p.removed_at IS NOT NULL AS removed`;
const tables = `planning p JOIN employer e ON e.id = p.employer_id JOIN legal_entity le ON le.id = e.legal_entity_id`;

/** A later planning `q` that counts in the place of `p`. */
const replacing = `q.employer_id = p.employer_id AND q.removed_at IS NULL AND q.replaces = 1
  AND (q.kept_at, q.id) > (p.kept_at, p.id)`;

/** The latest first. */
export function listPlannings(
  db: Database,
  scope: EmployerScope,
  { page, pageSize }: { page: number; pageSize: number },
): { rows: Planning[]; total: number } {
  const within = scopeCondition(scope, 'p.employer_id');
  const where = `${within.sql} AND p.removed_at IS NULL`;
  const counted = statement(db, `SELECT count(*) AS total FROM ${tables} WHERE ${where}`).get(
    ...within.values,
  );
  const rows = statement(
    db,
    `SELECT ${columns}, EXISTS (SELECT 1 FROM planning q WHERE ${replacing}
         AND q.first_day <= p.first_day AND q.last_day >= p.last_day) AS wholly,
       EXISTS (SELECT 1 FROM planning q WHERE ${replacing}
         AND q.first_day <= p.last_day AND q.last_day >= p.first_day) AS partly
     FROM ${tables} WHERE ${where} ORDER BY p.kept_at DESC, p.id DESC LIMIT ? OFFSET ?`,
  ).all(...within.values, pageSize, (page - 1) * pageSize) as (PlanningRow & {
    wholly: number;
    partly: number;
  })[];
  return {
    rows: rows.map(({ removed, wholly, partly, ...row }) => ({
      ...row,
      replaced: wholly === 1 ? 'wholly' : partly === 1 ? 'partly' : 'no',
    })),
    total: (counted as { total: number }).total,
  };
}

export function findPlanning(db: Database, id: string): PlanningRow | null {
  const sql = `SELECT ${columns} FROM ${tables} WHERE p.id = ?`;
  return (statement(db, sql).get(id) as PlanningRow | undefined) ?? null;
}

export function insertPlanning(
  db: Database,
  row: Pick<
    Planning,
    'id' | 'employerId' | 'name' | 'firstDay' | 'lastDay' | 'stays' | 'workers' | 'keptAt'
  > & {
    replaces: boolean;
  },
): void {
  statement(
    db,
    `INSERT INTO planning (id, employer_id, name, first_day, last_day, replaces, stays, workers, kept_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    ...[row.id, row.employerId, row.name, row.firstDay, row.lastDay, row.replaces ? 1 : 0],
    ...[row.stays, row.workers, row.keptAt],
  );
}

export type StayOfPerson = Pick<PlannedStayRow, 'day' | 'reference' | 'from' | 'to' | 'pause'> & {
  personId: string;
};

export function insertStay(db: Database, planningId: string, number: number, stay: StayOfPerson): void {
  statement(
    db,
    `INSERT INTO planning_stay (planning_id, number, day, person_id, reference, from_at, to_at, pause)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(...[planningId, number, stay.day, stay.personId, stay.reference, stay.from, stay.to, stay.pause]);
}

export function markPlanning(db: Database, id: string, removedAt: string | null): void {
  statement(db, 'UPDATE planning SET removed_at = ? WHERE id = ?').run(removedAt, id);
}

/** How many plannings of an employer count on any of these days. */
export function countBetween(db: Database, employerId: string, from: string, to: string): number {
  const row = statement(
    db,
    `SELECT count(*) AS count FROM planning
      WHERE employer_id = ? AND removed_at IS NULL AND first_day <= ? AND last_day >= ?`,
  ).get(employerId, to, from) as { count: number };
  return row.count;
}

/** Plannings whose last day lies before a day, and those that were removed before a moment. */
export function expiredPlannings(
  db: Database,
  day: string,
  removedBefore: string,
): { id: string; employerId: string; removed: number }[] {
  return statement(
    db,
    `SELECT id, employer_id AS employerId, removed_at IS NOT NULL AS removed FROM planning
      WHERE last_day < ? OR removed_at < ? ORDER BY employer_id, id LIMIT 1000`,
  ).all(day, removedBefore) as { id: string; employerId: string; removed: number }[];
}

export function deleteStays(db: Database, planningId: string, most: number): number {
  const sql = `DELETE FROM planning_stay WHERE planning_id = ? AND number IN
    (SELECT number FROM planning_stay WHERE planning_id = ? LIMIT ?)`;
  return statement(db, sql).run(planningId, planningId, most).changes;
}

export function deletePlanning(db: Database, id: string): void {
  statement(db, 'DELETE FROM planning WHERE id = ?').run(id);
}

export type PlanningSetting = 'tolerance' | 'months';

export function readSetting(db: Database, name: PlanningSetting): string | null {
  const row = statement(db, 'SELECT value FROM setting WHERE name = ?').get(`planning.${name}`) as
    | { value: string }
    | undefined;
  return row?.value ?? null;
}

export function writeSetting(db: Database, name: PlanningSetting, value: number): void {
  statement(
    db,
    'INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
  ).run(`planning.${name}`, String(value));
}
