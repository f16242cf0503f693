// The columns of the receipts: worker-years and sessions in one list.
import { useTranslation } from 'react-i18next';
import type { Receipt } from '../../../preload/contract/outbox-plan.ts';
import { useFormats } from '../../i18n/formats.ts';
import type { GridColumn } from '../../ui/grid-columns.ts';
import { ResultStateChip } from './state-chip.tsx';

export function useReceiptColumns(onOpen: (id: string) => void): GridColumn<Receipt>[] {
  const { t } = useTranslation(['outbox', 'outbox-plan']);
  const formats = useFormats();
  const answered = (row: Receipt): string => formats.moment(row.answeredAt);
  const about = (row: Receipt): string => row.workerName || row.title;
  const kind = (row: Receipt): string => t(`outbox-plan:receipts.kinds.${row.kind}`);
  const hash = (id: 'request' | 'answer', of: (row: Receipt) => string): GridColumn<Receipt> => ({
    id,
    header: t(`outbox-plan:receipts.${id}`),
    // The beginning is enough to compare by eye; the whole one goes along when it is copied or saved.
    cell: (row) => <span className="number">{of(row).slice(0, 12)}…</span>,
    text: of,
  });
  return [
    {
      id: 'about',
      header: t('outbox-plan:approval.what'),
      cell: (row) => (
        <button type="button" className="row-name" tabIndex={-1} onClick={() => onOpen(row.id)}>
          {about(row)}
        </button>
      ),
      text: about,
      clip: true,
    },
    {
      id: 'employer',
      header: t('outbox-plan:approval.owner'),
      cell: (row) => row.employerName,
      text: (row) => row.employerName,
      quiet: true,
    },
    {
      id: 'year',
      header: t('outbox:columns.year'),
      cell: (row) => row.year,
      text: (row) => String(row.year),
      end: true,
    },
    { id: 'kind', header: t('outbox-plan:receipts.kind'), cell: kind, text: kind },
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
