// A long period in pieces that the service takes.

/** The service takes at most 31 days at once. [assumed, as the SOAP service] */
export const mostDays = 31;
/** Of one look-up, in days: three years. */
export const mostLookedUp = 1_096;

export const daysOf = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) + 1;

/** Days `from` to `to` (`yyyy-mm-dd`) one after the other, none twice: the first pieces are whole, the last has what is left. */
export function windowsOf(from: string, to: string): { from: string; to: string }[] {
  const windows: { from: string; to: string }[] = [];
  for (let first = from; first <= to; first = daysAfter(first, mostDays)) {
    const last = daysAfter(first, mostDays - 1);
    windows.push({ from: first, to: last < to ? last : to });
  }
  return windows;
}

const daysAfter = (day: string, count: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + count * 86_400_000).toISOString().slice(0, 10);
