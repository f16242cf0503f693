// Periods of a line of the person register: whole days, both ends included, open where there is no end. Adding is the union of
// what overlaps, taking away is the difference, and two periods that only touch stay two. Rules N9–N11 and D-b of the register.

/** `yyyy-mm-dd`; `end` null: until further notice. */
export type Period = { begin: string; end: string | null };

/** Sorts before any day and after any day: what an open end compares as. */
const forever = '9999-12-32';
const endOf = ({ end }: Period): string => end ?? forever;

const shifted = (day: string, days: number): string => {
  const moved = new Date(`${day}T00:00:00Z`);
  moved.setUTCDate(moved.getUTCDate() + days);
  return moved.toISOString().slice(0, 10);
};
/** The first and last day that a register takes: beyond it a day before or after would not be written with four figures. */
export const firstDay = '0001-01-02';
export const lastDay = '9999-12-30';

/** Begin and end are days that exist, within what can be written, and not upside down. Rule N5 (I3). */
export function isPeriod({ begin, end }: Period): boolean {
  const real = (day: string): boolean =>
    /^\d{4}-\d{2}-\d{2}$/.test(day) && day >= firstDay && day <= lastDay && shifted(day, 0) === day;
  const dayExists = (day: string): boolean => {
    const month = Number(day.slice(5, 7));
    const number = Number(day.slice(8, 10));
    return month >= 1 && month <= 12 && number >= 1 && number <= 31 && real(day);
  };
  return dayExists(begin) && (end === null || (dayExists(end) && begin <= end));
}

/** At least one common day. Days that follow each other are none. Rules N9, N10. */
export const overlap = (one: Period, other: Period): boolean =>
  one.begin <= endOf(other) && other.begin <= endOf(one);

const covers = (one: Period, other: Period): boolean =>
  one.begin <= other.begin && endOf(one) >= endOf(other);

/** `same`: every day of it was there already (N11). `periods`: those of the key afterwards, in their order. */
export type Added = { periods: Period[]; same: boolean };

/**
 * Lays a period over those of one key, which must be sorted and apart, as every result of this file is. What overlaps it becomes one
 * line from the first begin to the last end; an open end wins.
 */
export function addPeriod(periods: readonly Period[], added: Period): Added {
  if (periods.some((one) => covers(one, added))) return { periods: [...periods], same: true };
  const apart = periods.filter((one) => !overlap(one, added));
  const touched = periods.filter((one) => overlap(one, added));
  const begin = touched.reduce((first, one) => (one.begin < first ? one.begin : first), added.begin);
  const end = touched.reduce((last, one) => (endOf(one) > last ? endOf(one) : last), endOf(added));
  const merged = { begin, end: end === forever ? null : end };
  const at = apart.findIndex((one) => one.begin > begin);
  return { periods: apart.toSpliced(at < 0 ? apart.length : at, 0, merged), same: false };
}

/** `nothing`: no day of it was there (D-d). */
export type Removed = { periods: Period[]; nothing: boolean };

/** Takes the days of a period away from those of one key: trims at the edges, splits in the middle. Without an end: to all eternity. */
export function removePeriod(periods: readonly Period[], removed: Period): Removed {
  let nothing = true;
  const left = periods.flatMap((one) => {
    if (!overlap(one, removed)) return [one];
    nothing = false;
    const parts: Period[] = [];
    if (one.begin < removed.begin) parts.push({ begin: one.begin, end: shifted(removed.begin, -1) });
    if (removed.end !== null && endOf(one) > removed.end)
      parts.push({ begin: shifted(removed.end, 1), end: one.end });
    return parts;
  });
  return { periods: left, nothing };
}

/** Lines of an old number laid under a new one, one by one. Rule R-a; two that only touch stay two (R-b). */
export const movePeriods = (onto: readonly Period[], moved: readonly Period[]): Period[] =>
  moved.reduce<Period[]>((periods, one) => addPeriod(periods, one).periods, [...onto]);

/** Lines that have a day in common with a period, whole as they are. Rule Q2. */
export const periodsWithin = (periods: readonly Period[], asked: Period): Period[] =>
  periods.filter((one) => overlap(one, asked));

/** Whether a day lies in one of them. */
export const covered = (periods: readonly Period[], day: string): boolean =>
  periods.some((one) => one.begin <= day && endOf(one) >= day);
