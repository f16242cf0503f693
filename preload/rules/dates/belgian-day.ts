// Belgian days as spans of moments: the nights of summer time have 23 and 25 hours.

const offsets = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Brussels', timeZoneName: 'longOffset' });
const days = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Brussels' });

/** Minutes by which Belgium is ahead of UTC at a moment. */
function offsetAt(moment: number): number {
  const name = offsets.formatToParts(moment).find(({ type }) => type === 'timeZoneName')?.value ?? '';
  const [, sign, hours = '0', minutes = '0'] = /([+-])(\d{2}):(\d{2})/.exec(name) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}

/** `yyyy-mm-dd` in Belgium of a moment (milliseconds since the epoch). */
export const belgianDayOf = (moment: number): string => days.format(moment);

/** The first moment of a Belgian day. The clock changes at one or two at night, never at midnight. */
export function startOfBelgianDay(day: string): number {
  const utc = Date.parse(`${day}T00:00:00Z`);
  return utc - offsetAt(utc - 2 * 3_600_000) * 60_000;
}

/** From the first moment of `from` up to (not including) the first after `to`. */
export function belgianDays(from: string, to: string): [start: number, end: number] {
  const next = new Date(Date.parse(`${to}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
  return [startOfBelgianDay(from), startOfBelgianDay(next)];
}

/**
 * The moment at which Belgian clocks show `minutes` after midnight of a day; beyond 1,440 they lie on the next days. An hour
 * that comes twice is meant the first time, with `late` the second time; one that is skipped means an hour later.
 * `2026-03-29`, 150 → the moment of 3:30.
 */
export function belgianMoment(day: string, minutes: number, late = false): number {
  const shown = Date.parse(`${day}T00:00:00Z`) + minutes * 60_000;
  const before = offsetAt(shown - 2 * 3_600_000);
  const after = offsetAt(shown);
  if (before === after) return shown - before * 60_000;
  const [first, second] = [shown - before * 60_000, shown - after * 60_000];
  // Skipped: neither fits; counted on with the offset of before. Twice: both fit.
  if (offsetAt(first) !== before) return offsetAt(second) === after ? second : first;
  return late && offsetAt(second) === after ? second : first;
}
