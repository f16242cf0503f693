// A date of birth of which the day, or the month too, may not be known: as people type it, and as messages write it.
import { readDay } from '../../i18n/typed-values.ts';

/** `2/6/1985` → `1985-06-02`, `6/1985` → `1985-06-00`, `1985` → `1985-00-00`; null: cannot be read. */
export function readIncompleteDate(text: string): string | null {
  const typed = text.trim();
  const day = /\d{4}/.test(typed) ? readDay(typed) : null;
  if (day !== null) return day;
  const [, year] = /^(\d{4})$/.exec(typed) ?? [];
  if (year !== undefined) return `${year}-00-00`;
  const parts = /^(\d{1,2})[\s./-](\d{4})$/.exec(typed);
  const month = Number(parts?.[1] ?? 0);
  return month >= 1 && month <= 12 ? `${parts?.[2]}-${String(month).padStart(2, '0')}-00` : null;
}

/** `1985-06-00` → `06/1985`, `1985-00-00` → `1985`. */
export function writeIncompleteDate(date: string): string {
  const [year = '', month = '00', day = '00'] = date.split('-');
  return [day, month]
    .filter((part) => part !== '00')
    .concat(year)
    .join('/');
}

export const isComplete = (date: string): boolean => !/-00/.test(date);
