// The columns of certificates that end, with the refresher that is planned from a row.
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import type { CertificateRow } from '../../../preload/contract/training-overviews.ts';
import { useAct } from '../../calls.ts';
import { useFormats } from '../../i18n/formats.ts';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import type { GridColumn } from '../../ui/grid-columns.ts';
import { useToast } from '../../ui/toast.tsx';

/** A certificate without a name bears that of its training. */
export const nameOf = (row: CertificateRow): string => row.certificateName.trim() || row.title;

/** `ofMany`: clients are told apart by a column of their own. */
export function useCertificateColumns(
  ofMany: boolean,
  plan: ReturnType<typeof usePlanRefresher>,
): GridColumn<CertificateRow>[] {
  const { t } = useTranslation('training-account');
  const formats = useFormats();
  const plain = (
    id: 'worker' | 'client' | 'training',
    text_: (row: CertificateRow) => string,
  ): GridColumn<CertificateRow> => ({ id, header: t(`ends.columns.${id}`), cell: text_, text: text_ });
  return [
    {
      ...plain('worker', (row) => row.workerName),
      cell: (row) => <Link href={`/workers/${row.workerId}`}>{row.workerName}</Link>,
    },
    ...(ofMany ? [plain('client', (row: CertificateRow) => row.employerName)] : []),
    {
      id: 'certificate',
      header: t('ends.columns.certificate'),
      clip: true,
      cell: (row) => <Link href={`/training/${row.trainingId}`}>{nameOf(row)}</Link>,
      text: nameOf,
    },
    { ...plain('training', (row) => row.title), hidden: true },
    {
      id: 'until',
      header: t('ends.columns.until'),
      end: true,
      cell: (row) => formats.day(row.validUntil),
      text: (row) => formats.day(row.validUntil),
    },
    {
      id: 'standing',
      header: t('ends.columns.standing'),
      cell: ({ daysLeft: days }) => (
        <Chip
          tone={days < 0 ? 'bad' : days <= 40 ? 'warn' : 'plain'}
          {...(days > 40 ? { icon: 'planned' as const } : {})}
        >
          {days < 0 ? t('ends.over', { days: -days }) : t('ends.left', { days })}
        </Chip>
      ),
      text: ({ daysLeft }) => String(daysLeft),
    },
    {
      id: 'next',
      header: t('ends.columns.next'),
      cell: (row) =>
        row.plannedId === null ? (
          <Button
            small
            icon="plus"
            label={t('ends.planFor', { worker: row.workerName, certificate: nameOf(row) })}
            busy={plan.busy}
            onPress={() => void plan.run(row.trainingId)}
          >
            {t('ends.plan')}
          </Button>
        ) : (
          <Link href={`/training/${row.plannedId}`}>{t('ends.isPlanned')}</Link>
        ),
      text: (row) => (row.plannedId === null ? '' : t('ends.isPlanned')),
    },
  ];
}

/** Makes the draft and opens it, so that its days are filled in at once. */
export function usePlanRefresher() {
  const { t } = useTranslation('training-account');
  const toast = useToast();
  const [, go] = useLocation();
  const act = useAct('trainingAccount.planRefresher');
  const run = async (trainingId: string): Promise<void> => {
    const result = await act.run({ trainingId });
    if (!result.ok) return;
    toast({ text: t('ends.planned') });
    go(`/training/${result.value.id}`);
  };
  return { run, go, busy: act.busy, failure: act.failure };
}
