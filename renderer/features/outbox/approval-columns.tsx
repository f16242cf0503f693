// The columns of what waits for a second person: worker-years and sessions in one list.
import { useTranslation } from 'react-i18next';
import type { ApprovalRow } from '../../../preload/contract/outbox-plan.ts';
import { useFormats } from '../../i18n/formats.ts';
import type { GridColumn } from '../../ui/grid-columns.ts';

export function useApprovalColumns(): GridColumn<ApprovalRow>[] {
  const { t } = useTranslation(['outbox', 'outbox-plan']);
  const formats = useFormats();
  const prepared = (row: ApprovalRow): string => row.preparedBy || t('outbox-plan:approval.nobody');
  const at = (row: ApprovalRow): string => formats.moment(row.preparedAt);
  const kind = (row: ApprovalRow): string =>
    t(`outbox-plan:approval.subjects.${row.withdraw ? 'withdrawal' : row.subject}`);
  const given = (row: ApprovalRow): string => row.given.join(', ');
  return [
    {
      id: 'title',
      header: t('outbox-plan:approval.what'),
      cell: (row) => row.title,
      text: (row) => row.title,
      clip: true,
    },
    { id: 'kind', header: t('outbox-plan:approval.kind'), cell: kind, text: kind },
    {
      id: 'owner',
      header: t('outbox-plan:approval.owner'),
      cell: (row) => row.owner,
      text: (row) => row.owner,
      quiet: true,
    },
    {
      id: 'year',
      header: t('outbox:columns.year'),
      cell: (row) => row.year ?? '',
      text: (row) => String(row.year ?? ''),
      end: true,
    },
    {
      id: 'count',
      header: t('outbox-plan:approval.count'),
      cell: (row) => formats.number(row.count),
      text: (row) => String(row.count),
      end: true,
      hidden: true,
    },
    { id: 'prepared', header: t('outbox-plan:approval.preparedBy'), cell: prepared, text: prepared },
    { id: 'given', header: t('outbox-plan:approval.given'), cell: given, text: given },
    { id: 'at', header: t('outbox-plan:approval.prepared'), cell: at, text: at, quiet: true, hidden: true },
  ];
}
