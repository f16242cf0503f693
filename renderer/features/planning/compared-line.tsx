// A line of a comparison: who or when, the planned bar above the present one, hours of both, and what it tells.
import { useTranslation } from 'react-i18next';
import type { ComparedRow } from '../../../preload/contract/planning.ts';
import { useFormats } from '../../i18n/formats.ts';
import { Chip } from '../../ui/chip.tsx';
import { looks, useLineWords, useSiteName } from './comparison-words.ts';
import type { Axis } from './planning-axis.ts';
import { PlanningPlot } from './planning-plot.tsx';
import type { Grouping } from './use-comparison.ts';

type ComparedLineProps = { row: ComparedRow; by: Grouping; axis: Axis };

export function ComparedLine({ row, by, axis }: ComparedLineProps) {
  const { t } = useTranslation('planning');
  const formats = useFormats();
  const words = useLineWords();
  const siteName = useSiteName();
  const who = row.workerName ?? formats.insz(row.insz);
  const day = formats.day(row.day, 'weekday');
  const beside = by === 'site' ? day : siteName(row);
  const elsewhere = words.elsewhere(row);
  return (
    <li className="compared-line">
      <div className="who">
        <b>{by === 'worker' ? day : who}</b>
        <span>{beside}</span>
      </div>
      <PlanningPlot row={row} axis={axis} words={words.drawn(row)} />
      <div className="sum">
        <span title={t('columns.plannedHours')}>
          <span className="only-read-aloud">{t('columns.plannedHours')} </span>
          {row.planned.length === 0 ? '–' : formats.duration(row.plannedMinutes)}
        </span>
        <b title={t('columns.presentHours')}>
          <span className="only-read-aloud">{t('columns.presentHours')} </span>
          {row.presentMinutes === null ? '?' : formats.duration(row.presentMinutes)}
        </b>
      </div>
      <div className="told">
        {row.told.map((told) => (
          <Chip key={told.kind} {...looks[told.kind]}>
            {words.told(told)}
          </Chip>
        ))}
        {elsewhere !== '' && <span className="quiet-text">{elsewhere}</span>}
      </div>
    </li>
  );
}
