// Asks about all that is open because a person said so. However often that is said, one look at a time leaves for an employer, and none
// sooner than a second after the last.
import { ok, type Result } from '../../preload/contract/result.ts';
import type { Session } from '../platform/session.ts';
import { sweepDay } from './end-of-day.ts';
import { groupOf, lookOnce, startFollowing } from './follow-requests.ts';
import { accessRows, openRows } from './follow-store.ts';
import type { LookEnd } from './look.ts';
import { applicantRuntime } from './runtime.ts';

const never = new AbortController().signal;
/** Calls that leave at once where a person asks; the rest of many employers follow one by one in a second. */
const promptCalls = 12;
/** Milliseconds between the beginnings of two looks for one employer. */
const apartMs = 1_000;

/** Employer after employer, of each group after group. The first failure ends it: those of the route and the service. */
export async function refresh(
  session: Session,
  employerId: string | null,
): Promise<Result<Record<string, never>>> {
  sweepDay(session);
  const { pace } = applicantRuntime(session);
  let left = promptCalls;
  const mayLeave = async (): Promise<boolean> => {
    left -= 1;
    return left >= 0 || pace(never);
  };
  const { db } = session;
  const rows = [...openRows(db, employerId), ...accessRows(db, employerId)];
  for (const one of new Set(rows.map(({ employer_id: id }) => id))) {
    const end = await joined(session, one, () => lookAt(session, one, mayLeave));
    if (end !== null) return { ok: false, failure: { ...end.failure, retry: 'safe' } };
  }
  startFollowing(session);
  return ok({});
}

/** Null: all was answered. */
async function lookAt(
  session: Session,
  employerId: string,
  mayLeave: () => Promise<boolean>,
): Promise<LookEnd | null> {
  const { inFlight } = applicantRuntime(session);
  const open = openRows(session.db, employerId).filter(({ id }) => !inFlight.has(id));
  const groups = Map.groupBy([...open, ...accessRows(session.db, employerId)], groupOf);
  for (const rows of groups.values()) {
    const waiting = rows.filter((row) => open.includes(row));
    const accesses = rows.filter((row) => !open.includes(row));
    const end = await lookOnce(session, waiting, accesses, never, mayLeave);
    if (end !== null) return end;
  }
  return null;
}

/** Whoever asks while a look is under way gets what it leads to. */
export function joined(
  session: Session,
  employerId: string,
  look: () => Promise<LookEnd | null>,
): Promise<LookEnd | null> {
  const { prompted } = applicantRuntime(session);
  const last = prompted.get(employerId);
  if (last !== undefined && last.work !== null) return last.work;
  const work = turn(session, last?.at ?? null, employerId, look);
  prompted.set(employerId, { at: session.clock.monotonic(), work });
  return work;
}

async function turn(
  session: Session,
  before: number | null,
  employerId: string,
  look: () => Promise<LookEnd | null>,
): Promise<LookEnd | null> {
  const { clock } = session;
  const wait = before === null ? 0 : before + apartMs - clock.monotonic();
  // Never in the turn of the caller, so that the next one finds it under way.
  await new Promise<void>((resolve) => setTimeout(resolve, Math.max(0, wait)));
  const at = clock.monotonic();
  try {
    return await look();
  } finally {
    applicantRuntime(session).prompted.set(employerId, { at, work: null });
  }
}
