// SQL of what Today tells of presences.
import { type Database, statement } from '../platform/database.ts';

/** Declarations of works that end from `from` up to and including `to` (`yyyy-mm-dd`), with the site of the first of them. */
export function countWorksEnding(db: Database, from: string, to: string): { count: number; name: string } {
  const row = statement(
    db,
    `SELECT count(*) AS count, coalesce(min(end_date || ' ' || name), '') AS first FROM works_declaration
      WHERE removed_at IS NULL AND end_date BETWEEN ? AND ?`,
  ).get(from, to) as { count: number; first: string };
  return { count: row.count, name: row.first.slice(11) };
}

/** Blocking remarks on registrations from one moment on and before another. */
export function countRemarksBetween(db: Database, from: number, before: number): number {
  const row = statement(
    db,
    `SELECT count(*) AS count FROM presence_remark m JOIN presence r ON r.service_id = m.service_id
      WHERE r.registered_at >= ? AND r.registered_at < ? AND r.cancelled_at IS NULL AND m.severity = 'blocking'`,
  ).get(from, before) as { count: number };
  return row.count;
}
