// What came into the one field of the registration point: typed by a hand, or by a scanner that plays a keyboard.

/** Longest mean time between two signs of a scanner, in ms; fast hands take twice as long. */
const scannerPace = 50;
/** Fewer signs say nothing about who types. */
const fewest = 4;

/** The upper row of a Belgian keyboard without Shift, as a scanner presses it that thinks of an American one. */
const upperRow = '&é"\'(§è!çà';
const digitsOfRow = '1234567890';

/**
 * Figures that a scanner pressed without Shift on a Belgian keyboard, read as the figures they were. Any other text stays
 * as it is: the text of a badge only has to be the same each time.
 */
export function readFigures(text: string): string {
  const signs = [...text.trim()];
  if (signs.length === 0 || !signs.every((sign) => upperRow.includes(sign))) return text.trim();
  return signs.map((sign) => digitsOfRow[upperRow.indexOf(sign)]).join('');
}

/** Figures alone, with what people write between them: a number on its way, not a badge. */
export const looksLikeNumber = (text: string): boolean => /^[\d\s.\-/]+$/.test(text);

export const countDigits = (text: string): number => text.replace(/\D/g, '').length;

/**
 * Who typed. `moments`: when each sign came, in ms. What is no number can only come from a badge, as the screen's own keys
 * have figures alone.
 */
export function enteredBy(text: string, moments: readonly number[]): 'typed' | 'scanned' {
  if (!looksLikeNumber(text)) return 'scanned';
  const [first, last] = [moments[0], moments.at(-1)];
  if (first === undefined || last === undefined || moments.length < fewest) return 'typed';
  // Signs that came otherwise, as by the keys of the screen, are no scanner's.
  if (moments.length < text.length) return 'typed';
  return (last - first) / (moments.length - 1) <= scannerPace ? 'scanned' : 'typed';
}
