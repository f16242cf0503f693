// Hours of training per month: followed and planned on one another, the hours in figures above the bar.
import { useTranslation } from 'react-i18next';
import { type Formats, useFormats } from '../i18n/formats.ts';

export type MonthMinutes = { completed: number; planned: number };

const ground = 84;
const height = 64;
const slot = 7.7;
const barWidth = 4.9;

const sentence = (months: MonthMinutes[], kind: keyof MonthMinutes, formats: Formats): string =>
  months
    .map((month, index) => ({ minutes: month[kind], index }))
    .filter((month) => month.minutes > 0)
    .map(
      (month) =>
        `${formats.day(`2025-${String(month.index + 1).padStart(2, '0')}-15`, 'month')} ${formats.duration(month.minutes)}`,
    )
    .join(', ');

/** `months`: twelve, January first. The scale is at least 8 hours, so that a small month stays small. */
export function MonthBars({ months }: { months: MonthMinutes[] }) {
  const { t } = useTranslation('shell');
  const formats = useFormats();
  const most = Math.max(...months.map((month) => month.completed + month.planned), 480);
  const half = Math.ceil(most / 120 / 2) * 2;
  const scale = (minutes: number): number => (minutes * height) / (half * 2 * 60);
  const words = t('months.words', {
    completed: sentence(months, 'completed', formats) || t('months.none'),
    planned: sentence(months, 'planned', formats) || t('months.none'),
  });
  return (
    <svg className="plot turns" height="102" role="img" aria-label={words}>
      <line className="base" x1="0" x2="100%" y1={ground} y2={ground} />
      {[half, half * 2].map((hours) => (
        <g key={hours}>
          <line
            className="axis"
            x1="0"
            x2="100%"
            y1={ground - scale(hours * 60)}
            y2={ground - scale(hours * 60)}
          />
          <text className="last" x="100%" y={ground - scale(hours * 60) - 3}>
            {t('months.hours', { hours })}
          </text>
        </g>
      ))}
      {months.map((month, index) => {
        const left = index * slot + (slot - barWidth) / 2;
        const name = formats
          .day(`2025-${String(index + 1).padStart(2, '0')}-15`, 'monthNarrow')
          .toLowerCase();
        const done = scale(month.completed);
        const planned = scale(month.planned);
        const sum = month.completed + month.planned;
        return (
          <g key={`${name} ${left}`}>
            {done > 0 && (
              <rect className="done" x={`${left}%`} width={`${barWidth}%`} y={ground - done} height={done} />
            )}
            {planned > 0 && (
              <rect
                className="planned"
                x={`${left}%`}
                width={`${barWidth}%`}
                y={ground - done - planned}
                height={planned}
              />
            )}
            {sum > 0 && (
              <text className="value middle" x={`${left + barWidth / 2}%`} y={ground - done - planned - 4}>
                {formats.duration(sum)}
              </text>
            )}
            <text className="middle" x={`${left + barWidth / 2}%`} y="98">
              {name}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
