// Days of one key, written apart from the app's so that a mistake there cannot cancel itself out: they are laid out as a row of
// days at which something begins or ends. Both ends count; touching is not overlapping. Rules N5, N9 to N11, D-b to D-d, Q2.
import type { Span } from '../store/cbss-inscription-store.ts';

const NEVER = '9999-12-31';
const FIRST = '0001-01-02';
const LAST = '9999-12-30';
const DAY = 86_400_000;

const endOf = (span: Span): string => span.end ?? NEVER;
const dayAt = (time: number): string => new Date(time).toISOString().slice(0, 10);
const before = (day: string): string => dayAt(Date.parse(day) - DAY);
const after = (day: string): string => dayAt(Date.parse(day) + DAY);

const exists = (day: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(day) &&
  day >= FIRST &&
  day <= LAST &&
  !Number.isNaN(Date.parse(day)) &&
  dayAt(Date.parse(day)) === day;

/** Rule N5. */
export const spanIsSound = ({ begin, end }: Span): boolean =>
  exists(begin) && (end === null || (exists(end) && begin <= end));

export const share = (one: Span, other: Span): boolean =>
  one.begin <= endOf(other) && other.begin <= endOf(one);

const sorted = (spans: readonly Span[]): Span[] =>
  [...spans].sort((one, other) => (one.begin < other.begin ? -1 : one.begin > other.begin ? 1 : 0));

/** The lines with a span among them; `known` when every day of it lay within one line before. */
export const withSpan = (lines: readonly Span[], span: Span): { lines: Span[]; known: boolean } => {
  if (lines.some((line) => line.begin <= span.begin && endOf(line) >= endOf(span)))
    return { lines: sorted(lines), known: true };
  const result: Span[] = [];
  for (const line of sorted([...lines, span])) {
    const last = result.at(-1);
    if (last === undefined || !share(last, line)) {
      result.push(line);
      continue;
    }
    const end = endOf(last) > endOf(line) ? endOf(last) : endOf(line);
    result[result.length - 1] = { begin: last.begin, end: end === NEVER ? null : end };
  }
  return { lines: result, known: false };
};

/** The lines without the days of a span; `none` when there was no such day. */
export const withoutSpan = (lines: readonly Span[], span: Span): { lines: Span[]; none: boolean } => {
  const left = sorted(lines).flatMap((line) => {
    if (!share(line, span)) return [line];
    const head: Span[] = line.begin < span.begin ? [{ begin: line.begin, end: before(span.begin) }] : [];
    const tail: Span[] =
      span.end !== null && endOf(line) > span.end ? [{ begin: after(span.end), end: line.end }] : [];
    return [...head, ...tail];
  });
  return { lines: left, none: !lines.some((line) => share(line, span)) };
};

/** Rule Q2: whole, as they are. */
export const withinSpans = (lines: readonly Span[], span: Span | undefined): Span[] =>
  span === undefined ? [...lines] : lines.filter((line) => share(line, span));
