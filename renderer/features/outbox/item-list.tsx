// The items of one view: one worker-year a row, read a page at a time.
import { useTranslation } from 'react-i18next';
import type { OutboxItem } from '../../../preload/contract/outbox.ts';
import { type Formats, useFormats } from '../../i18n/formats.ts';
import { Grid } from '../../ui/grid.tsx';
import type { GridColumn } from '../../ui/grid-columns.ts';
import { LinkButton } from '../../ui/link-button.tsx';
import { useRowWindow } from '../../ui/row-window.ts';
import { Sheet } from '../../ui/sheet.tsx';
import { Empty } from '../../ui/states.tsx';
import { ItemWhy, useItemWhy } from './item-why.tsx';
import { statesOf, type ViewId } from './outbox-views.ts';
import { ItemStateChip, useItemStateWords } from './state-chip.tsx';

type ItemListProps = {
  view: ViewId;
  employerId: string | null;
  openId: string | null;
  onOpen: (id: string) => void;
};

function useColumns(
  allEmployers: boolean,
  formats: Formats,
  onOpen: (id: string) => void,
): GridColumn<OutboxItem>[] {
  const { t } = useTranslation('outbox');
  const stateWords = useItemStateWords();
  const employer: GridColumn<OutboxItem> = {
    id: 'employer',
    header: t('columns.employer'),
    cell: (item) => item.employerName,
    text: (item) => item.employerName,
    quiet: true,
    hidden: !allEmployers,
  };
  const figure = (
    id: 'trainings' | 'kept' | 'attempts',
    of: (item: OutboxItem) => number,
    hidden = false,
  ) => ({
    id,
    header: t(`columns.${id}`),
    cell: (item: OutboxItem) => (of(item) === 0 ? '' : formats.number(of(item))),
    text: (item: OutboxItem) => String(of(item)),
    end: true,
    hidden,
  });
  const moment = (
    id: 'queued' | 'sent',
    of: (item: OutboxItem) => string | null,
    hidden = false,
  ): GridColumn<OutboxItem> => {
    const words = (item: OutboxItem): string => {
      const at = of(item);
      return at === null ? '' : formats.moment(at);
    };
    return { id, header: t(`columns.${id}`), cell: words, text: words, quiet: true, hidden };
  };
  return [
    {
      id: 'worker',
      header: t('columns.worker'),
      cell: (item) => (
        <button type="button" className="row-name" tabIndex={-1} onClick={() => onOpen(item.id)}>
          {item.workerName}
        </button>
      ),
      text: (item) => item.workerName,
      clip: true,
    },
    employer,
    {
      id: 'year',
      header: t('columns.year'),
      cell: (item) => item.year,
      text: (item) => String(item.year),
      end: true,
    },
    figure('trainings', (item) => item.trainings),
    figure('kept', (item) => item.keptFromOthers),
    figure('attempts', (item) => item.attempts, true),
    moment('queued', (item) => item.queuedAt, true),
    moment('sent', (item) => item.sentAt),
    {
      id: 'state',
      header: t('columns.state'),
      cell: (item) => <ItemStateChip item={item} />,
      text: stateWords,
    },
  ];
}

export function ItemList({ view, employerId, openId, onOpen }: ItemListProps) {
  const { t } = useTranslation('outbox');
  const formats = useFormats();
  const why = useItemWhy();
  const { rows } = useRowWindow('outbox.list', { employerId, states: statesOf(view) });
  const columns = useColumns(employerId === null, formats, onOpen);
  const whole = view === 'all';
  return (
    <Sheet label={t('list')} flush>
      <Grid
        label={t('list')}
        rows={rows}
        columns={columns}
        rowId={(item) => item.id}
        rowLabel={(item) => `${item.workerName} ${item.year}`}
        openId={openId}
        filters={rows.total > 0 && <span className="quiet-text">{t('foot', { count: rows.total })}</span>}
        onOpen={(item) => onOpen(item.id)}
        why={(item) => {
          const words = why(item);
          return words === null ? null : <ItemWhy {...words} />;
        }}
        empty={
          <Empty
            icon={whole ? 'tray' : 'check-ring'}
            title={t(whole ? 'empty.title' : 'empty.here')}
            acts={whole ? <LinkButton to="/training">{t('empty.act')}</LinkButton> : undefined}
          >
            {t(whole ? 'empty.what' : 'empty.hereWhat')}
          </Empty>
        }
      />
    </Sheet>
  );
}
