// Undo and redo of a window's own changes. What was sent or changed by somebody else since is not undone: it is corrected.
import { ok, type Result } from '../../preload/contract/result.ts';
import { attempt } from '../platform/database.ts';
import type { Session } from '../platform/session.ts';
import { sideOf, standsAs } from './change-trainings.ts';
import { type Edit, editsLeft, forgetEdit, lastDone, lastUndone, markUndone } from './edit-log-store.ts';
import { findTraining, patchTraining } from './training-store.ts';

/** Takes back the window's last change; false when there is none, or when it can no longer be taken back. */
export function undoEdit(session: Session, windowId: string): Result<{ undone: boolean; left: number }> {
  const { db } = session;
  const done = attempt<{ undone: boolean; left: number; ids: string[] }>(db, () => {
    const edit = lastDone(db, windowId);
    const ids = edit === null ? null : stepped(session, edit, 'before');
    if (edit !== null && ids !== null) markUndone(db, edit.logId, true);
    else if (edit !== null) forgetEdit(db, edit.logId);
    return ok({ undone: ids !== null, left: editsLeft(db, windowId, false), ids: ids ?? [] });
  });
  if (!done.ok) return done;
  if (done.value.undone) session.changed('training.changed', done.value.ids);
  return ok({ undone: done.value.undone, left: done.value.left });
}

/** Does again what was undone last. */
export function redoEdit(session: Session, windowId: string): Result<{ redone: boolean; left: number }> {
  const { db } = session;
  const done = attempt<{ redone: boolean; left: number; ids: string[] }>(db, () => {
    const edit = lastUndone(db, windowId);
    const ids = edit === null ? null : stepped(session, edit, 'after');
    if (edit !== null && ids !== null) markUndone(db, edit.logId, false);
    else if (edit !== null) forgetEdit(db, edit.logId);
    return ok({ redone: ids !== null, left: editsLeft(db, windowId, true), ids: ids ?? [] });
  });
  if (!done.ok) return done;
  if (done.value.redone) session.changed('training.changed', done.value.ids);
  return ok({ redone: done.value.redone, left: done.value.left });
}

/** Moves all records of an edit to one of its sides; null, and nothing moved, when one of them no longer fits. */
function stepped(session: Session, edit: Edit, to: 'before' | 'after'): string[] | null {
  const { db } = session;
  const rows = edit.patches.map((patch) => ({ patch, row: findTraining(db, 'all', patch.id) }));
  const fits = rows.every(
    ({ patch, row }) => row !== null && standsAs(row, to === 'before' ? patch.after : patch.before),
  );
  if (!fits) return null;
  const at = session.clock.now().toISOString();
  for (const { patch, row } of rows) if (row !== null) patchTraining(db, row, sideOf(row, patch[to]), at);
  return rows.map(({ patch }) => patch.id);
}
