// The drawn hours of a line: what was planned as an open bar above, who was there as a full bar below. Hours are those that
// clocks show, from the midnight before, so that lines of several days stand under one another.
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

const place = ({ from, to }: Axis, at: number): string =>
  `${(Math.min(Math.max((at - from) / (to - from), 0), 1) * 100).toFixed(2)}%`;
const width = (axis: Axis, from: number, to: number): string =>
  `${(((Math.min(Math.max(to, from + 4), axis.to) - Math.max(from, axis.from)) / (axis.to - axis.from)) * 100).toFixed(2)}%`;

function hoursIn({ from, to }: Axis): number[] {
  const step = to - from > 1_500 ? 240 : 120;
  const first = Math.ceil((from + 1) / step) * step;
  const count = Math.max(0, Math.ceil((to - first) / step));
  return Array.from({ length: count }, (_, at) => first + at * step);
}

/** 1,560 minutes are two o'clock of the next day. */
const hourName = (minute: number): string => `${(((minute / 60) % 24) + 24) % 24}:00`;

export function HourMarks({ axis }: { axis: Axis }) {
  return (
    <svg className="day-line turns" aria-hidden="true">
      {hoursIn(axis).map((at) => (
        <text key={at} className="middle" x={place(axis, at)} y="18">
          {hourName(at)}
        </text>
      ))}
    </svg>
  );
}

const bars = { closed: 'present', inside: 'present', uncertain: 'doubt' } as const;

type PlanningPlotProps = { row: ComparedRow; axis: Axis; words: string };

export function PlanningPlot({ row, axis, words }: PlanningPlotProps) {
  const { day, planned, present } = row;
  return (
    <svg className="day-line turns" role="img" aria-label={words}>
      {hoursIn(axis).map((at) => (
        <line key={at} className="hour" x1={place(axis, at)} x2={place(axis, at)} y1="0" y2="44" />
      ))}
      {planned.map(({ from, to }) => (
        <rect
          key={from}
          className="wanted"
          x={place(axis, minuteOf(day, from))}
          width={width(axis, minuteOf(day, from), minuteOf(day, to))}
          y="7"
          height="12"
          rx="1"
        />
      ))}
      {present.map(({ from, to, kind }) =>
        kind === 'noIn' ? (
          <circle key={to} className="flag-mark" cx={place(axis, minuteOf(day, to))} cy="31" r="4" />
        ) : (
          <rect
            key={`${from} ${kind}`}
            className={bars[kind]}
            x={place(axis, minuteOf(day, from))}
            width={width(axis, minuteOf(day, from), minuteOf(day, to))}
            y="24"
            height="14"
            rx="1"
          />
        ),
      )}
    </svg>
  );
}
