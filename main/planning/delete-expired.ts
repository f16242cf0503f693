// How long plannings stay: what is older than that is deleted for good, and so is what was removed a month ago.
import { ok, type Result } from '../../preload/contract/result.ts';
import { recordAct } from '../history/record-act.ts';
import type { Session } from '../platform/session.ts';
import { attemptInSlices, type Steps } from '../platform/slices.ts';
import { settingsOf } from './planning-settings.ts';
import { deletePlanning, deleteStays, expiredPlannings } from './planning-store.ts';

/** Days in which a planning that was removed can be brought back. */
const removedDays = 30;

function expiredNow({ db, clock }: Pick<Session, 'db' | 'clock'>): ReturnType<typeof expiredPlannings> {
  const now = clock.now();
  const oldest = new Date(now);
  oldest.setUTCMonth(oldest.getUTCMonth() - settingsOf(db).months);
  const removedBefore = new Date(now.getTime() - removedDays * 86_400_000).toISOString();
  return expiredPlannings(db, oldest.toISOString().slice(0, 10), removedBefore);
}

export const anyExpired = (session: Pick<Session, 'db' | 'clock'>): boolean => expiredNow(session).length > 0;

/** Deletes for good what is older than the time for which plannings are kept. Answers how many. */
export async function deleteExpired(session: Session): Promise<Result<{ deleted: number }>> {
  const { db } = session;
  const expired = expiredNow(session);
  if (expired.length === 0) return ok({ deleted: 0 });
  function* deleting(): Steps<Result<{ deleted: number }>> {
    for (const { id } of expired) {
      while (deleteStays(db, id, 500) > 0) yield;
      deletePlanning(db, id);
    }
    for (const [employerId, own] of Map.groupBy(expired, (one) => one.employerId))
      recordAct(session, {
        employerId,
        kind: 'planning.expired',
        subject: { kind: 'employer', id: employerId },
        summary: String(own.length),
        payload: { plannings: own.length, months: settingsOf(db).months },
      });
    return ok({ deleted: expired.filter(({ removed }) => removed === 0).length });
  }
  const done = await attemptInSlices(db, deleting());
  if (done.ok) session.changed('planning.changed', []);
  return done;
}
