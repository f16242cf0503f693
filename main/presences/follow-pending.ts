// Follows registrations that the service has not judged yet, of all employers: each is asked about again after growing pauses,
// until it has its judgement or the time in which one may be expected is over; a restart goes on with what is left. It never
// holds up anything: whoever looks sees "being checked" until then.
import { ok, type Result } from '../../preload/contract/result.ts';
import { findEmployer } from '../employers/employer-store.ts';
import type { Connection } from '../outbox/connection.ts';
import { calling } from '../outbox/send-worker-year.ts';
import { transaction } from '../platform/database.ts';
import type { JobRun, Session } from '../platform/session.ts';
import { readPresence } from './presence-api.ts';
import { presenceLine } from './presence-line.ts';
import { keepPresence, type PendingRow, waitingSince } from './presence-store.ts';
import { takeToldNumbers } from './told-numbers.ts';

/** Pauses in seconds; the last is repeated. "After a few moments" is all that the service promises. [seed 000, assumed] */
const pauses = [2, 5, 15, 60];
const pauseMs = (round: number): number => (pauses[Math.min(round, pauses.length - 1)] ?? 60) * 1_000;
/** After which nobody waits for a judgement any more: the next look-up brings it. */
const longestMs = 20 * 60_000;
/** What came in meanwhile is seen after this time at the latest. */
const lookEveryMs = 2_000;
const mostAtOnce = 200;

export type Followed = { employerId: string; connection: Connection; baseUrl: string };
type Turn = { round: number; due: number; until: number };

/** Whether a judgement may still be expected of any registration. */
export const anyWaits = ({ db, clock }: Session): boolean =>
  waitingSince(db, clock.now().getTime() - longestMs, 1).length > 0;

/** Where one is under way it takes these along, as it looks anew in every round. `first`: a way that is open already. */
export function startFollowing(session: Session, first: Followed | null = null): void {
  if (!anyWaits(session)) return;
  session.jobs.start('presenceFollow', (run) => followPending(session, first, run));
}

export async function followPending(
  session: Session,
  first: Followed | null,
  run: JobRun,
): Promise<Result<Record<string, never>>> {
  const turns = new Map<number, Turn>();
  const wayOf = ways(session, first);
  for (;;) {
    const now = session.clock.now().getTime();
    const waiting = waitingSince(session.db, now - longestMs, mostAtOnce).filter(({ service_id: id }) => {
      const turn = turns.get(id) ?? { round: 0, due: now + pauseMs(0), until: now + longestMs };
      turns.set(id, turn);
      return turn.until > now;
    });
    if (waiting.length === 0) return ok({});
    const next = Math.min(...waiting.map(({ service_id: id }) => turns.get(id)?.due ?? now));
    if (next > now) {
      await sleep(Math.min(next - now, lookEveryMs), run.signal);
    } else {
      const due = waiting.filter(({ service_id: id }) => (turns.get(id)?.due ?? 0) <= now);
      for (const [employerId, own] of Map.groupBy(due, (row) => row.employer_id)) {
        for (const { service_id: id } of own) putOff(turns, id, now);
        await askAbout(session, wayOf(employerId), employerId, own, run);
      }
    }
    if (run.signal.aborted) return ok({});
  }
}

function putOff(turns: Map<number, Turn>, id: number, now: number): void {
  const turn = turns.get(id);
  if (turn === undefined) return;
  const round = turn.round + 1;
  turns.set(id, { ...turn, round, due: now + pauseMs(round) });
}

/** Whatever goes wrong with one, the others of this employer are not asked now: the next round asks again. */
async function askAbout(
  session: Session,
  way: Omit<Followed, 'employerId'> | null,
  employerId: string,
  own: readonly PendingRow[],
  run: JobRun,
): Promise<void> {
  if (way === null) return;
  for (const { service_id: id } of own) {
    const outcome = await calling(way.connection, session, (call) =>
      readPresence({ ...call, signal: run.signal }, way.baseUrl, id),
    );
    if (run.signal.aborted || outcome.kind !== 'answer') return;
    const readAt = session.clock.now().toISOString();
    const kept = transaction(session.db, () => {
      const what = keepPresence(session.db, employerId, outcome.value, readAt);
      takeToldNumbers(session, [outcome.value]);
      return what;
    });
    if (kept !== 'same') session.changed('presence.changed', []);
  }
}

/** The way of each employer, kept once it is open; null while it has none, as right after a start. */
function ways(
  session: Session,
  first: Followed | null,
): (employerId: string) => Omit<Followed, 'employerId'> | null {
  const open = new Map<string, Omit<Followed, 'employerId'>>();
  if (first !== null) open.set(first.employerId, first);
  return (employerId) => {
    const known = open.get(employerId);
    if (known !== undefined) return known;
    const baseUrl = session.environment.services.checkInAndOutAtWork.baseUrl?.value ?? '';
    const enterpriseNumber = findEmployer(session.db, employerId)?.enterpriseNumber ?? null;
    const line = presenceLine(session, { employerId, enterpriseNumber });
    if (!line.ok || baseUrl === '') return null;
    const way = { connection: line.value.connection, baseUrl };
    open.set(employerId, way);
    return way;
  };
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
