// SQL of the drafts that an import made: which are still as it made them, and taking those back.
import { type Database, statement } from '../../platform/database.ts';
import type { Steps } from '../../platform/slices.ts';

const untouched = `state = 'draft' AND revision = 1 AND removed_at IS NULL AND accepted_fields IS NULL
  AND NOT EXISTS (SELECT 1 FROM outbox_record r WHERE r.training_id = training.id)`;

/** `sent`: in the outbox or beyond; `changed`: edited or removed since; `removable`: neither. */
export function draftsOf(
  db: Database,
  importId: string,
): { removable: number; changed: number; sent: number } {
  const counts = statement(
    db,
    `SELECT count(*) FILTER (WHERE ${untouched}) AS removable,
       count(*) FILTER (WHERE state = 'draft' AND NOT (${untouched})) AS changed,
       count(*) FILTER (WHERE state <> 'draft') AS sent
     FROM training WHERE import_id = ?`,
  ).get(importId);
  return counts as { removable: number; changed: number; sent: number };
}

export const draftsAdded = (db: Database, importId: string): number =>
  (
    statement(db, 'SELECT count(*) AS drafts FROM training WHERE import_id = ?').get(importId) as {
      drafts: number;
    }
  ).drafts;

/** Deletes untouched drafts a few at a time; the caller commits between the steps. Answers how many went. */
export function* removeDrafts(db: Database, importId: string): Steps<number> {
  const few = statement(
    db,
    `DELETE FROM training WHERE id IN (SELECT id FROM training WHERE import_id = ? AND ${untouched} LIMIT 50)`,
  );
  let removed = 0;
  for (;;) {
    const { changes } = few.run(importId);
    removed += changes;
    if (changes === 0) return removed;
    yield;
  }
}
