// Days, durations, amounts and numbers as lists hold them. What cannot be read for certain is null, never a guess.
import { parseInsz } from '../identifiers/insz.ts';

const clock =
  /^(\d{1,4})\s*(?::|u|uur|uren|h|heures?|hours?|s|std\.?|stunden?)\s*(\d{1,2})?\s*(?:min(?:uten|utes)?\.?|m)?$/i;
const minutesOnly = /^(\d{1,5})\s*(?:min(?:uten|utes)?\.?|m|')$/i;

/** In minutes. `3:48`, `3u48`, `3 h 48` and `3,8` all mean 228; a bare whole number is hours; `0:60` is none. */
export function readDuration(text: string): number | null {
  const typed = text.trim();
  const parts = clock.exec(typed);
  if (parts) {
    const rest = Number(parts[2] ?? 0);
    return rest < 60 ? Number(parts[1]) * 60 + rest : null;
  }
  const minutes = minutesOnly.exec(typed);
  if (minutes) return Number(minutes[1]);
  const decimal = typed.replace(',', '.');
  return /^\d{1,4}(\.\d{1,15})?$/.test(decimal) ? Math.round(Number(decimal) * 60) : null;
}

export const readMinutes = (text: string): number | null => (/^\d{1,7}$/.test(text) ? Number(text) : null);

/** In cents. `€ 1.250,50`, `1250.5` and `1 250,50` are 125050. */
export function readCents(text: string): number | null {
  const bare = text.replace(/[€\s\u00a0\u202f]|EUR/gi, '');
  const belgian = /^\d{1,3}(\.\d{3})+(,\d{1,2})?$|^\d+,\d{1,2}$/.test(bare);
  const plain = belgian ? bare.replaceAll('.', '').replace(',', '.') : bare;
  return /^\d{1,8}(\.\d{1,2})?$/.test(plain) ? Math.round(Number(plain) * 100) : null;
}

/** A number of days since 1900, as a spreadsheet keeps a day whose column lost its format. */
export const isSerialDay = (text: string): boolean => /^\d{5}$/.test(text);

const separators = /[\s.\-/\u00a0\u202f\u2010-\u2015]/g;
const scientific = /^\d(?:[.,]\d+)?E\+?\d{1,2}$/i;

export type ReadInsz = { insz: string | null; problem: 'wrong' | 'shortened' | 'zeroAdded' | null };

/**
 * `zeroAdded`: a spreadsheet took the number for an amount and dropped its first zero; the eleven digits fit again with it.
 * `shortened`: it kept `1,0204E+09` only, from which no number can be made. `wrong`: check digits, date or length.
 */
export function readListInsz(text: string): ReadInsz {
  // A minus makes it an amount.
  const digits = /^\s*[-\u2212]/.test(text) ? '' : text.replace(separators, '');
  const insz = parseInsz(digits);
  if (insz !== null) return { insz, problem: null };
  if (scientific.test(text.trim())) return { insz: null, problem: 'shortened' };
  const padded = /^\d{10}$/.test(digits) ? parseInsz(`0${digits}`) : null;
  return padded === null ? { insz: null, problem: 'wrong' } : { insz: padded, problem: 'zeroAdded' };
}
