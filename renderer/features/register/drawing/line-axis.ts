// The time axis of the line drawing: from the first begin to beyond today, with marks at whole years or months.
import type { Period } from '../../../../preload/rules/register/periods.ts';

export type AxisMark = { day: string; style: 'year' | 'month' };
export type Axis = {
  /** First and last day that are drawn, `yyyy-mm-dd`. */
  from: string;
  to: string;
  marks: AxisMark[];
  /** Where a day begins, in per cent of the width; what lies outside stands at the edge. */
  at: (day: string) => number;
};
export type Bar = {
  /** In per cent of the width. */
  start: number;
  width: number;
  /** Goes on to the left of what is drawn, or to the right of it, or for as long as nobody ends it. */
  before: boolean;
  after: boolean;
  open: boolean;
};

/** Older begins are drawn as coming from before: a lane of a century would show nothing of this year. */
const longestYears = 40;
/** A day among years is still seen, in per cent of the width. */
const narrowest = 0.5;

const dayMs = 86_400_000;
const stamp = (day: string): number => Date.parse(`${day}T00:00:00Z`);
const dayOf = (moment: number): string => new Date(moment).toISOString().slice(0, 10);
const monthsFrom = (day: string, months: number): string => {
  const date = new Date(`${day.slice(0, 7)}-01T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() + months);
  return dayOf(date.getTime());
};

/** Months between two marks, for a width that holds about ten of them. */
const stepOf = (months: number): number =>
  [1, 3, 6, 12, 24, 60, 120].find((step) => months / step <= 10) ?? 240;

/** Room before the first and after the last day, so that an open end is seen to run on. */
export function axisOf(periods: readonly Period[], today: string): Axis {
  const earliest = `${Number(today.slice(0, 4)) - longestYears}-01-01`;
  const latest = `${Number(today.slice(0, 4)) + longestYears}-01-01`;
  const begins = periods.map(({ begin }) => begin);
  const ends = periods.map(({ begin, end }) => end ?? begin);
  const first = [...begins, today].reduce((a, b) => (a < b ? a : b));
  const last = [...ends, today].reduce((a, b) => (a > b ? a : b));
  const shownFrom = first < earliest ? earliest : first;
  const shownTo = last > latest ? latest : last;
  const margin = Math.max((stamp(shownTo) - stamp(shownFrom)) * 0.06, 20 * dayMs);
  const [from, to] = [stamp(shownFrom) - margin / 2, stamp(shownTo) + margin];
  const at = (day: string): number =>
    Math.round(Math.min(100, Math.max(0, (100 * (stamp(day) - from)) / (to - from))) * 100) / 100;
  const months = Math.round((to - from) / (30.44 * dayMs));
  const step = stepOf(months);
  const marks: AxisMark[] = [];
  for (let month = 0; month <= months + 1; month += 1) {
    const day = monthsFrom(dayOf(from), month);
    const number = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
    // Not so near the edges that the name would be cut.
    if (number % step === 0 && at(day) > 2 && at(day) < 97)
      marks.push({ day, style: day.slice(5, 7) === '01' && step >= 12 ? 'year' : 'month' });
  }
  return { from: dayOf(from), to: dayOf(to), marks, at };
}

/** The day after: the end of a line is a day that still counts. */
const after = (day: string): string => dayOf(stamp(day) + dayMs);

/** Where a line is drawn. One that only touches the next ends where that begins: what parts them is drawn between. */
export function barOf({ begin, end }: Period, axis: Axis): Bar {
  const start = axis.at(begin);
  const stop = end === null ? 100 : axis.at(after(end));
  const width = Math.max(stop - start, narrowest);
  return {
    start: Math.min(start, 100 - width),
    width: Math.round(width * 100) / 100,
    before: begin < axis.from,
    after: end !== null && end > axis.to,
    open: end === null,
  };
}

/** Index of the line that an arrow key leads to: left and right in the lane, up and down to what lies nearest in time. */
export function moveAmong(
  lanes: readonly (readonly Period[])[],
  at: { lane: number; line: number },
  key: string,
): { lane: number; line: number } | null {
  const here = lanes[at.lane];
  if (here === undefined) return null;
  if (key === 'ArrowRight') return at.line + 1 < here.length ? { ...at, line: at.line + 1 } : null;
  if (key === 'ArrowLeft') return at.line > 0 ? { ...at, line: at.line - 1 } : null;
  if (key === 'Home') return { ...at, line: 0 };
  if (key === 'End') return { ...at, line: here.length - 1 };
  if (key !== 'ArrowDown' && key !== 'ArrowUp') return null;
  const by = key === 'ArrowDown' ? 1 : -1;
  for (let lane = at.lane + by; lane >= 0 && lane < lanes.length; lane += by) {
    const there = lanes[lane] ?? [];
    if (there.length > 0) return { lane, line: nearest(there, here[at.line]?.begin ?? '') };
  }
  return null;
}

const nearest = (lines: readonly Period[], begin: string): number => {
  const away = (line: Period): number => Math.abs(stamp(line.begin) - stamp(begin || line.begin));
  return lines.reduce((best, line, index) => {
    const known = lines[best];
    return known !== undefined && away(line) < away(known) ? index : best;
  }, 0);
};
