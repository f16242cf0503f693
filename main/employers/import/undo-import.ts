// Takes back a whole import, or says plainly why not: nothing of it may have been sent, built upon or changed since.
import { fail, ok, type Result } from '../../../preload/contract/result.ts';
import { recordAct } from '../../history/record-act.ts';
import type { Session } from '../../platform/session.ts';
import { attemptInSlices, type Steps } from '../../platform/slices.ts';
import { sayChanged } from '../set-route.ts';
import { changesOf, findImport, type ImportChange, markUndone } from './import-store.ts';
import { ties } from './known-store.ts';
import { removeEmployer, restoreSnapshot, snapshotOf } from './snapshot-store.ts';

type Undone = { removed: number; putBack: number };

/**
 * How many employers stand in the way: `sent` (something of a new employer is in the outbox or was sent), `workers` (a new
 * employer has workers, trainings or a guide), `changed` (not as the import left it any more).
 */
export function* undoBlocked(
  { db }: Pick<Session, 'db'>,
  changes: readonly ImportChange[],
): Steps<{ sent: number; workers: number; changed: number }> {
  const blocked = { sent: 0, workers: 0, changed: 0 };
  for (const { employerId, before, after } of changes) {
    const tied = before === null ? ties(db, employerId) : { sent: 0, people: 0 };
    if (tied.sent > 0) blocked.sent += 1;
    else if (tied.people > 0) blocked.workers += 1;
    else if (snapshotOf(db, employerId) !== after) blocked.changed += 1;
    yield;
  }
  return blocked;
}

/** Failures: notFound, stateNotAllowed (`details` with the counts, or `reason` when it is not done or undone already). */
export async function undoImport(session: Session, importId: string): Promise<Result<Undone>> {
  const { db } = session;
  const ids: string[] = [];
  function* undoing(): Steps<Result<Undone>> {
    const record = findImport(db, importId);
    if (record === null) return fail('notFound');
    if (record.state !== 'done') return fail('stateNotAllowed', { details: { reason: record.state } });
    const changes = changesOf(db, importId);
    const blocked = yield* undoBlocked(session, changes);
    if (blocked.sent + blocked.workers + blocked.changed > 0)
      return fail('stateNotAllowed', { details: blocked });
    for (const { employerId, before } of changes) {
      ids.push(employerId);
      const name = nameIn(snapshotOf(db, employerId));
      if (before === null) removeEmployer(db, employerId);
      else restoreSnapshot(db, employerId, before);
      recordAct(session, {
        employerId,
        kind: before === null ? 'employer.removed' : 'employer.changed',
        subject: { kind: 'employer', id: employerId },
        summary: name,
        payload: { importId, reason: 'importUndone' },
      });
      yield;
    }
    const removed = changes.filter(({ before }) => before === null).length;
    const counts = { removed, putBack: changes.length - removed };
    markUndone(db, importId, session.clock.now().toISOString());
    recordAct(session, {
      employerId: null,
      kind: 'employer.importReversed',
      subject: { kind: 'import', id: importId },
      summary: `${record.name.slice(0, 240)} · −${counts.removed} · ±${counts.putBack}`,
      payload: { importId, file: record.name, ...counts },
    });
    return ok(counts);
  }
  const done = await attemptInSlices(db, undoing());
  if (done.ok) {
    const few = ids.length > 500 ? [] : ids;
    sayChanged(session, few);
    session.changed('mandate.changed', few);
    session.changed('employerImport.changed', [importId]);
  }
  return done;
}

const nameIn = (snapshot: string | null): string =>
  snapshot === null ? '' : ((JSON.parse(snapshot) as { fields: { name: string } }).fields.name ?? '');
