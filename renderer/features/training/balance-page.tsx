// The balance of the right of every worker in one year, with the picture of the worker in hand beside it.
import { type FocusEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Worker } from '../../../preload/contract/employers.ts';
import type { Balance } from '../../../preload/contract/training.ts';
import { useEmployerId } from '../../app-state.ts';
import { useCall } from '../../calls.ts';
import { type Formats, useFormats } from '../../i18n/formats.ts';
import { Grid } from '../../ui/grid.tsx';
import type { GridColumn } from '../../ui/grid-columns.ts';
import { LinkButton } from '../../ui/link-button.tsx';
import { Page } from '../../ui/page.tsx';
import { useRowWindow } from '../../ui/row-window.ts';
import { Sheet, WithPanel } from '../../ui/sheet.tsx';
import { Empty } from '../../ui/states.tsx';
import { RoomLead, RoomTabs, useRoomCounts } from './room-head.tsx';
import { remember } from './room-memory.ts';
import { useBusinessDate, useRoomYear, yearChoices } from './room-year.ts';
import './training.css';
import { NoWorker, WorkerPanel } from './worker-panel.tsx';

type Part = 'right' | 'done' | 'planned' | 'left';

const partOf = (balance: Balance, part: Part): number =>
  part === 'right'
    ? balance.rightHundredths + balance.carriedOverHundredths
    : part === 'done'
      ? balance.completedHundredths
      : part === 'planned'
        ? balance.plannedHundredths
        : balance.remainingHundredths;

/** One figure of a balance; main is asked once per row, for all its figures. */
function Days({ workerId, year, part }: { workerId: string; year: number; part: Part }): ReactNode {
  const formats = useFormats();
  const balance = useCall('training.balance', { workerId, year }).data;
  if (balance === undefined) return '…';
  const days = formats.hundredths(partOf(balance, part));
  return part === 'left' ? <strong>{days}</strong> : days;
}

function balanceColumns(
  word: (part: Part | 'worker' | 'insz' | 'employer') => string,
  formats: Formats,
  year: number,
): GridColumn<Worker>[] {
  const name = (row: Worker): string => [row.familyName, row.givenName].filter(Boolean).join(', ');
  const figure = (part: Part): GridColumn<Worker> => ({
    id: part,
    header: word(part),
    end: true,
    cell: (row) => <Days workerId={row.id} year={year} part={part} />,
    text: () => '',
  });
  return [
    { id: 'name', header: word('worker'), sortable: true, cell: name, text: name },
    {
      id: 'insz',
      header: word('insz'),
      number: true,
      quiet: true,
      sortable: true,
      cell: (row) => formats.insz(row.insz),
      text: (row) => formats.insz(row.insz),
    },
    {
      id: 'employer',
      header: word('employer'),
      clip: true,
      sortable: true,
      cell: (row) => row.employerName,
      text: (row) => row.employerName,
    },
    figure('right'),
    figure('done'),
    figure('planned'),
    figure('left'),
  ];
}

export default function BalancePage() {
  const { t } = useTranslation('training');
  const formats = useFormats();
  const employerId = useEmployerId();
  const year = useRoomYear();
  const today = useBusinessDate();
  const counts = useRoomCounts(year).data;
  const [text, setText] = useState('');
  const [sort, setSort] = useState({ column: 'name', descending: false });
  const [open, setOpen] = useState<string | null>(null);
  const { rows } = useRowWindow('worker.list', {
    employerId,
    text: text.trim(),
    sort: `${sort.descending ? '-' : ''}${sort.column}` as 'name',
  });
  const inHand = open ?? rows.row(0)?.id ?? null;
  const columns = balanceColumns(
    (part) => t(part === 'worker' || part === 'insz' ? `columns.${part}` : `balancePage.${part}`),
    formats,
    year,
  );
  const onFocus = (event: FocusEvent): void => {
    const index = (event.target as HTMLElement).closest<HTMLElement>('tr[data-index]')?.dataset['index'];
    const row = index === undefined ? undefined : rows.row(Number(index));
    if (row !== undefined) setOpen(row.id);
  };
  return (
    <Page title={t('title', { year: String(year) })} lead={<RoomLead year={year} />}>
      <RoomTabs year={year} current="/training/balance" />
      <WithPanel
        label={t('panel.label')}
        panel={inHand === null ? <NoWorker /> : <WorkerPanel workerId={inHand} year={year} />}
      >
        <div onFocusCapture={onFocus}>
          <Sheet label={t('balancePage.label')} flush>
            <Grid
              label={t('balancePage.label')}
              columns={columns}
              rows={rows}
              rowId={(row) => row.id}
              rowLabel={(row) => `${row.familyName}, ${row.givenName}`}
              openId={inHand}
              sort={sort}
              onSort={setSort}
              filters={
                <>
                  <input
                    type="search"
                    className="input small"
                    placeholder={t('balancePage.search')}
                    aria-label={t('filters.label')}
                    maxLength={120}
                    value={text}
                    onChange={(event) => setText(event.target.value)}
                  />
                  <select
                    className="input small select filter-year"
                    aria-label={t('filters.year')}
                    value={year}
                    onChange={(event) => remember({ year: Number(event.target.value) })}
                  >
                    {yearChoices(today, counts?.years ?? [], year).map((one) => (
                      <option key={one} value={one}>
                        {one}
                      </option>
                    ))}
                  </select>
                </>
              }
              empty={
                <Empty
                  icon="people"
                  title={t(text.trim() === '' ? 'empty.workers' : 'empty.filtered')}
                  acts={<LinkButton to="/workers">{t('empty.toWorkers')}</LinkButton>}
                >
                  {t(text.trim() === '' ? 'empty.workersWhat' : 'empty.filteredWhat')}
                </Empty>
              }
            />
          </Sheet>
        </div>
      </WithPanel>
    </Page>
  );
}
