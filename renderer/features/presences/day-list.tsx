// The lines of a site's day: any number of workers, only those in view are drawn.
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../../../preload/contract/index.ts';
import type { DayRow } from '../../../preload/contract/presences.ts';
import { useFormats } from '../../i18n/formats.ts';
import { Chip } from '../../ui/chip.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import type { RowWindow } from '../../ui/row-window.ts';
import { startChange } from '../register/change/change-start.ts';
import { DayLinePlot, type DaySpan, HourNames, spanOf } from './day-plot.tsx';
import { lineWords, statesOf, whoOf } from './day-words.ts';

type Day = CallOutput<'presence.day'>;
/** For which client the site is kept, and which day is shown. */
export type SiteOfDay = { employerId: string; employerName: string; day: string };

const rootSize = (): number => Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;

type DayListProps = { site: SiteOfDay; day: Day; rows: RowWindow<DayRow> };

export function DayList({ site, day, rows }: DayListProps) {
  const { t } = useTranslation('presences');
  const scroll = useRef<HTMLElement>(null);
  const { from, to, now, busy } = day;
  const span = useMemo(() => spanOf(busy, { from, to, now }), [busy, from, to, now]);
  const virtualizer = useVirtualizer({
    count: rows.total,
    getScrollElement: () => scroll.current,
    estimateSize: () => rootSize() * 2.75,
    overscan: 4,
  });
  const items = virtualizer.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;
  const { need } = rows;
  useEffect(() => need(first, last), [need, first, last]);
  const before = items[0]?.start ?? 0;
  const after = virtualizer.getTotalSize() - (items.at(-1)?.end ?? 0);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section className="day-scroll" ref={scroll} tabIndex={0} aria-label={t('columns.worker')}>
      <div className="day-row day-head" aria-hidden="true">
        <span>{t('columns.worker')}</span>
        <HourNames span={span} />
        <span className="sum">{t('columns.hours')}</span>
        <span>{t('columns.validity')}</span>
      </div>
      <ul className="day">
        {before > 0 && <li aria-hidden="true" style={{ height: before }} />}
        {items.map(({ index }) => {
          const row = rows.row(index);
          return row === undefined ? (
            <li
              key={`waiting ${index}`}
              data-index={index}
              ref={virtualizer.measureElement}
              className="day-row"
            >
              <span className="loading-line" />
            </li>
          ) : (
            <li
              key={row.insz}
              data-index={index}
              ref={virtualizer.measureElement}
              className="day-row"
              aria-setsize={rows.total}
              aria-posinset={index + 1}
            >
              <DayLine site={site} row={row} span={span} />
            </li>
          );
        })}
        {after > 0 && <li aria-hidden="true" style={{ height: after }} />}
      </ul>
    </section>
  );
}

function DayLine({ site, row, span }: { site: SiteOfDay; row: DayRow; span: DaySpan }) {
  const { t } = useTranslation('presences');
  const formats = useFormats();
  return (
    <>
      <div className="who">
        <b>{whoOf(row, formats)}</b>
        <span className="number">
          {row.workerName === null ? (row.employerName ?? row.employerNumber) : formats.insz(row.insz)}
        </span>
      </div>
      <DayLinePlot row={row} span={span} words={lineWords(t, formats, row)} />
      <div className="sum">{row.minutes === null ? '?' : formats.duration(row.minutes)}</div>
      <div>
        {statesOf(t, formats, row).map(({ tone, icon, words }) => (
          <Chip key={words} tone={tone} icon={icon}>
            {words}
          </Chip>
        ))}
        {row.withoutLine && <AddLine site={site} row={row} />}
      </div>
    </>
  );
}

/** No line of the person register has this one: whoever is of another enterprise is on site, the others are employees. */
function AddLine({ site, row }: { site: SiteOfDay; row: DayRow }) {
  const { t } = useTranslation('presence-search');
  const formats = useFormats();
  const { employerId, employerName, day } = site;
  return (
    <LinkButton
      small
      plain
      icon="register"
      to="/register/insert"
      onFollow={() =>
        startChange({
          ...{ employerId, insz: row.insz, period: { begin: day, end: null } },
          dossierType: row.employerName === employerName ? 'EMPLOYEE' : 'ON_SITE',
        })
      }
    >
      {t('day.addLine')}
      <span className="only-read-aloud">: {whoOf(row, formats)}</span>
    </LinkButton>
  );
}
