// The ladder of warnings before a certificate ends: 90, 40, 14, 7, 2 and 0 days. Days are those of the calendar in Belgium,
// so that the app and the calendar file speak of the same day.
import { Temporal } from 'temporal-polyfill';
import { belgianDay, daysUntil } from './date-criteria.ts';

/** Days before the last day on which a person is warned anew. */
export const rungs = [90, 40, 14, 7, 2, 0] as const;
export type Rung = (typeof rungs)[number];

export type EndStanding = {
  /** Calendar days until the last day: 0 on that day itself, negative after it. */
  days: number;
  /** The last rung that was reached; null while the end is further away than the first one. */
  rung: Rung | null;
  /** Past the very instant of its end, also when that lies on today. */
  over: boolean;
};

/** Where a certificate stands: 41 days before its last day on rung 90, 40 days before it on rung 40. */
export function endStanding(notAfter: string, now: number): EndStanding {
  const days = daysUntil(notAfter, now);
  const reached = rungs.filter((rung) => days <= rung).at(-1);
  return { days, rung: reached ?? null, over: Date.parse(notAfter) < now };
}

/** The calendar day in Belgium on which a rung is reached: `2027-06-11` and 14 give `2027-05-28`. */
export const rungDay = (notAfter: string, rung: Rung): string =>
  Temporal.PlainDate.from(belgianDay(notAfter)).subtract({ days: rung }).toString();
