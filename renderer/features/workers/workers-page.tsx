// The workers of the employer in hand, or of all employers.
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import { useAppState, useEmployerId } from '../../app-state.ts';
import { useFormats } from '../../i18n/formats.ts';
import { Grid } from '../../ui/grid.tsx';
import type { GridColumn, GridSort } from '../../ui/grid-columns.ts';
import { LinkButton } from '../../ui/link-button.tsx';
import { Page } from '../../ui/page.tsx';
import { onceKnown, type RowOf, useRowWindow } from '../../ui/row-window.ts';
import { Sheet } from '../../ui/sheet.tsx';
import { Empty } from '../../ui/states.tsx';

type Row = RowOf<'worker.list'>;
type SortColumn = 'name' | 'insz' | 'startDate' | 'employer';

const fullName = (row: Row): string => [row.familyName, row.givenName].filter(Boolean).join(', ');

export default function WorkersPage() {
  const { t } = useTranslation('workers');
  const formats = useFormats();
  const [, go] = useLocation();
  const employerId = useEmployerId();
  const [text, setText] = useState('');
  const [sort, setSort] = useState<GridSort>({ column: 'name', descending: false });
  const column = sort.column as SortColumn;
  const { rows } = useRowWindow('worker.list', {
    employerId,
    text: useDeferredValue(text),
    sort: sort.descending ? `-${column}` : column,
  });
  const columns: GridColumn<Row>[] = [
    {
      id: 'name',
      header: t('columns.name'),
      cell: (row) => <Link href={`/workers/${row.id}`}>{fullName(row)}</Link>,
      text: fullName,
      sortable: true,
      clip: true,
    },
    {
      id: 'insz',
      header: t('columns.insz'),
      cell: (row) => formats.insz(row.insz),
      text: (row) => formats.insz(row.insz),
      number: true,
      quiet: true,
      sortable: true,
    },
    ...(employerId === null
      ? [
          {
            id: 'employer',
            header: t('columns.employer'),
            cell: (row: Row) => row.employerName,
            text: (row: Row) => row.employerName,
            sortable: true,
          },
        ]
      : []),
    {
      id: 'startDate',
      header: t('columns.start'),
      cell: (row) => formats.day(row.startDate),
      text: (row) => formats.day(row.startDate),
      end: true,
      sortable: true,
    },
    {
      id: 'endDate',
      header: t('columns.end'),
      cell: (row) => (row.endDate === null ? '–' : formats.day(row.endDate)),
      text: (row) => (row.endDate === null ? '' : formats.day(row.endDate)),
      end: true,
    },
    {
      id: 'part',
      header: t('columns.part'),
      cell: (row) => `${row.employmentHundredths} %`,
      text: (row) => `${row.employmentHundredths} %`,
      end: true,
    },
    {
      id: 'trainings',
      header: t('columns.trainings'),
      cell: (row) => row.trainings,
      text: (row) => String(row.trainings),
      end: true,
    },
  ];
  return (
    <Page
      title={t('title')}
      lead={onceKnown(rows, t('lead', { count: rows.total }))}
      acts={
        <>
          <LinkButton to="/workers/paste" icon="paste">
            {t('paste.open')}
          </LinkButton>
          <LinkButton to="/workers/new" icon="plus" primary>
            {t('add')}
          </LinkButton>
        </>
      }
    >
      <Sheet label={t('title')} flush>
        <Grid
          label={t('title')}
          columns={columns}
          rows={rows}
          rowId={(row) => row.id}
          rowLabel={fullName}
          sort={sort}
          onSort={setSort}
          onOpen={(row) => go(`/workers/${row.id}`)}
          filters={
            <input
              className="input small"
              type="search"
              aria-label={t('filter')}
              placeholder={t('filter')}
              value={text}
              onChange={(event) => setText(event.target.value)}
            />
          }
          empty={<NoWorkers filtered={text !== ''} />}
          foot={<span>{onceKnown(rows, t('shown', { count: rows.total }))}</span>}
        />
      </Sheet>
    </Page>
  );
}

function NoWorkers({ filtered }: { filtered: boolean }) {
  const { t } = useTranslation('workers');
  const { counts } = useAppState();
  if (filtered) return <Empty icon="search" title={t('none.title')} />;
  if (counts.employers === 0)
    return (
      <Empty
        icon="building"
        title={t('noEmployer.title')}
        acts={
          <LinkButton to="/employers" primary>
            {t('noEmployer.act')}
          </LinkButton>
        }
      >
        {t('noEmployer.what')}
      </Empty>
    );
  return (
    <Empty
      icon="people"
      title={t('empty.title')}
      acts={
        <>
          <LinkButton to="/workers/new" icon="plus" primary>
            {t('add')}
          </LinkButton>
          <LinkButton to="/workers/paste" icon="paste">
            {t('paste.open')}
          </LinkButton>
        </>
      }
    >
      {t('empty.what')}
    </Empty>
  );
}
