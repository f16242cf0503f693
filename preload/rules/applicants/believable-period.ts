// Whether the first and the last day of an access can be what a citizen gave: nothing else decides how long an answer stands here.

/**
 * Days of four months. A service gives an access for one month (flexi-job) or three (student hours) [public]; the fourth is margin for
 * how it counts.
 */
export const longestAccessDays = 124;
/** Nobody could give access to these data before. */
const firstDay = '2000-01-01';

/**
 * `from` and `until`: first and last day, `yyyy-mm-dd`; `today`: the day of the service. False where it ends before it begins, where it
 * is longer than four months, and where it ends later than four months from today.
 */
export function believablePeriod({ from, until }: { from: string; until: string }, today: string): boolean {
  if (from < firstDay || until < from) return false;
  return daysBetween(from, until) <= longestAccessDays && daysBetween(today, until) <= longestAccessDays;
}

/** NaN, and so never at most something, where one of them is no day. */
const daysBetween = (first: string, last: string): number =>
  (Date.parse(`${last}T00:00:00Z`) - Date.parse(`${first}T00:00:00Z`)) / 86_400_000;
