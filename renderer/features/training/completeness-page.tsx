// Completeness: per client and quarter who has nothing registered, leading to the workers.
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CompletenessRow } from '../../../preload/contract/training-overviews.ts';
import { useEmployerId } from '../../app-state.ts';
import { useAct } from '../../calls.ts';
import { useFormats } from '../../i18n/formats.ts';
import { Grid } from '../../ui/grid.tsx';
import type { GridColumn, GridSort } from '../../ui/grid-columns.ts';
import { LinkButton } from '../../ui/link-button.tsx';
import { Page } from '../../ui/page.tsx';
import { useRowWindow } from '../../ui/row-window.ts';
import { Sheet, WithPanel } from '../../ui/sheet.tsx';
import { Empty } from '../../ui/states.tsx';
import './account.css';
import { CompletenessFilters, type Show } from './completeness-filters.tsx';
import { type ChosenQuarter, MissingPanel } from './missing-panel.tsx';
import { QuarterCell } from './quarter-cell.tsx';
import { RoomTabs } from './room-head.tsx';
import { useBusinessDate, useRoomYear } from './room-year.ts';
import { SaveList } from './save-list.tsx';
import './training.css';
import { firstDay, missingOf, quarters } from './year-quarters.ts';

export default function CompletenessPage() {
  const { t } = useTranslation('training-account');
  const formats = useFormats();
  const employerId = useEmployerId();
  const year = useRoomYear();
  const today = useBusinessDate();
  const save = useAct('trainingAccount.saveCompleteness');
  const [text, setText] = useState('');
  const [show, setShow] = useState<Show>('all');
  const [sort, setSort] = useState<GridSort>({ column: 'name', descending: false });
  const [chosen, setChosen] = useState<ChosenQuarter | null>(null);
  const filter = {
    year,
    employerId,
    text: useDeferredValue(text).trim(),
    missingOnly: show !== 'all',
    quarter: show === 'all' || show === 'missing' ? null : Number(show),
  };
  const { rows } = useRowWindow('trainingAccount.completeness', {
    ...filter,
    sort: `${sort.descending ? '-' : ''}${sort.column}` as 'name',
  });
  const name = (quarter: number): string =>
    t(`completeness.quarters.${quarter}` as 'completeness.quarters.1');
  const columns: GridColumn<CompletenessRow>[] = [
    {
      id: 'name',
      header: t('completeness.client'),
      sortable: true,
      clip: true,
      cell: (row) => row.name,
      text: (row) => row.name,
    },
    {
      id: 'number',
      header: t('completeness.number'),
      number: true,
      quiet: true,
      hidden: true,
      cell: (row) => formats.enterpriseNumber(row.enterpriseNumber),
      text: (row) => formats.enterpriseNumber(row.enterpriseNumber),
    },
    ...quarters.map(
      (quarter): GridColumn<CompletenessRow> => ({
        id: `q${quarter}`,
        header: name(quarter),
        cell: (row) => (
          <QuarterCell
            row={row}
            quarter={quarter}
            begun={firstDay(year, quarter) <= today}
            open={chosen?.employerId === row.employerId && chosen.quarter === quarter}
            onOpen={() => setChosen({ employerId: row.employerId, name: row.name, quarter })}
          />
        ),
        text: (row) => {
          const { employed = 0, missing = 0 } = row.quarters[quarter - 1] ?? {};
          return t('completeness.cell', { missing, employed });
        },
      }),
    ),
    {
      id: 'missing',
      header: t('completeness.figures.missing'),
      end: true,
      sortable: true,
      cell: (row) => missingOf(row, year, today, filter.quarter),
      text: (row) => String(missingOf(row, year, today, filter.quarter)),
    },
  ];
  return (
    <Page
      title={t('completeness.title', { year: String(year) })}
      lead={t('completeness.lead')}
      acts={
        <SaveList
          onSave={(saving) => save.run({ ...filter, ...saving })}
          busy={save.busy}
          failure={save.failure}
        />
      }
    >
      <RoomTabs year={year} current="/training/completeness" />
      <WithPanel label={t('completeness.panel')} panel={<MissingPanel chosen={chosen} year={year} />}>
        <Sheet label={t('completeness.label')} flush>
          <Grid
            label={t('completeness.label')}
            columns={columns}
            rows={rows}
            rowId={(row) => row.employerId}
            rowLabel={(row) => row.name}
            openId={chosen?.employerId ?? null}
            sort={sort}
            onSort={setSort}
            filters={
              <CompletenessFilters
                text={text}
                onText={setText}
                show={show}
                onShow={setShow}
                year={year}
                onYear={() => setChosen(null)}
              />
            }
            empty={
              <Empty
                icon="building"
                title={t('completeness.none')}
                acts={<LinkButton to="/employers">{t('completeness.client')}</LinkButton>}
              >
                {t('completeness.noneWhat')}
              </Empty>
            }
            foot={
              <>
                <span>{t('completeness.shown', { count: rows.total })}</span>
                <span>{t('completeness.key')}</span>
              </>
            }
          />
        </Sheet>
      </WithPanel>
    </Page>
  );
}
