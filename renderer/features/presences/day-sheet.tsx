// The day of a site: a line per worker, and how many were there together.
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../../../preload/contract/index.ts';
import { useFormats } from '../../i18n/formats.ts';
import { Chip } from '../../ui/chip.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { DayLinePlot, HourNames, spanOf } from './day-plot.tsx';
import { lineWords, stateOf, whoOf } from './day-words.ts';
import './presences.css';

type Day = CallOutput<'presence.day'>;

export function DaySheet({ day }: { day: Day }) {
  const { t } = useTranslation('presences');
  const formats = useFormats();
  const span = spanOf(day.rows, day);
  const most = Math.max(0, ...day.together);
  const at = day.together.indexOf(most);
  const halfHour = new Date(Date.parse(day.from) + at * 1_800_000).toISOString();
  return (
    <Sheet label={t('tabs.day')} flush>
      <ul className="day">
        <li className="day-row day-head" aria-hidden="true">
          <span>{t('columns.worker')}</span>
          <HourNames span={span} />
          <span className="sum">{t('columns.hours')}</span>
          <span>{t('columns.validity')}</span>
        </li>
        {day.rows.map((row) => {
          const state = stateOf(t, formats, row);
          return (
            <li key={row.insz} className="day-row">
              <div className="who">
                <b>{whoOf(row, formats)}</b>
                <span className="number">
                  {row.workerName === null
                    ? (row.employerName ?? row.employerNumber)
                    : formats.insz(row.insz)}
                </span>
              </div>
              <DayLinePlot row={row} span={span} words={lineWords(t, formats, row)} />
              <div className="sum">{row.minutes === null ? '?' : formats.duration(row.minutes)}</div>
              <div>
                <Chip tone={state.tone} icon={state.icon}>
                  {state.words}
                </Chip>
              </div>
            </li>
          );
        })}
      </ul>
      <div className="day-key">
        <span>
          <svg viewBox="0 0 24 12" className="day-line" aria-hidden="true">
            <rect className="present" y="1" width="24" height="10" />
          </svg>
          {t('key.inside')}
        </span>
        <span>
          <svg viewBox="0 0 24 12" className="day-line" aria-hidden="true">
            <line className="break" x1="0" x2="24" y1="6" y2="6" />
          </svg>
          {t('key.pause')}
        </span>
        <span>
          <svg viewBox="0 0 24 12" className="day-line" aria-hidden="true">
            <rect className="doubt" x="1" y="1" width="22" height="10" />
          </svg>
          {t('key.uncertain')}
        </span>
        {most > 0 && <span>{t('together', { count: most, time: formats.time(halfHour) })}</span>}
        {day.askedAt !== null && (
          <span className="at-end">{t('askedAt', { moment: formats.moment(day.askedAt) })}</span>
        )}
      </div>
    </Sheet>
  );
}
