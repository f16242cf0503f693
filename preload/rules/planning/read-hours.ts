// Hours as plannings and time sheets hold them: one or several stays in a cell, over midnight, and breaks. What can mean two
// things is null, never a guess.

/** Minutes after midnight of the day of the row; over midnight the end lies beyond 1,440. */
export type Hours = { readonly from: number; readonly to: number };

const DAY = 1_440;
const inMinutes = (hour: number, minute: number): number | null =>
  minute < 60 && (hour < 24 || (hour === 24 && minute === 0)) ? hour * 60 + minute : null;

const halfDay = /^(\d{1,2})(?:[:.](\d{2}))?\s?([ap])\.?m\.?$/;
const written = /^(\d{1,2})\s?(?:[:hu]|uur|uhr)\s?(\d{2})?(?::\d{2})?\s?(?:m|min|uhr)?$/;
/** As a cell of a workbook with a day and an hour comes out. */
const ofMoment = /^\d{4}-\d{2}-\d{2}[ t](\d{1,2}):(\d{2})(?::\d{2})?$/;
const fraction = /^0?[.,](\d{3,15})$/;
const decimal = /^(\d{1,2})([.,])(\d{1,2})$/;
/** Quarters of an hour after a comma; after a point only what cannot be minutes. */
const quarters: Readonly<Record<string, number>> = { 0: 0, '00': 0, 5: 30, 25: 15, 75: 45 };

/**
 * Minutes after midnight. `8`, `08:00`, `8h`, `8u30`, `8.30`, `0830`, `8,5`, `5 pm`, `0.354166` (a spreadsheet's own count) are
 * read; `8.50` may be ten to nine or half past eight and is not.
 */
export function readClock(text: string): number | null {
  const typed = text.trim().toLowerCase();
  const half = halfDay.exec(typed);
  if (half) {
    const hour = Number(half[1]);
    if (hour < 1 || hour > 12) return null;
    return inMinutes((hour % 12) + (half[3] === 'p' ? 12 : 0), Number(half[2] ?? 0));
  }
  if (/^\d{1,2}$/.test(typed)) return inMinutes(Number(typed), 0);
  if (/^\d{4}$/.test(typed)) return inMinutes(Number(typed.slice(0, 2)), Number(typed.slice(2)));
  const clock = written.exec(typed) ?? ofMoment.exec(typed);
  if (clock) return inMinutes(Number(clock[1]), Number(clock[2] ?? 0));
  const part = fraction.exec(typed);
  if (part) return Math.round(Number(`0.${part[1]}`) * DAY);
  const parts = decimal.exec(typed);
  if (!parts) return null;
  const [, hour, sign, rest = ''] = parts;
  const minutes = sign === '.' && rest.length === 2 && Number(rest) < 60 ? pointed(rest) : quarters[rest];
  return minutes === undefined || minutes === null ? null : inMinutes(Number(hour), minutes);
}

/** After a point: `8.30` is half past eight, `8.25` is a quarter past or twenty-five past, `8.50` could be either. */
const pointed = (rest: string): number | null => (['25', '50'].includes(rest) ? null : Number(rest));

const one = String.raw`\d{1,2}(?:\s?(?:[:.,hu]|uur|uhr)\s?\d{0,2})?(?::\d{2})?\s?(?:[ap]\.?m\.?|uhr|uur|u|h)?|\d{4}`;
const range = new RegExp(
  String.raw`^\s*(?:van|von|de|from)?\s*(${one})\s*(?:tot|to|until|bis|jusqu'à|à|a|[-\u2010-\u2015>→])\s*(${one})\s*(?:[,;/+&|]|en|et|und|and|\n|$|\s)\s*`,
);

/** The stays of a cell such as `8-12 13-17`, in their order; null when any part of it is none. `''` has none: []. */
export function readStays(text: string): Hours[] | null {
  let rest = text.trim().toLowerCase().replaceAll('\u2019', "'");
  if (rest === '') return [];
  const ends: [string, string][] = [];
  while (rest !== '') {
    const found = range.exec(rest);
    if (found === null || ends.length >= mostStays) return null;
    ends.push([found[1] ?? '', found[2] ?? '']);
    rest = rest.slice(found[0].length);
  }
  return inOrder(ends);
}

/** Stays of one row. More is no day of a person. */
export const mostStays = 6;
/** Minutes. A longer one has its start and end changed round. [assumed, as for presences] */
const longestStay = 16 * 60;

/**
 * Stays out of pairs of clock texts, each after the one before; an end before its start lies on the next day. Null:
 * something is no time, a stay takes no time or more than sixteen hours, or all together more than a day.
 */
export function inOrder(ends: readonly (readonly [string, string])[]): Hours[] | null {
  const stays: Hours[] = [];
  let reached = 0;
  for (const [start, end] of ends) {
    const [begin, finish] = [readClock(start), readClock(end)];
    if (begin === null || finish === null) return null;
    const from = begin < reached ? begin + DAY : begin;
    if (from < reached) return null;
    const days = Math.floor(from / DAY) * DAY;
    const to = days + finish <= from ? days + finish + DAY : days + finish;
    if (begin === finish || to - from > longestStay) return null;
    stays.push({ from, to });
    reached = to;
  }
  const first = stays[0]?.from ?? 0;
  return reached - first > DAY ? null : stays;
}

/**
 * A break in minutes: `30`, `0:30`, `30 min`, `0,5`, `12:00-12:30`; `''` is not said (null), and so is what cannot be read
 * (undefined). A bare number below 5 may be hours, except 0.
 */
export function readPause(text: string): number | null | undefined {
  const typed = text.trim().toLowerCase();
  if (typed === '' || typed === '-') return null;
  const minutes = /^(\d{1,3})\s*(?:min(?:uten|utes)?\.?|m|')$/.exec(typed);
  if (minutes) return Number(minutes[1]);
  if (/^\d{1,3}$/.test(typed)) {
    const value = Number(typed);
    return value === 0 || (value >= 5 && value <= 480) ? value : undefined;
  }
  if (/^[0-4][.,](?:0|00|5|25|75|50)$/.test(typed)) return Math.round(Number(typed.replace(',', '.')) * 60);
  const clock = /^(\d{1,2})\s?[:hu]\s?(\d{2})?(?::\d{2})?$/.exec(typed);
  if (clock && Number(clock[1]) <= 8) return inMinutes(Number(clock[1]), Number(clock[2] ?? 0)) ?? undefined;
  const part = fraction.exec(typed);
  if (part) return Math.round(Number(`0.${part[1]}`) * DAY);
  const stays = readStays(typed);
  if (stays === null) return undefined;
  return stays.reduce((sum, { from, to }) => sum + to - from, 0);
}
