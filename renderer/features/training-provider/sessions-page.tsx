// The sessions of a training provider: drafts, sent ones, and those that wait for somebody.
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { SessionSummary } from '../../../preload/contract/training-provider.ts';
import { useAct, useCall } from '../../calls.ts';
import { type Formats, useFormats } from '../../i18n/formats.ts';
import { ServiceNote } from '../../shell/service-note.tsx';
import { Button } from '../../ui/button.tsx';
import { FailureNote } from '../../ui/failure.tsx';
import { Grid } from '../../ui/grid.tsx';
import type { GridColumn } from '../../ui/grid-columns.ts';
import { LinkButton } from '../../ui/link-button.tsx';
import { Note } from '../../ui/note.tsx';
import { Page } from '../../ui/page.tsx';
import { useRowWindow } from '../../ui/row-window.ts';
import { Sheet } from '../../ui/sheet.tsx';
import { Empty } from '../../ui/states.tsx';
import { RoomTabs } from '../training/room-head.tsx';
import { useRoomYear } from '../training/room-year.ts';
import { SessionStateChip, useSessionStateWords } from './session-state.tsx';

function useColumns(formats: Formats, onOpen: (id: string) => void): GridColumn<SessionSummary>[] {
  const { t } = useTranslation('training-provider');
  const words = useSessionStateWords();
  const dates = ({ fields }: SessionSummary): string =>
    [fields.startDate, fields.endDate === fields.startDate ? null : fields.endDate]
      .filter((day) => day !== null)
      .map((day) => formats.day(day))
      .join(' – ');
  const sent = ({ sentAt }: SessionSummary): string => (sentAt === null ? '' : formats.moment(sentAt));
  const title = ({ fields }: SessionSummary): string => fields.title || t('untitled');
  return [
    {
      id: 'title',
      header: t('columns.title'),
      cell: (row) => (
        <button type="button" className="row-name" tabIndex={-1} onClick={() => onOpen(row.id)}>
          {title(row)}
        </button>
      ),
      text: title,
      clip: true,
    },
    { id: 'dates', header: t('columns.dates'), cell: dates, text: dates, number: true },
    {
      id: 'provider',
      header: t('columns.provider'),
      cell: (row) => row.providerName,
      text: (row) => row.providerName,
      quiet: true,
      hidden: true,
    },
    {
      id: 'participants',
      header: t('columns.participants'),
      cell: (row) => formats.number(row.participants),
      text: (row) => String(row.participants),
      end: true,
    },
    {
      id: 'refused',
      header: t('columns.refused'),
      cell: (row) => (row.refused === 0 ? '' : formats.number(row.refused)),
      text: (row) => String(row.refused),
      end: true,
    },
    { id: 'sent', header: t('columns.sent'), cell: sent, text: sent, quiet: true },
    {
      id: 'state',
      header: t('columns.state'),
      cell: (row) => <SessionStateChip session={row} />,
      text: words,
    },
  ];
}

export default function SessionsPage() {
  const { t } = useTranslation('training-provider');
  const [, go] = useLocation();
  const year = useRoomYear();
  const formats = useFormats();
  const open = (id: string): void => go(`/training/sessions/${id}`);
  const columns = useColumns(formats, open);
  const { rows } = useRowWindow('provider.list', {});
  const accounts = useCall('account.list', {}).data?.rows;
  const add = useAct('provider.add');
  const without = accounts !== undefined && !accounts.some(({ quality }) => quality === 'trainingProvider');
  const begin = async (): Promise<void> => {
    const added = await add.run({});
    if (added.ok) open(added.value.id);
  };
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      acts={
        <Button primary icon="plus" busy={add.busy} onPress={() => void begin()}>
          {t('new')}
        </Button>
      }
    >
      <ServiceNote />
      <RoomTabs year={year} current="/training/sessions" />
      <FailureNote failure={add.failure} />
      {without && (
        <Note tone="warn">
          <p>
            <strong>{t('noAccount.title')}.</strong> {t('noAccount.what')}
          </p>
          <LinkButton small to="/connection" next>
            {t('noAccount.act')}
          </LinkButton>
        </Note>
      )}
      <Sheet label={t('list')} flush>
        <Grid
          label={t('list')}
          rows={rows}
          columns={columns}
          rowId={(row) => row.id}
          rowLabel={(row) => row.fields.title || t('untitled')}
          onOpen={(row) => open(row.id)}
          filters={rows.total > 0 && <span className="quiet-text">{t('foot', { count: rows.total })}</span>}
          empty={
            <Empty icon="book" title={t('empty.title')}>
              {t('empty.what')}
            </Empty>
          }
        />
      </Sheet>
      <p className="faint-text">{t('assumed')}</p>
    </Page>
  );
}
