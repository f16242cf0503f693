// The receipts: every answer with the hash of what was asked and of what came back, to be saved in bulk.
import { useTranslation } from 'react-i18next';
import type { Receipt } from '../../../preload/contract/outbox-plan.ts';
import { useEmployerId } from '../../app-state.ts';
import { useAct, useCall } from '../../calls.ts';
import { useFormats } from '../../i18n/formats.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNote } from '../../ui/failure.tsx';
import { Grid } from '../../ui/grid.tsx';
import type { GridColumn } from '../../ui/grid-columns.ts';
import { Page } from '../../ui/page.tsx';
import { useRowWindow } from '../../ui/row-window.ts';
import { Sheet } from '../../ui/sheet.tsx';
import { Empty } from '../../ui/states.tsx';
import { useToast } from '../../ui/toast.tsx';
import { OutboxTabs } from './outbox-tabs.tsx';
import { ResultStateChip } from './state-chip.tsx';

function useColumns(allEmployers: boolean): GridColumn<Receipt>[] {
  const { t } = useTranslation(['outbox', 'outbox-plan']);
  const formats = useFormats();
  const answered = (row: Receipt): string => formats.moment(row.answeredAt);
  const hash = (id: 'request' | 'answer', of: (row: Receipt) => string): GridColumn<Receipt> => ({
    id,
    header: t(`outbox-plan:receipts.${id}`),
    // The beginning is enough to compare by eye; the whole one goes along when it is copied or saved.
    cell: (row) => <span className="number">{of(row).slice(0, 12)}…</span>,
    text: of,
  });
  return [
    {
      id: 'worker',
      header: t('outbox:columns.worker'),
      cell: (row) => row.workerName,
      text: (row) => row.workerName,
      clip: true,
    },
    {
      id: 'employer',
      header: t('outbox:columns.employer'),
      cell: (row) => row.employerName,
      text: (row) => row.employerName,
      quiet: true,
      hidden: !allEmployers,
    },
    {
      id: 'year',
      header: t('outbox:columns.year'),
      cell: (row) => row.year,
      text: (row) => String(row.year),
      end: true,
    },
    { id: 'answered', header: t('outbox:columns.answered'), cell: answered, text: answered, quiet: true },
    {
      id: 'state',
      header: t('outbox:columns.state'),
      cell: (row) => <ResultStateChip state={row.state} />,
      text: (row) => t(`outbox:states.${row.state}`),
    },
    hash('request', (row) => row.requestHash),
    hash('answer', (row) => row.answerHash),
    {
      id: 'prepared',
      header: t('outbox-plan:approval.preparedBy'),
      cell: (row) => row.preparedBy,
      text: (row) => row.preparedBy,
      hidden: true,
    },
    {
      id: 'approved',
      header: t('outbox-plan:approval.approvedBy'),
      cell: (row) => row.approvedBy,
      text: (row) => row.approvedBy,
      hidden: true,
    },
  ];
}

export default function ReceiptsPage() {
  const { t } = useTranslation('outbox-plan');
  const toast = useToast();
  const employerId = useEmployerId();
  const status = useCall('outbox.status', { employerId }, { keepPrevious: true }).data;
  const { rows } = useRowWindow('outbox.receipts', { employerId });
  const columns = useColumns(employerId === null);
  const save = useAct('outbox.saveReceipts');
  const saveAs = async (format: 'csv' | 'json'): Promise<void> => {
    const done = await save.run({ employerId, format });
    if (done.ok && done.value.name !== null)
      toast({ text: t('receipts.saved', { count: done.value.receipts, file: done.value.name }) });
  };
  return (
    <Page
      title={t('receipts.title')}
      lead={t('receipts.lead')}
      acts={
        rows.total > 0 && (
          <>
            <Button icon="download" busy={save.busy} onPress={() => void saveAs('json')}>
              {t('receipts.saveJson')}
            </Button>
            <Button primary icon="download" busy={save.busy} onPress={() => void saveAs('csv')}>
              {t('receipts.saveCsv')}
            </Button>
          </>
        )
      }
    >
      {status !== undefined && <OutboxTabs current="/outbox/receipts" status={status} />}
      <FailureNote failure={save.failure} />
      <Sheet label={t('receipts.list')} flush>
        <Grid
          label={t('receipts.list')}
          rows={rows}
          columns={columns}
          rowId={(row) => row.itemId}
          rowLabel={(row) => `${row.workerName} ${row.year}`}
          filters={
            rows.total > 0 && <span className="quiet-text">{t('receipts.foot', { count: rows.total })}</span>
          }
          empty={
            <Empty icon="file" title={t('receipts.empty')}>
              {t('receipts.emptyWhat')}
            </Empty>
          }
        />
      </Sheet>
    </Page>
  );
}
