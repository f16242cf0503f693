// SQL of searches that are kept under a name.
import { type Database, statement } from '../platform/database.ts';

export type FilterRow = { id: string; name: string; filter: string; revision: number };

const columns = 'id, name, filter, revision';

export function listFilters(db: Database, most: number): FilterRow[] {
  const sql = `SELECT ${columns} FROM presence_filter WHERE removed_at IS NULL ORDER BY name COLLATE NOCASE LIMIT ?`;
  return statement(db, sql).all(most) as FilterRow[];
}

export function findFilter(db: Database, id: string, removed = false): FilterRow | null {
  const sql = `SELECT ${columns} FROM presence_filter WHERE id = ? AND (removed_at IS NOT NULL) = ?`;
  return (statement(db, sql).get(id, removed ? 1 : 0) as FilterRow | undefined) ?? null;
}

/** Names differ by more than capitals. */
export function filterByName(db: Database, name: string): FilterRow | null {
  const sql = `SELECT ${columns} FROM presence_filter WHERE name = ? COLLATE NOCASE AND removed_at IS NULL`;
  return (statement(db, sql).get(name) as FilterRow | undefined) ?? null;
}

export function insertFilter(
  db: Database,
  { id, name, filter, createdAt }: { id: string; name: string; filter: string; createdAt: string },
): void {
  statement(db, 'INSERT INTO presence_filter (id, name, filter, created_at) VALUES (?, ?, ?, ?)').run(
    ...[id, name, filter, createdAt],
  );
}

/** False when somebody changed it since `expectedRevision`. */
export function updateFilter(
  db: Database,
  {
    id,
    expectedRevision,
    name,
    filter,
  }: { id: string; expectedRevision: number; name: string; filter: string },
): boolean {
  const sql = `UPDATE presence_filter SET name = ?, filter = ?, revision = revision + 1
    WHERE id = ? AND revision = ? AND removed_at IS NULL`;
  return statement(db, sql).run(name, filter, id, expectedRevision).changes === 1;
}

export function markFilter(db: Database, id: string, removedAt: string | null): void {
  statement(db, 'UPDATE presence_filter SET removed_at = ?, revision = revision + 1 WHERE id = ?').run(
    removedAt,
    id,
  );
}
