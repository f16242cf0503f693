// The value of a cell of a workbook as text: numbers in plain digits, days and times by the format of the cell.

export type CellKind = 'number' | 'date' | 'time';

/** Number formats that spreadsheets have built in for days and times (ECMA-376 part 1, 18.8.30, and the East Asian ones). */
const builtInDates: readonly (readonly [number, number])[] = [
  [14, 17],
  [22, 22],
  [27, 36],
  [50, 58],
];
const builtInTimes: readonly (readonly [number, number])[] = [
  [18, 21],
  [45, 47],
];
const within = (ranges: readonly (readonly [number, number])[], id: number): boolean =>
  ranges.some(([from, to]) => id >= from && id <= to);

/** What a format makes of a number: `dd/mm/yyyy` → date, `[h]:mm` → time, `0000.000.000` → number. */
export function kindOfFormat(id: number, code: string | undefined): CellKind {
  if (code === undefined) {
    if (within(builtInDates, id)) return 'date';
    return within(builtInTimes, id) ? 'time' : 'number';
  }
  const bare = bareFormat(code.slice(0, longestFormat).toLowerCase()).replace('general', '');
  if (/[dy]/.test(bare)) return 'date';
  if (/[hs]/.test(bare)) return 'time';
  return bare.includes('m') ? 'date' : 'number';
}

/** Characters of a format that a spreadsheet takes. */
const longestFormat = 255;

/**
 * A format without its quoted words, escaped signs, colours and conditions, which say nothing; `[h]` is a count of hours and
 * stays. In one walk, as the file may be made to keep a search going back and forth.
 */
function bareFormat(code: string): string {
  let bare = '';
  for (let at = 0; at < code.length; at += 1) {
    const sign = code[at] ?? '';
    if (sign === '\\' || sign === '_' || sign === '*') at += 1;
    else if (sign !== '"' && sign !== '[') bare += sign;
    else {
      const end = code.indexOf(sign === '"' ? '"' : ']', at + 1);
      // What is never closed reaches to the end.
      if (end < 0) return bare;
      const inside = code.slice(at + 1, end);
      if (sign === '[' && /^(?:h+|m+|s+)$/.test(inside)) bare += inside;
      at = end;
    }
  }
  return bare;
}

const decimal = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;

/** `9.99999031E8` → `999999031`; digits beyond the fifteen that a spreadsheet keeps are rounded away, as it does. */
export function numberText(raw: string): string {
  const value = Number(raw);
  // What is written in another way than a spreadsheet writes is shown as it stands.
  if (!decimal.test(raw.trim()) || !Number.isFinite(value)) return raw.trim();
  if (Number.isInteger(value) && Math.abs(value) < 1e15) return String(value);
  return String(Number(value.toPrecision(15)));
}

/** Days between 30 December 1899, from which spreadsheets count, and 1 January 1970. */
const spreadsheetOffset = 25_569;
/** The other calendar counts from 1 January 1904. */
const from1904 = 1_462;

/** A serial number as `2025-03-01`, or `2025-03-01 13:30:00` when it has hours; the number itself when it is no day. */
export function dateText(raw: string, startsIn1904: boolean): string {
  const serial = Number(raw) + (startsIn1904 ? from1904 : 0);
  // Before 1 March 1900 spreadsheets count a day that never was; 2,958,465 is the end of the year 9999.
  if (!Number.isFinite(serial) || serial < 61 || serial > 2_958_466) return numberText(raw);
  const iso = new Date(Math.round((serial - spreadsheetOffset) * 86_400) * 1_000).toISOString();
  return iso.slice(11, 19) === '00:00:00' ? iso.slice(0, 10) : `${iso.slice(0, 10)} ${iso.slice(11, 19)}`;
}

/** `1.5833333` → `38:00`: hours and minutes, beyond a day too. */
export function timeText(raw: string): string {
  const value = Number(raw);
  if (!Number.isFinite(value) || value < 0 || value > 10_000) return numberText(raw);
  const minutes = Math.round(value * 1_440);
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
}

/** Column number from a reference, 1 for `A7`; 0 when it is none. */
export function columnOf(reference: string): number {
  let column = 0;
  for (let at = 0; at < reference.length && at < mostLetters; at += 1) {
    // Small letters too: bit 32 is what tells them from capitals.
    const letter = (reference.charCodeAt(at) & ~32) - 64;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  return column;
}

/** A reference with more letters is none, and its column is beyond any that is taken. */
const mostLetters = 7;

/** Workbooks write characters that XML cannot hold as `_x000D_`. */
export const unescaped = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9a-f]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text;
