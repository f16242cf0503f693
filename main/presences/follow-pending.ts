// Follows registrations that the service has not judged yet: asked again after growing pauses, until each has its judgement or
// the time in which one may be expected is over. It never holds up anything: whoever looks sees "being checked" until then.
import { ok, type Result } from '../../preload/contract/result.ts';
import type { Connection } from '../outbox/connection.ts';
import { calling } from '../outbox/send-worker-year.ts';
import { transaction } from '../platform/database.ts';
import type { JobRun, Session } from '../platform/session.ts';
import { readPresence } from './presence-api.ts';
import { keepPresence, pendingOf } from './presence-store.ts';

/** Pauses in seconds; the last is repeated. "After a few moments" is all that the service promises. [seed 000] */
const pauses = [2, 5, 15, 60];
/** Minutes after which nobody waits for a judgement any more: the next look-up brings it. */
const longestMinutes = 20;
const mostAtOnce = 200;

export type Followed = { employerId: string; connection: Connection; baseUrl: string };

export async function followPending(
  session: Session,
  { employerId, connection, baseUrl }: Followed,
  run: JobRun,
): Promise<Result<Record<string, never>>> {
  const end = session.clock.now().getTime() + longestMinutes * 60_000;
  for (let round = 0; session.clock.now().getTime() < end; round += 1) {
    await sleep((pauses[Math.min(round, pauses.length - 1)] ?? 60) * 1_000, run.signal);
    if (run.signal.aborted) return ok({});
    const since = session.clock.now().getTime() - longestMinutes * 60_000;
    const waiting = pendingOf(session.db, employerId, since, mostAtOnce);
    if (waiting.length === 0) return ok({});
    for (const id of waiting) {
      const outcome = await calling(connection, session, (call) =>
        readPresence({ ...call, signal: run.signal }, baseUrl, id),
      );
      if (run.signal.aborted) return ok({});
      // Whatever went wrong, the next round asks again.
      if (outcome.kind !== 'answer') break;
      const readAt = session.clock.now().toISOString();
      const kept = transaction(session.db, () => keepPresence(session.db, employerId, outcome.value, readAt));
      if (kept !== 'same') session.changed('presence.changed', []);
    }
  }
  return ok({});
}

function sleep(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    signal.addEventListener('abort', end, { once: true });
  });
}
