// Removes drafts; what the service has accepted is marked instead, and leaves the set at the next sending.
import type { HandlerInput, HandlerOutput } from '../../preload/contract/index.ts';
import { ok, type Result } from '../../preload/contract/result.ts';
import { recordAct } from '../history/record-act.ts';
import { attempt } from '../platform/database.ts';
import type { Session } from '../platform/session.ts';
import { applyPatches, isAway, isClosed } from './change-trainings.ts';
import type { TrainingColumns, TrainingRow } from './training-row.ts';
import { findTrainings } from './training-store.ts';
import type { WorkerYearQueue } from './worker-year-queue.ts';

/** Failure stateNotAllowed when one of them is on its way: then nothing is removed. */
export function removeTrainings(
  session: Session,
  queue: WorkerYearQueue,
  windowId: string,
  input: HandlerInput<'training.remove'>,
): Result<HandlerOutput<'training.remove'>> {
  const { db } = session;
  const done = attempt<{ removed: number; toWithdraw: number }>(db, () => {
    const rows = findTrainings(db, 'all', input.ids).filter(
      (row) => !isClosed(row) && (row.withdraw === 0 || isAway(row)),
    );
    const at = session.clock.now().toISOString();
    const changes = rows.map((row) => ({ row, patch: removal(row, at) }));
    const applied = applyPatches(session, queue, windowId, changes);
    if (!applied.ok) return applied;
    const toWithdraw = rows.filter((row) => row.accepted_fields !== null);
    for (const row of toWithdraw)
      recordAct(session, {
        employerId: row.employer_id,
        kind: 'training.markedForWithdrawal',
        subject: { kind: 'training', id: row.id },
        summary: row.title,
        payload: { title: row.title, year: row.year, worker: row.worker_name },
      });
    return ok({ removed: rows.length - toWithdraw.length, toWithdraw: toWithdraw.length });
  });
  if (done.ok) session.changed('training.changed', input.ids);
  return done;
}

/**
 * Removes drafts that were never sent, as one step that the window can take back. Within the caller's transaction; answers
 * how many.
 */
export function removeDrafts(
  session: Session,
  queue: WorkerYearQueue,
  windowId: string,
  ids: readonly string[],
): Result<number> {
  const at = session.clock.now().toISOString();
  const rows = findTrainings(session.db, 'all', ids).filter((row) => row.accepted_fields === null);
  const changes = rows.map((row) => ({ row, patch: removal(row, at) }));
  return applyPatches(session, queue, windowId, changes);
}

function removal(row: TrainingRow, at: string): Partial<TrainingColumns> {
  return row.accepted_fields === null
    ? { removed_at: at, state: row.state === 'ready' ? 'draft' : row.state }
    : { withdraw: 1, state: 'draft', to_fix: 0 };
}
