// Stopping: a right, a certificate, an account or a mandate ends, and with it what waited for that way. One transaction; the
// tokens of the account are dropped at once.
import type { HandlerInput, HandlerOutput } from '../../preload/contract/index.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import type { Stop } from '../../preload/contract/routes.ts';
import { tokenSource } from '../accounts/token-source.ts';
import { recordAct } from '../history/record-act.ts';
import { attempt } from '../platform/database.ts';
import type { Session } from '../platform/session.ts';
import { removeDrafts } from '../training/remove-trainings.ts';
import type { WorkerYearQueue } from '../training/worker-year-queue.ts';
import { patchItem } from './item-store.ts';
import { moveSubmitted } from './record-store.ts';
import { applyStop, reachOf } from './stop-act.ts';
import { itemsToTakeOut, neverSent, type Taken, takenFrom, workOf } from './stop-store.ts';

/** What would happen. Failures: notFound, accountMissing. */
export function stopPreview(session: Session, stop: Stop): Result<HandlerOutput<'route.stopPreview'>> {
  const reach = reachOf(session, stop);
  if (!reach.ok) return reach;
  const { employerIds, ...rest } = reach.value;
  const work = workOf(session.db, employerIds);
  const sum = (of: (row: (typeof work)[number]) => number): number =>
    work.reduce((total, row) => total + of(row), 0);
  return ok({
    from: rest.from,
    atOnce: rest.atOnce,
    services: rest.services,
    totals: {
      employers: rest.employers,
      waiting: sum((row) => row.waiting),
      neverSent: sum((row) => row.neverSent),
      away: sum((row) => row.away),
    },
    employers: work.slice(0, 500),
  });
}

/** `taken`: every training that left the outbox, as it stands as a draft. */
export type Stopped = Omit<HandlerOutput<'route.stop'>, 'stopId'> & { taken: Taken[] };

/**
 * Failures: notFound, accountMissing, refusedByRule (a mandate that would end before it starts), invalidInput (`leave` where
 * the way is closed at once).
 */
export function stopRoute(
  session: Session,
  queue: WorkerYearQueue,
  windowId: string,
  { stop, waiting }: HandlerInput<'route.stop'>,
): Result<Stopped> {
  const { db } = session;
  const reach = reachOf(session, stop);
  if (!reach.ok) return reach;
  const { employerIds, accountId, atOnce } = reach.value;
  if (waiting === 'leave' && atOnce) return fail('invalidInput', { details: { fields: 'waiting' } });
  const done = attempt<Stopped>(db, () => {
    const work = workOf(db, employerIds);
    const applied = applyStop(session, stop);
    if (!applied.ok) return applied;
    let taken: Taken[] = [];
    let dropped = 0;
    if (waiting !== 'leave') {
      taken = takeOut(session, employerIds);
      if (waiting === 'drop') {
        const removed = removeDrafts(session, queue, windowId, neverSent(db, employerIds));
        if (!removed.ok) return removed;
        dropped = removed.value;
      }
    }
    for (const row of work)
      recordAct(session, {
        employerId: row.employerId,
        kind: 'route.stopped',
        subject: { kind: 'employer', id: row.employerId },
        summary: row.name,
        payload: {
          stopped: stop.kind,
          services: reach.value.services,
          from: reach.value.from,
          waiting,
          takenOut: waiting === 'leave' ? 0 : row.waiting,
          away: row.away,
        },
      });
    const away = work.reduce((total, row) => total + row.away, 0);
    return ok({ takenOut: taken.length, taken, dropped, away, employers: reach.value.employers });
  });
  if (!done.ok) return done;
  if (accountId !== null) tokenSource(session).forget(accountId);
  sayStopped(session, accountId);
  return done;
}

/** Back to drafts in the register: whole items, as every training in them goes by the same employer's route. */
function takeOut(session: Session, employerIds: readonly string[]): Taken[] {
  const at = session.clock.now().toISOString();
  return itemsToTakeOut(session.db, employerIds).flatMap((item) => {
    patchItem(session.db, item, { state: 'withdrawn', needs_decision: 0, failure: null });
    moveSubmitted(session.db, item.id, 'draft', at);
    return takenFrom(session.db, item.id);
  });
}

function sayStopped(session: Session, accountId: string | null): void {
  session.changed('account.changed', accountId === null ? [] : [accountId]);
  session.changed('route.changed', []);
  session.changed('mandate.changed', []);
  session.changed('employer.changed', []);
  session.changed('training.changed', []);
  session.changed('outbox.changed', []);
}
