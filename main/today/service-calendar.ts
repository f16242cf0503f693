// When a service is open, read-only or closed, and until when a quarter is to be filed: from `service-calendar.json`,
// each with its source and how sure it is.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { HandlerOutput } from '../../preload/contract/index.ts';

const stateSchema = z.object({
  state: z.enum(['open', 'readOnly', 'closed']),
  from: z.iso.date(),
  source: z.string().max(300),
  certainty: z.string().max(20),
});
const calendarSchema = z.object({
  recordedOn: z.iso.date(),
  services: z.array(z.object({ service: z.literal('fla'), states: z.array(stateSchema).min(1) })),
});
export type ServiceCalendar = z.infer<typeof calendarSchema>;
export type ServiceLine = HandlerOutput<'today.list'>['services'][number];

/** A change this near is told as coming. */
const announceDays = 90;

const known = new Map<string, ServiceCalendar>();

/** A damaged calendar is a fault in the packaging, so this throws. */
export function readServiceCalendar(resourcesDir: string): ServiceCalendar {
  let calendar = known.get(resourcesDir);
  if (calendar === undefined) {
    const text = readFileSync(join(resourcesDir, 'service-calendar.json'), 'utf8');
    calendar = calendarSchema.parse(JSON.parse(text));
    known.set(resourcesDir, calendar);
  }
  return calendar;
}

/** The state on a day: `2026-03-01` gives readOnly; `2025-12-01` gives announced, with `since` the day of the change. */
export function flaStateOn(calendar: ServiceCalendar, day: string): ServiceLine {
  const states = calendar.services.find(({ service }) => service === 'fla')?.states ?? [];
  const at = states.findLastIndex((state) => state.from <= day);
  const now = states[at];
  const next = states[at + 1];
  const until = next ? dayBefore(next.from) : null;
  if (!now)
    return { service: 'fla', state: 'announced', since: next?.from ?? null, until: null, ...facts(next) };
  const soon = next !== undefined && daysBetween(day, next.from) <= announceDays;
  if (soon && now.state === 'open')
    return { service: 'fla', state: 'announced', since: next.from, until: null, ...facts(next) };
  return { service: 'fla', state: now.state, since: now.from, until, ...facts(now) };
}

const facts = (state: z.infer<typeof stateSchema> | undefined) => ({
  source: state?.source ?? '',
  certainty: state?.certainty ?? 'assumed',
});

export type Quarter = { from: string; to: string; deadline: string };

/** The quarter to be filed next: its trainings are due on the last day of the month after it. */
export function quarterDueOn(day: string): Quarter {
  const date = Temporal.PlainDate.from(day);
  // In the first month of a quarter the one before it is still due.
  const first = date.with({ month: Math.floor((date.month - 1) / 3) * 3 + 1, day: 1 });
  const start = date.month === first.month ? first.subtract({ months: 3 }) : first;
  const end = start.add({ months: 3 }).subtract({ days: 1 });
  const deadline = start.add({ months: 4 }).subtract({ days: 1 });
  return { from: start.toString(), to: end.toString(), deadline: deadline.toString() };
}

export const daysBetween = (from: string, to: string): number =>
  Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'days' }).days;

const dayBefore = (day: string): string => Temporal.PlainDate.from(day).subtract({ days: 1 }).toString();
