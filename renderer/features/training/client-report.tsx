// The report of one client and year as a part of a page: what came of them in three sentences, the trainings of each group, and the file.
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReportGroup, ReportRow } from '../../../preload/contract/intake.ts';
import { useAct, useCall } from '../../calls.ts';
import { useFormats, writeDuration } from '../../i18n/formats.ts';
import { Button } from '../../ui/button.tsx';
import { Chip, type Tone } from '../../ui/chip.tsx';
import { ErrorState, FailureNote } from '../../ui/failure.tsx';
import type { IconName } from '../../ui/icon-shapes.ts';
import { ListPager, rowsOfPage } from '../../ui/list-pager.tsx';
import { Empty, Loading } from '../../ui/states.tsx';
import { useAnomalyWords } from './finding-words.ts';

type Show = 'all' | ReportGroup;
const views: Show[] = ['all', 'filed', 'refused', 'open'];
const tones: Record<ReportGroup, Tone> = { filed: 'ok', refused: 'bad', open: 'warn' };
const icons: Record<ReportGroup, IconName> = { filed: 'check', refused: 'refused', open: 'clock' };

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

function ReportTable({ rows, year }: { rows: readonly ReportRow[]; year: number }) {
  const { t } = useTranslation('intake');
  const formats = useFormats();
  const wordsOf = useAnomalyWords();
  return (
    <table className="grid import-plan">
      <thead>
        <tr>
          {(['worker', 'title', 'start', 'duration', 'state', 'why'] as const).map((name) => (
            <th key={name} scope="col">
              {t(`report.columns.${name}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row">{row.workerName}</th>
            <td>{row.title === '' ? t('reportPage.untitled') : row.title}</td>
            <td>{row.startDate === null ? '' : formats.day(row.startDate)}</td>
            <td>{row.durationMinutes === null ? '' : writeDuration(row.durationMinutes)}</td>
            <td>
              <Chip tone={tones[row.group]} icon={icons[row.group]}>
                {t(`report.states.${row.state}`)}
              </Chip>
            </td>
            <td>
              {row.anomalies.map((anomaly) => (
                <div key={anomaly.code}>
                  {wordsOf(anomaly, year).title} <span className="number faint-text">{anomaly.code}</span>
                </div>
              ))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function SaveReport({ employerId, year }: ClientReportProps) {
  const { t } = useTranslation('intake');
  const save = useAct('intake.saveReport');
  const [name, setName] = useState('');
  const run = async (format: 'pdf' | 'xlsx'): Promise<void> => {
    const result = await save.run({ employerId, year, format });
    setName(result.ok ? result.value.name : '');
  };
  return (
    <>
      <div className="row-of">
        <Button icon="download" busy={save.busy} onPress={() => void run('pdf')}>
          {t('reportPage.savePdf')}
        </Button>
        <Button icon="download" busy={save.busy} onPress={() => void run('xlsx')}>
          {t('reportPage.saveXlsx')}
        </Button>
        <span role="status" className="quiet-text">
          {name !== '' && t('reportPage.saved', { name })}
        </span>
      </div>
      <FailureNote failure={save.failure?.code === 'fileNotChosen' ? null : save.failure} />
    </>
  );
}
