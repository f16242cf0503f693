// How a declaration of works stands on a day: its end date is watched, as nobody can register on the site after it.

export type WorksTime = 'later' | 'now' | 'ending' | 'past' | 'unknown';

/** Warned of from this many days before the end on. */
export const endingDays = 14;

const DAY = 86_400_000;

/** Days are `yyyy-mm-dd`. `unknown`: it began or may have begun, and no end date is known. */
export function worksTime(startDate: string | null, endDate: string | null, today: string): WorksTime {
  if (endDate !== null && endDate < today) return 'past';
  if (startDate !== null && startDate > today) return 'later';
  if (endDate === null) return 'unknown';
  const left = Math.round((Date.parse(endDate) - Date.parse(today)) / DAY);
  return left < endingDays ? 'ending' : 'now';
}
