// Reads what people type: days as d/m/yyyy, durations as h:mm. Null means that it cannot be read.
const dayForms = /^(\d{1,2})[\s./-](\d{1,2})[\s./-](\d{4}|\d{2})$/;
const packedDay = /^(\d{2})(\d{2})(\d{4})$/;
const isoDay = /^(\d{4})-(\d{1,2})-(\d{1,2})$/;

const realDay = (year: number, month: number, day: number): string | null => {
  const date = new Date(Date.UTC(year, month - 1, day));
  const real =
    date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return real ? date.toISOString().slice(0, 10) : null;
};

/** `2/6/2025`, `02.06.25`, `02062025` or `2025-06-02` → `2025-06-02`. Two digits of a year mean this century. */
export function readDay(text: string): string | null {
  const typed = text.trim();
  const iso = isoDay.exec(typed);
  if (iso !== null) return realDay(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const parts = dayForms.exec(typed) ?? packedDay.exec(typed);
  if (parts === null) return null;
  const year = Number(parts[3]);
  return realDay(year < 100 ? 2000 + year : year, Number(parts[2]), Number(parts[1]));
}

/** `2025-06-02` → `02/06/2025`, the form that every field shows. */
export const writeTypedDay = (day: string): string => day.replace(/^(\d{4})-(\d\d)-(\d\d)$/, '$3/$2/$1');

/**
 * `3:48`, `3u48`, `3 h 48`, `3,8`, `3.8`, `3`, `90 min` → minutes. At most 2,000 hours. Where it is known how many minutes a day
 * has, days too: `1d`, `0,5 dag`.
 */
export function readDuration(text: string, dayMinutes?: number): number | null {
  const typed = text.trim().toLowerCase();
  const days = /^(\d{1,3})(?:[.,](\d{1,2}))?\s*(?:d|dag|dagen|j|jours?|t|tage?|days?)\.?$/.exec(typed);
  const minutesOnly = /^(\d{1,6})\s*(?:m|min|minuten|minutes|minute)\.?$/.exec(typed);
  const clock = /^(\d{1,4})\s*[:uh]\s*([0-5]?\d)?\s*(?:m|min)?$/.exec(typed);
  const decimal = /^(\d{1,4})(?:[.,](\d{1,2}))?\s*(?:u|h|uur|heures?|stunden?|hours?|std)?\.?$/.exec(typed);
  let minutes: number | null = null;
  if (days !== null && dayMinutes !== undefined)
    minutes = Math.round(Number(`${days[1]}.${days[2] ?? '0'}`) * dayMinutes);
  else if (minutesOnly !== null) minutes = Number(minutesOnly[1]);
  else if (clock !== null) minutes = Number(clock[1]) * 60 + Number(clock[2] ?? 0);
  else if (decimal !== null) minutes = Math.round(Number(`${decimal[1]}.${decimal[2] ?? '0'}`) * 60);
  return minutes !== null && minutes <= 120_000 ? minutes : null;
}
