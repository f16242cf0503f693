// Autosave of one record, and one change over many.
import type { HandlerInput, HandlerOutput } from '../../preload/contract/index.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { attempt } from '../platform/database.ts';
import type { Session } from '../platform/session.ts';
import { applyPatches, patchOfFields } from './change-trainings.ts';
import { readTraining } from './read-trainings.ts';
import { findTraining, findTrainings } from './training-store.ts';
import type { WorkerYearQueue } from './worker-year-queue.ts';

/** Failures: notFound, conflict (somebody changed it since), stateNotAllowed (it is on its way). */
export function updateTraining(
  session: Session,
  queue: WorkerYearQueue,
  windowId: string,
  input: HandlerInput<'training.update'>,
): Result<HandlerOutput<'training.update'>> {
  const { db } = session;
  const done = attempt<number>(db, () => {
    const row = findTraining(db, 'all', input.id);
    if (row === null || row.removed_at !== null) return fail('notFound');
    if (row.revision !== input.expectedRevision)
      return fail('conflict', { details: { revision: row.revision } });
    return applyPatches(session, queue, windowId, [
      { row, patch: patchOfFields(session, row, input.fields) },
    ]);
  });
  if (!done.ok) return done;
  if (done.value > 0) session.changed('training.changed', [input.id]);
  return readTraining(session, 'all', input.id);
}

/** The same fields on many records, in one step of undo; records on their way are left alone and not counted. */
export function updateTrainings(
  session: Session,
  queue: WorkerYearQueue,
  windowId: string,
  input: HandlerInput<'training.updateMany'>,
): Result<HandlerOutput<'training.updateMany'>> {
  const { db } = session;
  const done = attempt<number>(db, () => {
    const rows = findTrainings(db, 'all', input.ids).filter(
      (row) => row.state !== 'sending' && row.state !== 'unknown',
    );
    const changes = rows
      .filter((row) => row.state !== 'withdrawn' && row.state !== 'superseded')
      .map((row) => ({ row, patch: patchOfFields(session, row, input.fields) }));
    return applyPatches(session, queue, windowId, changes);
  });
  if (!done.ok) return done;
  if (done.value > 0) session.changed('training.changed', input.ids);
  return ok({ updated: done.value });
}
