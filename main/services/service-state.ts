// How a service stands on a day by the calendar, and what comes next. Pure: days are text, no clock and no zone comes in.
import type { HandlerOutput } from '../../preload/contract/index.ts';
import type { DatedService, DatedState, ServiceState } from '../../preload/contract/service-state.ts';
import type { EnvironmentKind } from '../platform/environment.ts';
import { addDays, daysBetween } from './quarter-due.ts';
import type { ServiceCalendar } from './service-calendar.ts';

export type ServiceLine = HandlerOutput<'today.list'>['services'][number];

/** A change this near is told as coming. */
const announceDays = 90;

export type Standing = {
  state: ServiceState;
  /** First and last day of this state. */
  since: string | null;
  until: string | null;
  now: DatedState | null;
  next: DatedState | null;
};

/** `fla` on `2026-12-31` gives readOnly until that day, next closed; before its first day a service is announced. */
export function standingOn(calendar: ServiceCalendar, service: DatedService, day: string): Standing {
  const states = calendar.services.find((one) => one.service === service)?.states ?? [];
  const at = states.findLastIndex((state) => state.from <= day);
  const now = states[at] ?? null;
  const next = states[at + 1] ?? null;
  const until = next === null ? null : addDays(next.from, -1);
  return { state: now?.state ?? 'announced', since: now?.from ?? null, until, now, next };
}

/** Whether nothing new is taken in. An announced service takes nothing either, but nobody would send to it. */
export const takesNothing = (state: ServiceState): boolean =>
  state === 'readOnly' || state === 'closed' || state === 'retired';

/** The training service as Today says it: a change within 90 days is `announced`, with `since` the day of the change. */
export function flaStateOn(calendar: ServiceCalendar, day: string): ServiceLine {
  const { state, since, until, now, next } = standingOn(calendar, 'fla', day);
  const soon = next !== null && daysBetween(day, next.from) <= announceDays;
  if (now === null || (soon && state === 'open'))
    return { service: 'fla', state: 'announced', since: next?.from ?? null, until: null, ...facts(next) };
  return { service: 'fla', state: state === 'retired' ? 'closed' : state, since, until, ...facts(now) };
}

const facts = (state: DatedState | null) => ({
  source: state?.source ?? '',
  certainty: state?.certainty ?? 'assumed',
});

/**
 * Whether sending must be confirmed for that very sending: a real channel that takes nothing. In practice the practice
 * service refuses by itself, which is what is to be learned; simulation is the authority's own place for tests.
 */
export const asksConfirmation = (
  environment: EnvironmentKind,
  reachesProduction: boolean,
  state: ServiceState,
): boolean =>
  takesNothing(state) && (environment === 'production' || environment === 'acceptance' || reachesProduction);
