// Identification number of social security (INSZ): parsing, check digits, what may be read from it.

export type InszReading = {
  kind: 'nationalRegister' | 'bisGenderUnknown' | 'bisGenderKnown';
  /** Null where the number says that the date is not known. */
  birthDate: string | null;
  gender: 'male' | 'female' | 'unknown';
};

const monthLengths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;
const leap = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** Two digits 01 to 97; the century follows from which base matches, the 1900s winning when both do. */
function centuryOf(digits: string): 1900 | 2000 | null {
  const base = Number(digits.slice(0, 9));
  const check = Number(digits.slice(9));
  if (check === 97 - (base % 97)) return 1900;
  if (check === 97 - ((2_000_000_000 + base) % 97)) return 2000;
  return null;
}

const pad = (value: number) => String(value).padStart(2, '0');

/**
 * Reads an INSZ of 11 digits. `today` (`yyyy-mm-dd`) refuses birth dates in the future; without it that is not checked.
 * Null when the check digits, the date or the counter are wrong. Rule: BelgIF person identifiers.
 */
export function readInsz(digits: string, today?: string): InszReading | null {
  if (!/^\d{11}$/.test(digits)) return null;
  const century = centuryOf(digits);
  if (century === null) return null;
  const monthCode = Number(digits.slice(2, 4));
  const month = monthCode % 20;
  if (monthCode > 52 || month > 12) return null;
  const day = Number(digits.slice(4, 6));
  const counter = Number(digits.slice(6, 9));
  const kind = monthCode >= 40 ? 'bisGenderKnown' : monthCode >= 20 ? 'bisGenderUnknown' : 'nationalRegister';
  if (kind === 'nationalRegister' && (counter === 0 || counter === 999)) return null;
  const gender = kind === 'bisGenderUnknown' ? 'unknown' : counter % 2 === 1 ? 'male' : 'female';
  // Month or day 00: unknown, or the counter of that day is used up.
  if (month === 0 || day === 0) return day > 31 ? null : { kind, birthDate: null, gender };
  const year = century + Number(digits.slice(0, 2));
  const length = month === 2 && !leap(year) ? 28 : (monthLengths[month - 1] ?? 0);
  if (day > length) return null;
  const birthDate = `${year}-${pad(month)}-${pad(day)}`;
  if (today !== undefined && birthDate > today) return null;
  return { kind, birthDate, gender };
}

/** What was typed (`01.02.03-996.45`, spaces, slashes) to 11 digits; null when it is no INSZ. */
export function parseInsz(text: string): string | null {
  const digits = text.replace(/[\s.\-/\u00a0\u202f\u2010-\u2015]/g, '');
  return readInsz(digits) ? digits : null;
}

/** `01020399645` → `01.02.03-996.45`. */
export const formatInsz = (insz: string): string =>
  `${insz.slice(0, 2)}.${insz.slice(2, 4)}.${insz.slice(4, 6)}-${insz.slice(6, 9)}.${insz.slice(9)}`;

/** For places where a person must be told apart but not named: `01.02.••-•••.45`. */
export const maskInsz = (insz: string): string =>
  `${insz.slice(0, 2)}.${insz.slice(2, 4)}.••-•••.${insz.slice(9)}`;
