// Has the service's judgement of what was just registered followed, as after a look-up.
import type { Session } from '../platform/session.ts';
import { followPending } from '../presences/follow-pending.ts';
import { pendingOf } from '../presences/presence-store.ts';
import type { Line } from './line.ts';

/** As far back as a judgement may still be expected, in milliseconds. */
const expectedMs = 20 * 60_000;

/** Where one is under way it takes these along, as it looks anew in every round. */
export function followActs(session: Session, { employerId, connection, baseUrl }: Line): void {
  const since = session.clock.now().getTime() - expectedMs;
  if (pendingOf(session.db, employerId, since, 1).length === 0) return;
  session.jobs.start('presenceFollow', (run) =>
    followPending(session, { employerId, connection, baseUrl }, run),
  );
}
