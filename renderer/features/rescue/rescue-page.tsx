// Rescue of FLA data: all clients with how far each is, and one run for all that a route leads to.
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import type { RescueClient } from '../../../preload/contract/rescue.ts';
import { useEmployerId } from '../../app-state.ts';
import { useAct, useCall } from '../../calls.ts';
import { useFormats } from '../../i18n/formats.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNote, useFailureSentence } from '../../ui/failure.tsx';
import { Grid } from '../../ui/grid.tsx';
import type { GridColumn } from '../../ui/grid-columns.ts';
import { Page } from '../../ui/page.tsx';
import { useRowWindow } from '../../ui/row-window.ts';
import { Sheet } from '../../ui/sheet.tsx';
import { Empty } from '../../ui/states.tsx';
import { RoomTabs } from '../training/room-head.tsx';
import { useRoomYear } from '../training/room-year.ts';
import { Reading } from './reading.tsx';
import { StandingChip, standingOf } from './rescue-words.tsx';
import { ServiceUntil } from './service-until.tsx';

export default function RescuePage() {
  const { t } = useTranslation('rescue');
  const formats = useFormats();
  const [, go] = useLocation();
  const sentence = useFailureSentence();
  const employerId = useEmployerId();
  const year = useRoomYear();
  const [text, setText] = useState('');
  const status = useCall('rescue.status', {}, { keepPrevious: true }).data;
  const start = useAct('rescue.start');
  const { rows } = useRowWindow('rescue.clients', { text: useDeferredValue(text), employerId });
  const answered = ({ counts }: RescueClient): number => counts.found + counts.empty;
  const all = ({ counts }: RescueClient): number =>
    answered({ counts } as RescueClient) + counts.failed + counts.waiting + counts.asked;
  const figure = (
    id: string,
    header: string,
    of: (row: RescueClient) => string,
  ): GridColumn<RescueClient> => ({
    id,
    header,
    cell: of,
    text: of,
    end: true,
  });
  const columns: GridColumn<RescueClient>[] = [
    {
      id: 'name',
      header: t('clients.name'),
      cell: (row) => <Link href={`/training/rescue/${row.employerId}`}>{row.name}</Link>,
      text: (row) => row.name,
      clip: true,
    },
    {
      id: 'state',
      header: t('clients.state'),
      cell: (row) => <StandingChip client={row} />,
      text: (row) => t(`standing.${standingOf(row)}`),
    },
    figure('read', t('clients.read'), (row) => (row.begun ? `${answered(row)} / ${all(row)}` : '–')),
    figure('found', t('clients.found'), (row) => formats.number(row.counts.found)),
    figure('failed', t('clients.failed'), (row) => formats.number(row.counts.failed)),
    figure('manual', t('clients.manual'), (row) =>
      row.manual.done === 0 ? '–' : `${row.manual.done} / ${row.manual.total}`,
    ),
  ];
  const ready = status?.api === 'available' && status.jobId === null;
  const left = (status?.counts.waiting ?? 0) + (status?.counts.asked ?? 0);
  return (
    <Page
      title={t('title')}
      lead={
        status && t('lead', { begun: status.begun, clients: status.clients, records: status.counts.records })
      }
      acts={
        ready &&
        status.clients > 0 && (
          <Button
            primary={left === 0}
            icon="download"
            busy={start.busy}
            onPress={() => void start.run({ employerId: null, again: 'failed' })}
          >
            {t('acts.all')}
          </Button>
        )
      }
    >
      <RoomTabs year={year} current="/training/rescue" />
      <ServiceUntil />
      <FailureNote failure={start.failure} />
      <Reading employerId={null} />
      <Sheet label={t('clients.label')} flush>
        <Grid
          label={t('clients.label')}
          columns={columns}
          rows={rows}
          rowId={(row) => row.employerId}
          rowLabel={(row) => row.name}
          onOpen={(row) => go(`/training/rescue/${row.employerId}`)}
          why={(row) =>
            row.failure !== null ? sentence(row.failure) : row.route !== null ? t('noRoute') : null
          }
          filters={
            <input
              className="input small"
              type="search"
              aria-label={t('clients.filter')}
              placeholder={t('clients.filter')}
              value={text}
              onChange={(event) => setText(event.target.value)}
            />
          }
          empty={<Empty icon="building" title={text === '' ? t('clients.none') : t('clients.notFound')} />}
          foot={<span>{t('clients.shown', { count: rows.total })}</span>}
        />
      </Sheet>
    </Page>
  );
}
