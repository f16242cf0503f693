// The drawn line of a day: hours as thin lines, stays as bars, breaks as dots, what is uncertain as a hatched bar, and now.
import type { DayRow } from '../../../preload/contract/presences.ts';
import { useFormats } from '../../i18n/formats.ts';

export type DaySpan = { from: number; to: number; now: number };

const HOUR = 3_600_000;

/** The part of the day that is drawn: the hours in which anything happened, at least from six to twenty. */
export function spanOf(
  busy: { from: string; to: string } | null,
  day: { from: string; to: string; now: string },
): DaySpan {
  const start = Date.parse(day.from);
  const end = Date.parse(day.to);
  const [first, last] = [start + 6 * HOUR, start + 20 * HOUR];
  return {
    from: Math.max(start, busy === null ? first : Math.min(first, Date.parse(busy.from) - HOUR / 2)),
    to: Math.min(end, busy === null ? last : Math.max(last, Date.parse(busy.to) + HOUR / 2)),
    now: Date.parse(day.now),
  };
}

const hoursIn = ({ from, to }: DaySpan): number[] => {
  const first = Math.ceil(from / HOUR) * HOUR;
  const hours = Array.from(
    { length: Math.max(0, Math.ceil((to - first) / HOUR)) },
    (_, i) => first + i * HOUR,
  );
  return hours.filter((at) => new Date(at).getUTCHours() % 2 === 0 && at > from && at < to);
};

const placeIn =
  ({ from, to }: DaySpan) =>
  (moment: number): string =>
    `${(Math.min(Math.max((moment - from) / (to - from), 0), 1) * 100).toFixed(2)}%`;

const widthIn =
  ({ from, to }: DaySpan) =>
  (start: number, end: number): string =>
    `${(((Math.min(end, to) - Math.max(start, from)) / (to - from)) * 100).toFixed(2)}%`;

export function HourNames({ span }: { span: DaySpan }) {
  const formats = useFormats();
  const place = placeIn(span);
  return (
    <svg className="day-line turns" aria-hidden="true">
      {hoursIn(span).map((at) => (
        <text key={at} className="middle" x={place(at)} y="18">
          {formats.time(new Date(at).toISOString())}
        </text>
      ))}
    </svg>
  );
}

const bars = { closed: 'present', inside: 'present', uncertain: 'doubt' } as const;

export function DayLinePlot({ row, span, words }: { row: DayRow; span: DaySpan; words: string }) {
  const place = placeIn(span);
  const width = widthIn(span);
  return (
    <svg className="day-line turns" role="img" aria-label={words}>
      {hoursIn(span).map((at) => (
        <line key={at} className="hour" x1={place(at)} x2={place(at)} y1="0" y2="44" />
      ))}
      {row.stays.map(({ from, to, kind }) => (
        <rect
          key={`${from} ${kind}`}
          className={bars[kind]}
          x={place(Date.parse(from))}
          width={width(Date.parse(from), Math.max(Date.parse(to), Date.parse(from) + 60_000))}
          y="13"
          height="18"
          rx="1"
        />
      ))}
      {row.pauses.map(({ from, to }) => (
        <line
          key={from}
          className="break"
          x1={place(Date.parse(from))}
          x2={place(Date.parse(to))}
          y1="22"
          y2="22"
        />
      ))}
      {row.oddities.map(({ kind, at }) => (
        <circle key={`${kind} ${at}`} className="flag-mark" cx={place(Date.parse(at))} cy="22" r="4" />
      ))}
      {span.now > span.from && span.now < span.to && (
        <line className="now" x1={place(span.now)} x2={place(span.now)} y1="0" y2="44" />
      )}
    </svg>
  );
}
