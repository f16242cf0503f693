// The day of a site: whom to show, a line per worker, and how many were there together.
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallInput, CallOutput } from '../../../preload/contract/index.ts';
import type { DayRow } from '../../../preload/contract/presences.ts';
import { useFormats } from '../../i18n/formats.ts';
import { Button } from '../../ui/button.tsx';
import type { RowWindow } from '../../ui/row-window.ts';
import { Sheet } from '../../ui/sheet.tsx';
import { Empty } from '../../ui/states.tsx';
import { DayList, type SiteOfDay } from './day-list.tsx';
import './presences.css';

type Day = CallOutput<'presence.day'>;
export type Only = NonNullable<CallInput<'presence.day'>['only']>;
const onlyKinds: readonly Only[] = ['all', 'attention', 'inside', 'withoutLine'];

export type DayFilter = { text: string; only: Only };
type DaySheetProps = {
  site: SiteOfDay;
  day: Day;
  rows: RowWindow<DayRow>;
  filter: DayFilter;
  onFilter: (filter: DayFilter) => void;
};

export function DaySheet({ site, day, rows, filter, onFilter }: DaySheetProps) {
  const { t } = useTranslation('presence-search');
  const presences = useTranslation('presences');
  return (
    <Sheet label={presences.t('tabs.day')} flush>
      <div className="filters day-filter">
        <input
          className="input small"
          type="search"
          aria-label={t('day.text')}
          placeholder={t('day.text')}
          value={filter.text}
          onChange={(event) => onFilter({ ...filter, text: event.target.value })}
        />
        <select
          className="input small"
          aria-label={t('day.who')}
          value={filter.only}
          onChange={(event) =>
            onFilter({ ...filter, only: onlyKinds.find((one) => one === event.target.value) ?? 'all' })
          }
        >
          {onlyKinds.map((one) => (
            <option key={one} value={one}>
              {t(`day.only.${one}`)}
            </option>
          ))}
        </select>
        <span className="quiet-text" role="status">
          {t('day.shown', { count: day.total, seen: day.seen })}
        </span>
        {day.withoutLine > 0 && (
          <Button small plain icon="register" onPress={() => onFilter({ text: '', only: 'withoutLine' })}>
            {t('day.withoutLine', { count: day.withoutLine })}
          </Button>
        )}
      </div>
      {day.total === 0 ? (
        <Empty icon="search" title={t('day.none')}>
          {t('day.noneWhat')}
        </Empty>
      ) : (
        <DayList site={site} day={day} rows={rows} />
      )}
      <DayKey day={day} />
    </Sheet>
  );
}

function DayKey({ day }: { day: Day }) {
  const { t } = useTranslation('presences');
  const formats = useFormats();
  return (
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
      {day.together !== null && (
        <span>{t('together', { count: day.together.count, time: formats.time(day.together.at) })}</span>
      )}
      {day.askedAt !== null && (
        <span className="at-end">{t('askedAt', { moment: formats.moment(day.askedAt) })}</span>
      )}
    </div>
  );
}

/** The last answer stays in view until the next is there: a list that blinks at each letter cannot be read. */
export function useSteadyDay(
  answer: Day | undefined,
  rows: RowWindow<DayRow>,
): { day: Day; rows: RowWindow<DayRow> } | null {
  const shown = useRef<{ day: Day; rows: RowWindow<DayRow> } | null>(null);
  if (answer !== undefined && (answer.total === 0 || rows.row(0) !== undefined || answer.page > 1))
    shown.current = { day: answer, rows };
  return shown.current;
}
