// Moments and days of the citizens' services: those of the practice date, in Belgium.
import type { PracticeClock } from '../clock.ts';
import { daySpan } from '../presence/day-span.ts';

const FIELDS = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Brussels',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});
const SECOND = 1_000;

/** `2025-03-01 10:00:00`, as the clocks of Belgium show a moment. */
const localText = (moment: number): string => FIELDS.format(moment);

/** Milliseconds that the clocks of Belgium are ahead of UTC at a moment. */
const aheadAt = (moment: number): number => {
  const whole = Math.floor(moment / SECOND) * SECOND;
  return Date.parse(`${localText(whole).replace(' ', 'T')}Z`) - whole;
};

/** A moment as the contract writes it: `2025-03-01T23:59:59+01:00`. */
export const belgianInstant = (moment: number): string => {
  const minutes = aheadAt(moment) / 60_000;
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${localText(moment).replace(' ', 'T')}+${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
};

/** The day that the calendars of Belgium show at a moment. */
export const belgianDay = (moment: number): string => localText(moment).slice(0, 10);

/** The last second of a day in Belgium, in milliseconds since the epoch. */
export const lastSecondOf = (day: string): number => daySpan(day, day)[1] - SECOND;

/**
 * Now: on the practice date, at the time of day that the services' own clock shows in Belgium. That date stands still until somebody sets it, so a request expires
 * when it moves on and not when the wall passes midnight. A time that a night of summer time leaves out is taken an hour earlier.
 */
export const practiceNow = (clock: Pick<PracticeClock, 'businessDate' | 'securityNow'>): number => {
  const day = clock.businessDate();
  const wall = clock.securityNow();
  const written = Date.parse(`${day}T${localText(wall).slice(11)}Z`) + (wall % SECOND);
  const moment = written - aheadAt(written - 3_600_000);
  const [start, next] = daySpan(day, day);
  return Math.min(Math.max(moment, start), next - 1);
};

/** The same day `months` later, cut to the end of a shorter month, less one day: `2025-01-31`, 1 → `2025-02-27`. */
export const lastDayAfter = (start: string, months: number): string => {
  const [year = 0, month = 0, day = 0] = start.split('-').map(Number);
  const longest = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  const last = Date.UTC(year, month - 1 + months, Math.min(day, longest) - 1);
  return new Date(last).toISOString().slice(0, 10);
};

/** `2025Q1`, -3 → `2024Q2` */
export const shiftQuarter = (quarter: string, by: number): string => {
  const index = Number(quarter.slice(0, 4)) * 4 + Number(quarter.slice(5)) - 1 + by;
  return `${Math.floor(index / 4)}Q${(index % 4) + 1}`;
};

/** First and last day: `2025Q1` → `2025-01-01`, `2025-03-31` */
export const daysOfQuarter = (quarter: string): { startDate: string; endDate: string } => {
  const year = Number(quarter.slice(0, 4));
  const first = (Number(quarter.slice(5)) - 1) * 3;
  const day = (month: number, date: number): string =>
    new Date(Date.UTC(year, month, date)).toISOString().slice(0, 10);
  return { startDate: day(first, 1), endDate: day(first + 3, 0) };
};
