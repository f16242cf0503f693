// What the service's clock shows: its day decides when a request ends, and this computer's clock may be wrong. Practice has a day of
// its own with the hour of the wall clock.
import { Temporal } from 'temporal-polyfill';
import { belgianDayOf } from '../../preload/rules/dates/belgian-day.ts';
import { tokenSource } from '../accounts/token-source.ts';
import type { Session } from '../platform/session.ts';

const belgium = 'Europe/Brussels';

/** Milliseconds since the epoch. */
export function serviceNow(session: Session): number {
  const now = session.clock.now().getTime() + (tokenSource(session).skewSeconds() ?? 0) * 1_000;
  if (session.environment.kind !== 'practice') return now;
  const hour = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(belgium).toPlainTime();
  return Temporal.PlainDate.from(session.businessDate()).toZonedDateTime({
    timeZone: belgium,
    plainTime: hour,
  }).epochMilliseconds;
}

/** The same as UTC text: what happened to a request is written down by the day that the service is in. */
export const serviceInstant = (session: Session): string => new Date(serviceNow(session)).toISOString();

/** Its day, `yyyy-mm-dd`. */
export const serviceDay = (session: Session): string => belgianDayOf(serviceNow(session));

/** Whole seconds until a request ends, none below zero; null where the service did not say when. */
export function secondsLeft(session: Session, expiresAt: string | null): number | null {
  return expiresAt === null
    ? null
    : Math.max(0, Math.ceil((Date.parse(expiresAt) - serviceNow(session)) / 1_000));
}
