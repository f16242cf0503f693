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

/** Registrations that were judged anew to another judgement since an instant, and how many of them no longer count. */
export function countTurned(db: Database, since: string): { count: number; invalid: number } {
  return statement(
    db,
    `SELECT count(*) AS count, coalesce(sum(validity = 'invalid'), 0) AS invalid FROM presence
      WHERE cancelled_at IS NULL AND service_id IN (SELECT service_id FROM presence_turn WHERE turned_at >= ?)`,
  ).get(since) as { count: number; invalid: number };
}
