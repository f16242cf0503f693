// Arithmetic on legal days as text, in the calendar alone: no clock and no time zone comes into it.

const parts = (day: string): [number, number, number] => [
  Number(day.slice(0, 4)),
  Number(day.slice(5, 7)),
  Number(day.slice(8, 10)),
];

/** Days since 1 January 1970: `1970-01-02` gives 1. */
export function dayNumber(day: string): number {
  const [year, month, date] = parts(day);
  return Math.round(Date.UTC(year, month - 1, date) / 86_400_000);
}

/** Both ends included: `2025-03-01` to `2025-03-01` gives 1; negative or zero when the end lies before the start. */
export const daysBetween = (start: string, end: string): number =>
  start === end ? 1 : dayNumber(end) - dayNumber(start) + 1;

export const daysInYear = (year: number): number => daysBetween(`${year}-01-01`, `${year}-12-31`);

/** Day of month 0 is the last of the month before. `2025`, 13, 0 gives `2025-12-31`. */
export function dayOf(year: number, month: number, date: number): string {
  return new Date(Date.UTC(year, month - 1, date)).toISOString().slice(0, 10);
}

/** `2025-05-11` gives { year: 2025, quarter: 2 }. */
export function quarterOf(day: string): { year: number; quarter: number } {
  const [year, month] = parts(day);
  return { year, quarter: Math.ceil(month / 3) };
}

/**
 * The last day for filing what happened in the quarter of `day`: the last day of the month that comes `months` after
 * the quarter. `2025-05-11` with 1 gives `2025-07-31`.
 */
export function filingDeadline(day: string, months: number): string {
  const key = `${day.slice(0, 7)} ${months}`;
  const known = deadlines.get(key);
  if (known !== undefined) return known;
  const { year, quarter } = quarterOf(day);
  const last = dayOf(year, quarter * 3 + months + 1, 0);
  deadlines.set(key, last);
  return last;
}

/** By month: a list of a hundred thousand trainings asks for a few of them. */
const deadlines = new Map<string, string>();

/** How many days of `year` a period covers; an open period runs to the end of the year. */
export function daysWithin(year: number, startDate: string, endDate: string | null): number {
  const first = startDate > `${year}-01-01` ? startDate : `${year}-01-01`;
  const last = endDate !== null && endDate < `${year}-12-31` ? endDate : `${year}-12-31`;
  return Math.max(0, daysBetween(first, last));
}

/** As all four languages write a day in Belgium: `2025-03-09` gives `09/03/2025`. */
export const shownDay = (day: string): string => `${day.slice(8, 10)}/${day.slice(5, 7)}/${day.slice(0, 4)}`;

/** As durations are typed: 228 gives `3:48`. */
export const shownMinutes = (minutes: number): string =>
  `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
