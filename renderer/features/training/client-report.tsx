// The report of one client and year as a part of a page: what came of them in three sentences, the trainings of each group, and the file.
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReportGroup } from '../../../preload/contract/intake.ts';
import { useCall } from '../../calls.ts';
import { writeDuration } from '../../i18n/formats.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorState } from '../../ui/failure.tsx';
import { ListPager, rowsOfPage } from '../../ui/list-pager.tsx';
import { Empty, Loading } from '../../ui/states.tsx';
import { ReportTable } from './report-table.tsx';
import { SaveReport } from './save-report.tsx';

type Show = 'all' | ReportGroup;
const views: Show[] = ['all', 'filed', 'refused', 'open'];

type ClientReportProps = { employerId: string; year: number };

export function ClientReport({ employerId, year }: ClientReportProps) {
  const { t } = useTranslation('intake');
  const [show, setShow] = useState<Show>('all');
  const [page, setPage] = useState(1);
  const place = useRef<HTMLElement>(null);
  const group = show === 'all' ? null : show;
  const found = useCall(
    'intake.report',
    { employerId, year, group, page, pageSize: rowsOfPage },
    { keepPrevious: true },
  );
  if (found.data === undefined)
    return found.error === null ? (
      <Loading />
    ) : (
      <ErrorState failure={found.error} onAgain={() => void found.refetch()} />
    );
  const { rows, total, counts } = found.data;
  const all = counts.filed + counts.refused + counts.open;
  if (all === 0)
    return (
      <Empty icon="book" title={t('reportPage.nothing', { year: String(year) })}>
        {t('reportPage.nothingWhat')}
      </Empty>
    );
  return (
    <>
      <p>
        {[
          t('report.sums.filed', { count: counts.filed, hours: writeDuration(counts.filedMinutes) }),
          t('report.sums.refused', { count: counts.refused }),
          t('report.sums.open', { count: counts.open }),
        ].join(' ')}
      </p>
      <SaveReport employerId={employerId} year={year} />
      <div className="sheet import-sheet">
        {/* biome-ignore lint/a11y/useSemanticElements: buttons that choose a view, not a set of fields */}
        <div className="filters" role="group" aria-label={t('reportPage.show')}>
          {views.map((one) => (
            <Button
              key={one}
              small
              pressed={show === one}
              onPress={() => {
                setShow(one);
                setPage(1);
              }}
            >
              {t(`reportPage.${one}`)} <span className="count">{one === 'all' ? all : counts[one]}</span>
            </Button>
          ))}
        </div>
        {rows.length === 0 ? (
          <p className="quiet-sheet-text">{t('reportPage.none')}</p>
        ) : (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by keyboard too
          <section className="grid-scroll" tabIndex={0} aria-label={t('reportPage.rows')} ref={place}>
            <ReportTable rows={rows} year={year} />
          </section>
        )}
        <ListPager
          page={page}
          total={total}
          onPage={(next) => {
            setPage(next);
            place.current?.focus();
          }}
        />
      </div>
    </>
  );
}
