// Terms as days: of a quarter, of a new worker, of the start of a year. Pure arithmetic on days as text, in the calendar
// alone: thousands of them are made for the clients of one office.
import { dayNumber, dayOf } from '../../preload/rules/training/days.ts';

export type Quarter = { from: string; to: string; deadline: string };

/** The quarter of a day, due on the last day of the month that comes `months` after it: `2025-05-11` gives `2025-07-31`. */
export function quarterOf(day: string, months = 1): Quarter {
  const year = Number(day.slice(0, 4));
  const first = Math.floor((Number(day.slice(5, 7)) - 1) / 3) * 3 + 1;
  return {
    from: dayOf(year, first, 1),
    // Day 0 of a month is the last of the one before.
    to: dayOf(year, first + 3, 0),
    deadline: dayOf(year, first + 3 + months, 0),
  };
}

/** The quarter before the one of a day. */
export const quarterBefore = (day: string, months = 1): Quarter =>
  quarterOf(addDays(quarterOf(day).from, -1), months);

/** The quarter to be filed next: its trainings are due on the last day of the month after it. */
export function quarterDueOn(day: string): Quarter {
  const before = quarterBefore(day);
  // In the first month of a quarter the one before it is still due.
  return before.deadline >= day ? before : quarterOf(day);
}

/** `2025-01-02` and 60 gives `2025-03-03`: the day itself is not counted. */
export const addDays = (day: string, days: number): string =>
  dayOf(Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10)) + days);

/** From one day to another: `2025-03-29` to `2025-03-31` gives 2; negative when the second is earlier. */
export const daysBetween = (from: string, to: string): number => dayNumber(to) - dayNumber(from);
