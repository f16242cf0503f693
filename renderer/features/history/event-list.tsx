// The events that were found, newest first, read a page at a time.
import { useTranslation } from 'react-i18next';
import type { HistoryEvent } from '../../../preload/contract/history.ts';
import { useFormats } from '../../i18n/formats.ts';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { Grid } from '../../ui/grid.tsx';
import type { GridColumn } from '../../ui/grid-columns.ts';
import { useRowWindow } from '../../ui/row-window.ts';
import { Sheet } from '../../ui/sheet.tsx';
import { Empty } from '../../ui/states.tsx';
import { ResultChip, useEventWords } from './event-words.tsx';
import { type HistoryFilter, isFiltered, noFilter, questionOf } from './history-filter.ts';
import { HistoryFilters } from './history-filters.tsx';
import { iconOf } from './kinds.ts';

type EventListProps = {
  filter: HistoryFilter;
  onFilter: (change: Partial<HistoryFilter>) => void;
  employerId: string | null;
  openId: string | null;
  onOpen: (id: string) => void;
};

function useColumns(allEmployers: boolean, onOpen: (id: string) => void): GridColumn<HistoryEvent>[] {
  const { t } = useTranslation('history');
  const formats = useFormats();
  const words = useEventWords();
  return [
    {
      id: 'at',
      header: t('columns.at'),
      cell: (event) => formats.moment(event.at),
      text: (event) => formats.moment(event.at),
      quiet: true,
    },
    {
      id: 'kind',
      header: t('columns.kind'),
      cell: (event) => (
        <button type="button" className="row-name" tabIndex={-1} onClick={() => onOpen(event.id)}>
          <Chip icon={iconOf(event.kind)}>{words.kind(event.kind)}</Chip>
        </button>
      ),
      text: (event) => words.kind(event.kind),
    },
    {
      id: 'summary',
      header: t('columns.summary'),
      cell: (event) =>
        event.erased ? <span className="faint-text">{words.summary(event)}</span> : words.summary(event),
      text: words.summary,
      clip: true,
    },
    {
      id: 'employer',
      header: t('columns.employer'),
      cell: (event) => event.employerName,
      text: (event) => event.employerName ?? '',
      quiet: true,
      hidden: !allEmployers,
    },
    {
      id: 'actor',
      header: t('columns.actor'),
      cell: (event) => words.actor(event.actor),
      text: (event) => words.actor(event.actor),
      quiet: true,
      hidden: true,
    },
    {
      id: 'result',
      header: t('columns.result'),
      cell: (event) => <ResultChip result={event.result} />,
      text: (event) => words.result(event.result),
    },
  ];
}

export function EventList({ filter, onFilter, employerId, openId, onOpen }: EventListProps) {
  const { t } = useTranslation('history');
  const words = useEventWords();
  const { rows } = useRowWindow('history.search', questionOf(filter, employerId));
  const columns = useColumns(employerId === null, onOpen);
  const filtered = isFiltered(filter);
  return (
    <Sheet label={t('list')} flush>
      <Grid
        label={t('list')}
        rows={rows}
        columns={columns}
        rowId={(event) => event.id}
        rowLabel={(event) => `${words.kind(event.kind)} ${words.summary(event)}`}
        openId={openId}
        onOpen={(event) => onOpen(event.id)}
        filters={<HistoryFilters filter={filter} onChange={onFilter} />}
        empty={
          <Empty
            icon={filtered ? 'search' : 'history'}
            title={t(filtered ? 'empty.filtered' : 'empty.none')}
            acts={
              filtered ? (
                <Button icon="cross" onPress={() => onFilter(noFilter)}>
                  {t('acts.clear')}
                </Button>
              ) : undefined
            }
          >
            {t(filtered ? 'empty.filteredWhat' : 'empty.noneWhat')}
          </Empty>
        }
        foot={<span role="status">{t('shown', { count: rows.total })}</span>}
      />
    </Sheet>
  );
}
