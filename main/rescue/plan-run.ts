// A run at a set hour: remembered, begun when its hour has come (late where the program was closed then), and whatever was cut
// off in the middle gone on with.
import { Temporal } from 'temporal-polyfill';
import type { HandlerInput } from '../../preload/contract/index.ts';
import { ok, type Result } from '../../preload/contract/result.ts';
import { recordAct } from '../history/record-act.ts';
import { attempt } from '../platform/database.ts';
import type { Session } from '../platform/session.ts';
import { insertRun, openRun, plannedRun, removePlanned } from './run-store.ts';

/** A run that meets a silent service tries again after this long, as long as it began within `mostHours`. */
export const tryAgainMs = 15 * 60_000;
const mostHours = 14;

/** The next time that a clock in Belgium shows this: `22:00` in the afternoon is tonight, after 22:00 tomorrow. */
export function nextHour(now: Date, time: string): Date {
  const here = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO('Europe/Brussels');
  const today = here.withPlainTime(Temporal.PlainTime.from(time));
  const at = Temporal.ZonedDateTime.compare(today, here) > 0 ? today : today.add({ days: 1 });
  return new Date(at.epochMilliseconds);
}

/** Takes the place of what was planned before. */
export function planRun(
  session: Session,
  { time, years, again }: HandlerInput<'rescue.plan'>,
): Result<{ dueAt: string }> {
  const { db, clock } = session;
  const now = clock.now();
  const dueAt = nextHour(now, time).toISOString();
  const { name, osAccount } = session.actor();
  const done = attempt<{ dueAt: string }>(db, () => {
    removePlanned(db);
    insertRun(db, {
      id: session.ids.newId(),
      dueAt,
      years,
      again,
      madeBy: (name || osAccount).slice(0, 200),
      madeAt: now.toISOString(),
      startedAt: null,
    });
    recordAct(session, {
      employerId: null,
      kind: 'rescue.planned',
      summary: time,
      payload: { dueAt, again },
    });
    return ok({ dueAt });
  });
  session.changed('rescue.changed', []);
  return done;
}

export function removePlan(session: Session): Result<Record<string, never>> {
  const done = attempt<Record<string, never>>(session.db, () => {
    const plan = plannedRun(session.db);
    if (plan === null) return ok({});
    removePlanned(session.db);
    recordAct(session, {
      employerId: null,
      kind: 'rescue.planDropped',
      summary: '',
      payload: { dueAt: plan.dueAt ?? '' },
    });
    return ok({});
  });
  session.changed('rescue.changed', []);
  return done;
}

/** What is to be begun or gone on with by itself now. */
export function dueWork(session: Session): 'goOn' | 'begin' | null {
  const now = session.clock.now().toISOString();
  const open = openRun(session.db);
  if (open !== null) return !open.paused && (open.waitUntil ?? '') <= now ? 'goOn' : null;
  const plan = plannedRun(session.db);
  return plan?.dueAt != null && plan.dueAt <= now ? 'begin' : null;
}

/** Until when a run that met a silent service waits; null where it has tried for long enough. */
export function nextTry(session: Session, startedAt: string | null): string | null {
  const now = session.clock.now().getTime();
  const began = startedAt === null ? now : Date.parse(startedAt);
  return now - began < mostHours * 3_600_000 ? new Date(now + tryAgainMs).toISOString() : null;
}
