// SQL of the edit log: each change with its inverse, per window, so that undo and redo survive a reload of the page.
import { type Database, statement } from '../platform/database.ts';
import type { TrainingColumns } from './training-row.ts';

/** One record's part in a change: the columns before and after. */
export type Patch = { id: string; before: Partial<TrainingColumns>; after: Partial<TrainingColumns> };
export type Edit = { logId: number; patches: Patch[] };

/** Older steps than these are forgotten. */
const kept = 100;

/** Records a change and forgets what was undone before it: after a new change there is nothing to redo. */
export function recordEdit(db: Database, windowId: string, at: string, patches: readonly Patch[]): void {
  if (patches.length === 0) return;
  statement(db, 'DELETE FROM edit_log WHERE window_id = ? AND undone = 1').run(windowId);
  const backward = patches.map(({ id, before }) => ({ id, columns: before }));
  const forward = patches.map(({ id, after }) => ({ id, columns: after }));
  statement(db, 'INSERT INTO edit_log (window_id, at, forward, backward) VALUES (?, ?, ?, ?)').run(
    windowId,
    at,
    JSON.stringify(forward),
    JSON.stringify(backward),
  );
  statement(
    db,
    `DELETE FROM edit_log WHERE window_id = ? AND id <= (
       SELECT id FROM edit_log WHERE window_id = ? ORDER BY id DESC LIMIT 1 OFFSET ${kept})`,
  ).run(windowId, windowId);
}

type LogRow = { id: number; forward: string; backward: string };
type Side = { id: string; columns: Partial<TrainingColumns> }[];

const editOf = (row: LogRow | undefined): Edit | null => {
  if (row === undefined) return null;
  const forward = JSON.parse(row.forward) as Side;
  const backward = JSON.parse(row.backward) as Side;
  const before = new Map(backward.map(({ id, columns }) => [id, columns]));
  return {
    logId: row.id,
    patches: forward.map(({ id, columns }) => ({ id, after: columns, before: before.get(id) ?? {} })),
  };
};

/** The last change of this window that still stands. */
export const lastDone = (db: Database, windowId: string): Edit | null =>
  editOf(
    statement(db, 'SELECT * FROM edit_log WHERE window_id = ? AND undone = 0 ORDER BY id DESC LIMIT 1').get(
      windowId,
    ) as LogRow | undefined,
  );

/** The change of this window that was undone last. */
export const lastUndone = (db: Database, windowId: string): Edit | null =>
  editOf(
    statement(db, 'SELECT * FROM edit_log WHERE window_id = ? AND undone = 1 ORDER BY id LIMIT 1').get(
      windowId,
    ) as LogRow | undefined,
  );

export function markUndone(db: Database, logId: number, undone: boolean): void {
  statement(db, 'UPDATE edit_log SET undone = ? WHERE id = ?').run(Number(undone), logId);
}

/** For a change that cannot be undone any more, because what it made was sent or changed since. */
export function forgetEdit(db: Database, logId: number): void {
  statement(db, 'DELETE FROM edit_log WHERE id = ?').run(logId);
}

export function editsLeft(db: Database, windowId: string, undone: boolean): number {
  const row = statement(db, 'SELECT count(*) AS n FROM edit_log WHERE window_id = ? AND undone = ?').get(
    windowId,
    Number(undone),
  ) as { n: number };
  return row.n;
}
