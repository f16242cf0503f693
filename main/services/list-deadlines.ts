// Deadlines as they stand on the business date: read, filtered, counted and paged.
import { setImmediate as breathe } from 'node:timers/promises';
import type { HandlerInput, HandlerOutput } from '../../preload/contract/index.ts';
import { ok, type Result } from '../../preload/contract/result.ts';
import { type Deadline, deadlineStandingSchema } from '../../preload/contract/service-state.ts';
import { type EmployerScope, scopeOf } from '../employers/employer-scope.ts';
import type { Session } from '../platform/session.ts';
import { clientDeadlines, factPeriods } from './client-deadlines.ts';
import { employersInUse, hiresBetween, openByMonth } from './deadline-store.ts';
import { loadServiceCalendar } from './service-calendar.ts';

type Known = Pick<Session, 'db' | 'businessDate' | 'resourcesDir'>;

/** All deadlines of the scope, the nearest first, read with room for other calls. Failure calendarDamaged. */
export async function deadlinesOf(session: Known, scope: EmployerScope): Promise<Result<Deadline[]>> {
  const calendar = loadServiceCalendar(session.resourcesDir);
  if (!calendar.ok) return calendar;
  const { db } = session;
  const day = session.businessDate();
  const periods = factPeriods(day);
  const months = openByMonth(db, scope, ...periods.trainings);
  await breathe();
  const hires = hiresBetween(db, scope, ...periods.hires);
  await breathe();
  const employers = employersInUse(db, scope);
  return ok(clientDeadlines(calendar.value, { employers, months, hires }, day));
}

export async function listDeadlines(
  session: Known,
  input: HandlerInput<'deadline.list'>,
): Promise<Result<HandlerOutput<'deadline.list'>>> {
  const all = await deadlinesOf(session, scopeOf(input.employerId));
  if (!all.ok) return all;
  const ruled = all.value.filter(({ rule }) => input.rules.length === 0 || input.rules.includes(rule));
  const wanted = ruled.filter(
    ({ standing }) => input.standings.length === 0 || input.standings.includes(standing),
  );
  const from = (input.page - 1) * input.pageSize;
  return ok({
    rows: wanted.slice(from, from + input.pageSize),
    total: wanted.length,
    page: input.page,
    pageSize: input.pageSize,
    date: session.businessDate(),
    counts: countsOf(ruled),
  });
}

export const countsOf = (rows: readonly Deadline[]): Record<Deadline['standing'], number> =>
  Object.fromEntries(
    deadlineStandingSchema.options.map((standing) => [
      standing,
      rows.filter((row) => row.standing === standing).length,
    ]),
  ) as Record<Deadline['standing'], number>;
