// Time as a port: the wall clock, the monotonic clock, and the legal day, which is Europe/Brussels whatever the PC says.
import { Temporal } from 'temporal-polyfill';

export type Clock = {
  /** The wall clock. */
  now(): Date;
  /** Milliseconds that never run backwards; only differences have a meaning. */
  monotonic(): number;
};

export type FixedClock = Clock & { advance(milliseconds: number): void; set(iso: string): void };

export const systemClock: Clock = {
  now: () => new Date(),
  monotonic: () => performance.now(),
};

/** A clock that stands still until told to move, for tests. `set` moves the wall clock only. */
export function fixedClock(iso: string): FixedClock {
  let wall = Date.parse(iso);
  let ticks = 0;
  return {
    now: () => new Date(wall),
    monotonic: () => ticks,
    advance(milliseconds) {
      wall += milliseconds;
      ticks += milliseconds;
    },
    set(next) {
      wall = Date.parse(next);
    },
  };
}

/** The calendar day in Belgium at an instant: `2025-03-31T22:30:00Z` gives `2025-04-01`. */
export function brusselsDay(date: Date): string {
  return Temporal.Instant.fromEpochMilliseconds(date.getTime())
    .toZonedDateTimeISO('Europe/Brussels')
    .toPlainDate()
    .toString();
}

/** The first instant of a Belgian day as UTC text: `2025-03-01` gives `2025-02-28T23:00:00.000Z`. */
export function brusselsDayStart(day: string): string {
  const start = Temporal.PlainDate.from(day).toZonedDateTime('Europe/Brussels');
  return new Date(start.epochMilliseconds).toISOString();
}

/** The instant at which the Belgian day is over (the start of the next one) as UTC text. */
export function brusselsDayEnd(day: string): string {
  return brusselsDayStart(Temporal.PlainDate.from(day).add({ days: 1 }).toString());
}
