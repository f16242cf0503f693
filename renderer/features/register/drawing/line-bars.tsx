// One lane of the drawing: its lines as bars. Each begins with an upright stroke, so that two lines that only touch stay two; one
// that nobody ends runs out in an arrow; one that somebody must look at is hatched and carries a mark.

import type { Period } from '../../../../preload/rules/register/periods.ts';
import { useFormats } from '../../../i18n/formats.ts';
import { type Axis, barOf } from './line-axis.ts';

export type DrawnLine = Period & { review: boolean };

type LineBarProps = { line: DrawnLine; axis: Axis; look?: 'known' | 'asked' | 'gone' };

/** Middle of a lane, in pixels of a drawing that is 44 high. */
const middle = 22;

export function LineBar({ line, axis, look = 'known' }: LineBarProps) {
  const bar = barOf(line, axis);
  const x = `${bar.start}%`;
  return (
    <>
      <rect
        className={line.review ? 'doubt' : look}
        x={x}
        y={middle - 9}
        width={`${bar.width}%`}
        height="18"
        rx="1"
      />
      {!bar.before && <line className="begin" x1={x} x2={x} y1={middle - 13} y2={middle + 13} />}
      {(bar.open || bar.after) && (
        <svg x="100%" y={middle} width="1" height="1" overflow="visible" aria-hidden="true">
          <path className="on" d="M-11 -5 -5 0 -11 5" />
        </svg>
      )}
      {line.review && (
        <svg x={x} y={middle} width="1" height="1" overflow="visible" aria-hidden="true">
          <path className="flag" d="M6 -4.5 10.5 3.5 1.5 3.5Z" />
        </svg>
      )}
    </>
  );
}

/** Thin uprights at the marks, and today. */
export function AxisLines({ axis, today, height = 44 }: { axis: Axis; today: string; height?: number }) {
  const now = `${axis.at(today)}%`;
  return (
    <>
      {axis.marks.map(({ day }) => (
        <line key={day} className="mark" x1={`${axis.at(day)}%`} x2={`${axis.at(day)}%`} y1="0" y2={height} />
      ))}
      <line className="now" x1={now} x2={now} y1="0" y2={height} />
    </>
  );
}

/** Names of the marks, with the word for today where it does not run into them. */
export function AxisNames({ axis, today, now }: { axis: Axis; today: string; now: string }) {
  const formats = useFormats();
  const place = axis.at(today);
  return (
    <svg className="line-drawing names turns" aria-hidden="true">
      {axis.marks
        .filter(({ day }) => Math.abs(axis.at(day) - place) > 9)
        .map(({ day, style }) => (
          <text key={day} className="middle" x={`${axis.at(day)}%`} y="18">
            {style === 'year' ? day.slice(0, 4) : formats.day(day, 'monthYear')}
          </text>
        ))}
      <text className={place > 95 ? 'last today' : 'middle today'} x={`${Math.min(place, 100)}%`} y="18">
        {now}
      </text>
    </svg>
  );
}
