// The drawn hours of a line: what was planned as an open bar above, who was there as a full bar below.
import type { ComparedRow } from '../../../preload/contract/planning.ts';
import { type Axis, hourName, hoursIn, minuteOf, place, width } from './planning-axis.ts';

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
