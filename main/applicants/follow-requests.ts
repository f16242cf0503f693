// Follows all that is open, of all employers, while there is anything: seldom in the background and less and less, every two seconds
// what stands before somebody. It is a reading: whatever goes wrong is asked again later, and nobody waits for it.
import { ok, type Result } from '../../preload/contract/result.ts';
import type { JobRun, Session } from '../platform/session.ts';
import { applicantLine } from './applicant-line.ts';
import { sweepDay } from './end-of-day.ts';
import { accessRows, openRows, rowsById } from './follow-store.ts';
import { beginLook, type Look, type LookEnd } from './look.ts';
import { lookAtAccesses, partiesOf } from './look-at-accesses.ts';
import { lookAtRequests } from './look-at-requests.ts';
import type { RequestRow } from './request-store.ts';
import { type ApplicantRuntime, applicantRuntime } from './runtime.ts';
import { secondsLeft } from './service-clock.ts';

/** Seconds between two looks in the background; the last is repeated. */
const pauses = [10, 30, 60, 300] as const;
const longest = 300;
/** Seconds between two looks at what stands before somebody: at a request, and at an access. */
const frontPause = 2;
const frontAccessPause = 10;
/** Milliseconds after which a change here is seen at the latest. */
const glanceMs = 2_000;

type Turn = { round: number; due: number; accessDue: number; askedAfterEnd: Set<string> };

export const groupOf = (
  row: Pick<RequestRow, 'employer_id' | 'enterprise_number' | 'mandatary_number'>,
): string => `${row.employer_id} ${row.enterprise_number} ${row.mandatary_number ?? ''}`;

/** Whether anything is there of which the service may have something to say. */
export const anyToFollow = ({ db }: Session): boolean => openRows(db).length > 0 || accessRows(db).length > 0;

/** Goes on where it runs already; `isNew`: what there is has its next look soon. */
export function startFollowing(session: Session, isNew = true): void {
  const runtime = applicantRuntime(session);
  if (isNew) {
    runtime.news += 1;
    runtime.wake();
  }
  if (anyToFollow(session)) session.jobs.start('applicantFollow', (run) => followAll(session, run));
}

async function followAll(session: Session, run: JobRun): Promise<Result<Record<string, never>>> {
  const over = new AbortController();
  const signal = AbortSignal.any([run.signal, over.signal]);
  const front = followFront(session, signal);
  try {
    await followBehind(session, signal);
  } finally {
    over.abort();
    await front;
  }
  return ok({});
}

/** Ends when nothing is open and nobody looks at an access. */
async function followBehind(session: Session, signal: AbortSignal): Promise<void> {
  const runtime = applicantRuntime(session);
  const turns = new Map<string, Turn>();
  let news = runtime.news;
  let first = true;
  while (!signal.aborted) {
    sweepDay(session);
    const groups = Map.groupBy(followedRows(session, runtime), groupOf);
    // Once at the beginning also what is merely open to be read: it may have been ended while nobody looked.
    if (first)
      for (const row of accessRows(session.db)) if (!groups.has(groupOf(row))) groups.set(groupOf(row), []);
    const now = session.clock.monotonic();
    if (runtime.news !== news) {
      news = runtime.news;
      for (const turn of turns.values())
        Object.assign(turn, { round: 0, due: Math.min(turn.due, now + pauses[0] * 1_000) });
    }
    for (const key of groups.keys())
      if (!turns.has(key)) turns.set(key, { round: 0, due: now, accessDue: now, askedAfterEnd: new Set() });
    if (groups.size === 0 && runtime.watched().size === 0) return;
    const [next] = [...groups]
      .map(([key, rows]) => ({ key, rows, due: dueOf(session, turns.get(key), rows, now) }))
      .sort((one, other) => one.due - other.due);
    if (next === undefined || next.due > now) {
      await runtime.rest(Math.min(glanceMs, (next?.due ?? Number.POSITIVE_INFINITY) - now), signal);
      continue;
    }
    await lookBehind(session, next.key, next.rows, turns, signal);
    first = first && [...turns.values()].some(({ round }) => round === 0);
  }
}

/** What is asked at this very moment is cleared up by whoever asks. */
const followedRows = (session: Session, { inFlight }: ApplicantRuntime): RequestRow[] =>
  openRows(session.db).filter(
    (row) =>
      !inFlight.has(row.id) && (row.state !== 'approved' || secondsLeft(session, row.expires_at) !== 0),
  );

/** The group's turn, or sooner where a request ends by the service's clock: then it is asked about once. */
function dueOf(session: Session, turn: Turn | undefined, rows: readonly RequestRow[], now: number): number {
  if (turn === undefined) return now;
  const ends = rows.flatMap(({ id, state, expires_at: at }) => {
    const left = state === 'open' && !turn.askedAfterEnd.has(id) ? secondsLeft(session, at) : null;
    return left === null ? [] : [now + (left === 0 ? 0 : left * 1_000 + 1_500)];
  });
  return Math.min(turn.due, ...ends);
}

async function lookBehind(
  session: Session,
  key: string,
  rows: readonly RequestRow[],
  turns: Map<string, Turn>,
  signal: AbortSignal,
): Promise<void> {
  const runtime = applicantRuntime(session);
  const turn = turns.get(key);
  if (turn === undefined) return;
  const now = session.clock.monotonic();
  for (const row of rows) if (secondsLeft(session, row.expires_at) === 0) turn.askedAfterEnd.add(row.id);
  const [employerId = ''] = key.split(' ');
  const accesses =
    turn.accessDue <= now ? accessRows(session.db, employerId).filter((row) => groupOf(row) === key) : [];
  const end = await lookOnce(session, rows, accesses, signal, () => runtime.pace(signal));
  const after = session.clock.monotonic();
  if (accesses.length > 0 || turn.accessDue <= now) turn.accessDue = after + longest * 1_000;
  const pause = end === null ? pauseOf(turn.round) : waitOf(session, end, turn.round);
  Object.assign(turn, { round: turn.round + 1, due: after + pause * 1_000 });
  runtime.looks.set(key, { at: session.clock.now().toISOString(), everySeconds: pause });
}

const pauseOf = (round: number): number => pauses[Math.min(round, pauses.length - 1)] ?? longest;

/** Seconds: as long as the service asks for, and longer and longer where it says nothing. */
function waitOf({ clock }: Session, { retryAt }: LookEnd, round: number): number {
  const asked = retryAt === null ? 0 : (retryAt.getTime() - clock.now().getTime()) / 1_000;
  return Math.max(asked, pauseOf(round));
}

/** Rows of one group. Null: all was answered. */
export async function lookOnce(
  session: Session,
  rows: readonly RequestRow[],
  accesses: readonly RequestRow[],
  signal: AbortSignal,
  mayLeave: () => Promise<boolean>,
): Promise<LookEnd | null> {
  const [row] = [...rows, ...accesses];
  if (row === undefined) return null;
  const line = applicantLine(session, row.employer_id);
  if (!line.ok) return { failure: line.failure, retryAt: null };
  const look: Look = beginLook(session, line.value, partiesOf(row), signal, mayLeave);
  if (rows.length > 0) await lookAtRequests(look, rows);
  if (accesses.length > 0) await lookAtAccesses(look, accesses);
  return look.failed();
}

/** One call every two seconds for what stands before somebody, in turn where that is of several employers. */
async function followFront(session: Session, signal: AbortSignal): Promise<void> {
  const runtime = applicantRuntime(session);
  const accessAt = new Map<string, number>();
  let turn = 0;
  let round = 0;
  while (!signal.aborted) {
    const began = session.clock.monotonic();
    const shown = rowsById(session.db, [...runtime.watched()]).filter(({ id }) => !runtime.inFlight.has(id));
    const open = shown.filter(({ state }) => state === 'open' || state === 'unknown');
    const accesses = shown.filter(
      ({ id, state }) =>
        ['approved', 'awaitingAcceptance', 'direct'].includes(state) &&
        (accessAt.get(id) ?? Number.NEGATIVE_INFINITY) + frontAccessPause * 1_000 <= began,
    );
    const groups = [...Map.groupBy([...open, ...accesses], groupOf)];
    const next = groups[turn % Math.max(1, groups.length)];
    turn += 1;
    if (next === undefined) {
      await runtime.rest(glanceMs, signal);
      continue;
    }
    const [key, rows] = next;
    const own = rows.filter((row) => accesses.includes(row));
    for (const { id } of own) accessAt.set(id, began);
    const end = await lookOnce(
      session,
      rows.filter((row) => open.includes(row)),
      own,
      signal,
      async () => true,
    );
    round = end === null ? 0 : round + 1;
    const pause = end === null ? frontPause : Math.max(frontPause, waitOf(session, end, round - 1));
    runtime.looks.set(key, { at: session.clock.now().toISOString(), everySeconds: pause });
    const left = began + pause * 1_000 - session.clock.monotonic();
    await pausing(runtime, session, left, signal);
  }
}

/** The whole pause, whatever else is woken meanwhile. */
async function pausing(
  runtime: ApplicantRuntime,
  { clock }: Session,
  ms: number,
  signal: AbortSignal,
): Promise<void> {
  const until = clock.monotonic() + ms;
  for (let left = ms; left > 0 && !signal.aborted; left = until - clock.monotonic())
    await runtime.rest(left, signal);
}
