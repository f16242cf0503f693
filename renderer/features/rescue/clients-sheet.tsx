// The overview of clients: searched, filtered, sorted, opened, and saved as a file as it stands.
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import {
  type RescueClient,
  type RescueFilter,
  rescueSortSchema,
} from '../../../preload/contract/rescue-values.ts';
import { useAppState, useEmployerId } from '../../app-state.ts';
import { useAct } from '../../calls.ts';
import { useFormats } from '../../i18n/formats.ts';
import { FailureNote, useFailureSentence } from '../../ui/failure.tsx';
import { Grid } from '../../ui/grid.tsx';
import type { GridColumn, GridSort } from '../../ui/grid-columns.ts';
import { Menu } from '../../ui/menu.tsx';
import { useSavedToast } from '../../ui/open-saved.tsx';
import { onceKnown, useRowWindow } from '../../ui/row-window.ts';
import { Sheet } from '../../ui/sheet.tsx';
import { Empty } from '../../ui/states.tsx';
import { StandingChip } from './rescue-words.tsx';

const filters: readonly RescueFilter[] = ['all', 'missing', 'failed', 'none', 'complete', 'noRoute'];
const forms = ['xlsx', 'csv'] as const;

export function ClientsSheet() {
  const { t } = useTranslation('rescue');
  const formats = useFormats();
  const [, go] = useLocation();
  const savedToast = useSavedToast();
  const sentence = useFailureSentence();
  const employerId = useEmployerId();
  const { language } = useAppState();
  const [text, setText] = useState('');
  const [show, setShow] = useState<RescueFilter>('all');
  const [order, setOrder] = useState<GridSort>({ column: 'name', descending: false });
  const save = useAct('rescue.saveOverview');
  const sort = rescueSortSchema.catch('name').parse(order.column);
  const overview = { text: useDeferredValue(text), employerId, show, sort, descending: order.descending };
  const { rows } = useRowWindow('rescue.clients', overview);
  const answered = ({ counts }: RescueClient): number => counts.found + counts.empty;
  const all = (row: RescueClient): number =>
    answered(row) + row.counts.failed + row.counts.waiting + row.counts.asked;
  const figure = (
    id: string,
    header: string,
    of: (row: RescueClient) => string,
  ): GridColumn<RescueClient> => ({ id, header, cell: of, text: of, end: true, sortable: true });
  const columns: GridColumn<RescueClient>[] = [
    {
      id: 'name',
      header: t('clients.name'),
      cell: (row) => <Link href={`/training/rescue/${row.employerId}`}>{row.name}</Link>,
      text: (row) => row.name,
      clip: true,
      sortable: true,
    },
    {
      id: 'standing',
      header: t('clients.state'),
      cell: (row) => <StandingChip standing={row.standing} />,
      text: (row) => t(`standing.${row.standing}`),
      sortable: true,
    },
    figure('read', t('clients.read'), (row) => (row.begun ? `${answered(row)} / ${all(row)}` : '–')),
    figure('found', t('clients.found'), (row) => formats.number(row.counts.found)),
    figure('failed', t('clients.failed'), (row) => formats.number(row.counts.failed)),
    figure('manual', t('clients.manual'), (row) =>
      row.manual.done === 0 ? '–' : `${row.manual.done} / ${row.manual.total}`,
    ),
  ];
  const why = ({ failure, route, end, standing }: RescueClient): string | null => {
    if (standing === 'complete') return null;
    const told = failure ?? (end?.state === 'failed' ? end.failure : null);
    if (told !== null) return sentence(told);
    return route === null ? null : t('noRoute');
  };
  const saveAs = async (format: (typeof forms)[number]): Promise<void> => {
    const result = await save.run({ ...overview, format, language });
    if (result.ok && result.value.saved)
      savedToast(t('overview.saved', { name: result.value.name }), result.value.name);
  };
  return (
    <Sheet label={t('clients.label')} flush>
      <Grid
        label={t('clients.label')}
        columns={columns}
        rows={rows}
        rowId={(row) => row.employerId}
        rowLabel={(row) => row.name}
        sort={order}
        onSort={setOrder}
        onOpen={(row) => go(`/training/rescue/${row.employerId}`)}
        why={why}
        filters={
          <>
            <input
              className="input small"
              type="search"
              aria-label={t('clients.filter')}
              placeholder={t('clients.filter')}
              value={text}
              onChange={(event) => setText(event.target.value)}
            />
            <select
              className="input select small"
              aria-label={t('filter.label')}
              value={show}
              onChange={(event) => setShow(event.target.value as RescueFilter)}
            >
              {filters.map((one) => (
                <option key={one} value={one}>
                  {t(`filter.${one}`)}
                </option>
              ))}
            </select>
            <Menu
              label={t('acts.saveOverview')}
              icon="download"
              acts={forms.map((format) => ({
                id: format,
                label: t(`formats.${format}`),
                onAct: () => void saveAs(format),
              }))}
            />
          </>
        }
        empty={
          <Empty
            icon="building"
            title={text === '' && show === 'all' ? t('clients.none') : t('clients.notFound')}
          />
        }
        foot={<span>{onceKnown(rows, t('clients.shown', { count: rows.total }))}</span>}
      />
      <FailureNote failure={save.failure} />
    </Sheet>
  );
}
