// Where the hours of a line are drawn. Hours are those that clocks show, from the midnight before, so that lines of several days
// stand under one another, and nights in which the clock changes too.
import type { ComparedRow } from '../../../preload/contract/planning.ts';

/** Minutes after midnight. */
export type Axis = { from: number; to: number };

const clock = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Brussels',
  dateStyle: 'short',
  timeStyle: 'short',
});
const MINUTE = 60_000;

/** Minutes after midnight of the day, as clocks show them; beyond 1,440 on the next day. */
export function minuteOf(day: string, instant: string): number {
  const shown = clock.format(Date.parse(instant)).replace(' ', 'T');
  return Math.round((Date.parse(`${shown}:00Z`) - Date.parse(`${day}T00:00:00Z`)) / MINUTE);
}

/** The hours in which anything of these lines happens, at least from six to twenty. */
export function axisOf(rows: readonly ComparedRow[]): Axis {
  const minutes = rows.flatMap(({ day, planned, present }) =>
    [...planned, ...present].flatMap(({ from, to }) => [minuteOf(day, from), minuteOf(day, to)]),
  );
  return {
    from: Math.max(-720, Math.min(360, ...minutes.map((at) => at - 30))),
    to: Math.min(2_880, Math.max(1_200, ...minutes.map((at) => at + 30))),
  };
}

export const place = ({ from, to }: Axis, at: number): string =>
  `${(Math.min(Math.max((at - from) / (to - from), 0), 1) * 100).toFixed(2)}%`;
export const width = (axis: Axis, from: number, to: number): string =>
  `${(((Math.min(Math.max(to, from + 4), axis.to) - Math.max(from, axis.from)) / (axis.to - axis.from)) * 100).toFixed(2)}%`;

export function hoursIn({ from, to }: Axis): number[] {
  const step = to - from > 1_500 ? 240 : 120;
  const first = Math.ceil((from + 1) / step) * step;
  const count = Math.max(0, Math.ceil((to - first) / step));
  return Array.from({ length: count }, (_, at) => first + at * step);
}

/** 1,560 minutes are two o'clock of the next day. */
export const hourName = (minute: number): string => `${(((minute / 60) % 24) + 24) % 24}:00`;
