// Terms as days: of a quarter, of a new worker, of the start of a year. Pure, in the calendar alone.
import { Temporal } from 'temporal-polyfill';

export type Quarter = { from: string; to: string; deadline: string };

/** The quarter of a day, due on the last day of the month that comes `months` after it: `2025-05-11` gives `2025-07-31`. */
export function quarterOf(day: string, months = 1): Quarter {
  const date = Temporal.PlainDate.from(day);
  const start = date.with({ month: Math.floor((date.month - 1) / 3) * 3 + 1, day: 1 });
  return {
    from: start.toString(),
    to: start.add({ months: 3 }).subtract({ days: 1 }).toString(),
    deadline: start
      .add({ months: 3 + months })
      .subtract({ days: 1 })
      .toString(),
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
  Temporal.PlainDate.from(day).add({ days }).toString();
