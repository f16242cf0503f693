// When the day in Belgium is over: what was refused leaves no trace but the count, and what came to nothing loses its person.

import { ok } from '../../preload/contract/result.ts';
import { brusselsDay, brusselsDayStart } from '../platform/clock.ts';
import { attempt, checkpoint } from '../platform/database.ts';
import type { Session } from '../platform/session.ts';
import { dropOldCandidates } from './access-store.ts';
import { dropStaleWaiting } from './batch-store.ts';
import { erasePerson, eraseRefused, overBefore } from './day-store.ts';
import { applicantRuntime } from './runtime.ts';
import { serviceInstant, serviceNow } from './service-clock.ts';

/** A list that nobody went on with for a week is of no use any more. */
const longestWaitMs = 7 * 86_400_000;

/** Once for each day of the service. True where something went. */
export function sweepDay(session: Session): boolean {
  const runtime = applicantRuntime(session);
  const day = brusselsDay(new Date(serviceNow(session)));
  if (runtime.sweptOn === day) return false;
  const { db } = session;
  const gone = attempt(db, () => {
    const rows = overBefore(db, brusselsDayStart(day));
    const at = serviceInstant(session);
    for (const { id, board } of rows)
      if (board === 'refused') eraseRefused(db, id);
      else erasePerson(db, id, at);
    const weekAgo = new Date(Date.parse(day) - longestWaitMs).toISOString().slice(0, 10);
    return ok(rows.length + dropOldCandidates(db, day) + dropStaleWaiting(db, brusselsDayStart(weekAgo)));
  });
  // A full disk or a busy file: the next look tries again.
  if (!gone.ok) return false;
  runtime.sweptOn = day;
  if (gone.value === 0) return false;
  // The log of the last writes still holds the pages as they were.
  checkpoint(db);
  session.changed('applicant.changed', []);
  return true;
}
