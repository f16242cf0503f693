// Takes back the drafts of an import that nobody changed or sent since, and forgets what was only staged.
import { fail, ok, type Result } from '../../../preload/contract/result.ts';
import { recordAct } from '../../history/record-act.ts';
import { attempt } from '../../platform/database.ts';
import type { Session } from '../../platform/session.ts';
import { inTransactions, takeBack } from './apply-list.ts';
import { draftsAdded, removeDrafts } from './drafts-store.ts';
import { forgetIndex } from './kept-indexes.ts';
import { deleteList, findList, setUndone } from './list-store.ts';

/** Failures: notFound, stateNotAllowed (not done, or undone already). */
export async function undoList(
  session: Session,
  importId: string,
): Promise<Result<{ removed: number; kept: number }>> {
  const { db } = session;
  const record = findList(db, importId);
  if (record === null) return fail('notFound');
  if (record.state !== 'done') return fail('stateNotAllowed', { details: { reason: record.state } });
  const removed = await inTransactions(session, removeDrafts(db, importId), null);
  if (!removed.ok) return removed;
  const undone = attempt<{ removed: number; kept: number }>(db, () => {
    const counts = { removed: removed.value, kept: draftsAdded(db, importId) };
    setUndone(db, importId, session.clock.now().toISOString());
    recordAct(session, {
      employerId: record.employerId,
      kind: 'training.importReversed',
      subject: { kind: 'import', id: importId },
      summary: `${record.name.slice(0, 240)} · −${counts.removed}`,
      payload: { importId, file: record.name, ...counts },
    });
    return ok(counts);
  });
  session.changed('training.changed', []);
  session.changed('trainingImport.changed', [importId]);
  return undone;
}

/** Failure stateNotAllowed: it was done, and is undone instead. */
export async function cancelList(session: Session, importId: string): Promise<Result<Record<string, never>>> {
  const { db } = session;
  const record = findList(db, importId);
  // One that was cut off while it was read is there for the list of lists only.
  if (record?.state === 'applying') {
    const back = await takeBack(session, importId);
    if (!back.ok) return back;
  } else if (record !== null && record.state !== 'staged')
    return fail('stateNotAllowed', { details: { reason: record.state } });
  forgetIndex(session, importId);
  const gone = await inTransactions(session, deleteList(db, importId), null);
  if (!gone.ok) return gone;
  session.changed('trainingImport.changed', [importId]);
  return ok({});
}
