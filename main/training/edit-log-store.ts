// SQL of the edit log: each change with its inverse, per window, so that undo and redo survive a reload of the page.
import { type Database, statement } from '../platform/database.ts';
import type { TrainingColumns } from './training-row.ts';

/** One record's part in a change: the columns before and after. */
export type Patch = { id: string; before: Partial<TrainingColumns>; after: Partial<TrainingColumns> };
export type Edit = { logId: number; at: string; patches: Patch[] };

/** Older steps than these are forgotten. */
const kept = 100;

/** Records a change and forgets what was undone before it: after a new change there is nothing to redo. */
export function recordEdit(db: Database, windowId: string, at: string, patches: readonly Patch[]): void {
  if (patches.length === 0) return;
  statement(db, 'DELETE FROM edit_log WHERE window_id = ? AND undone = 1').run(windowId);
  if (joinsTyping(db, windowId, at, patches)) return;
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

/** Typing that goes on within this many milliseconds is one step of undo. */
const typingPause = 1_500;

/** True when the change went on from the last one, letter by letter in one text of one record: that step then holds it. */
function joinsTyping(db: Database, windowId: string, at: string, patches: readonly Patch[]): boolean {
  const [patch, ...more] = patches;
  const [column, ...others] = typedColumns(patch?.after ?? {});
  if (patch === undefined || more.length > 0 || column === undefined || others.length > 0) return false;
  const last = lastDone(db, windowId);
  const [before] = last?.patches ?? [];
  if (last === null || before === undefined || last.patches.length > 1 || before.id !== patch.id)
    return false;
  const [lastColumn, ...lastOthers] = typedColumns(before.after);
  if (lastColumn !== column || lastOthers.length > 0 || !goesOn(before.after[column], patch.after[column]))
    return false;
  if (Date.parse(at) - Date.parse(last.at) > typingPause) return false;
  const forward = [{ id: patch.id, columns: { ...before.after, ...patch.after } }];
  const backward = [{ id: patch.id, columns: { ...patch.before, ...before.before } }];
  statement(db, 'UPDATE edit_log SET at = ?, forward = ?, backward = ? WHERE id = ?').run(
    at,
    JSON.stringify(forward),
    JSON.stringify(backward),
    last.logId,
  );
  return true;
}

const texts = ['title', 'description', 'certificate_name', 'provider_name', 'sector_training_code'] as const;
type TextColumn = (typeof texts)[number];

/** The texts in a change; what follows from them (state, remarks) goes along. */
const typedColumns = (columns: Partial<TrainingColumns>): TextColumn[] =>
  texts.filter((name) => columns[name] !== undefined);

/** One letter more or less: a paste, or a whole other text, is a step of its own. */
const goesOn = (before: unknown, after: unknown): boolean =>
  typeof before === 'string' &&
  typeof after === 'string' &&
  Math.abs(before.length - after.length) <= 3 &&
  (before.startsWith(after) || after.startsWith(before));

type LogRow = { id: number; at: string; forward: string; backward: string };
type Side = { id: string; columns: Partial<TrainingColumns> }[];

const editOf = (row: LogRow | undefined): Edit | null => {
  if (row === undefined) return null;
  const forward = JSON.parse(row.forward) as Side;
  const backward = JSON.parse(row.backward) as Side;
  const before = new Map(backward.map(({ id, columns }) => [id, columns]));
  return {
    logId: row.id,
    at: row.at,
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
