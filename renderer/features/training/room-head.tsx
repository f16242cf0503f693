// The head of the room: deadline and counts in one line, and the views as tabs.
import { Trans, useTranslation } from 'react-i18next';
import { useEmployerId } from '../../app-state.ts';
import { useCall } from '../../calls.ts';
import { useFormats } from '../../i18n/formats.ts';
import { Tabs } from '../../ui/tabs.tsx';

export function useRoomCounts(year: number) {
  const employerId = useEmployerId();
  return useCall('training.counts', { employerId, year }, { keepPrevious: true });
}

/** The quarter whose term ends in the month of `deadline`: `2025-07-31` gives 2. */
const quarterBefore = (deadline: string): number => {
  const month = Number(deadline.slice(5, 7));
  return month <= 3 ? 4 : Math.ceil(month / 3) - 1;
};

export function RoomLead({ year }: { year: number }) {
  const { t } = useTranslation('training');
  const formats = useFormats();
  const counts = useRoomCounts(year).data;
  const today = useCall('today.list', {}).data;
  const deadline = today?.lines.find((line) => line.key === 'deadline')?.params['date'];
  return (
    <>
      {typeof deadline === 'string' && (
        <>
          <Trans
            t={t}
            i18nKey="leadDeadline"
            values={{
              quarter: t('quarter', { quarter: String(quarterBefore(deadline)) }),
              date: formats.day(deadline, 'dayMonth'),
            }}
            components={[<strong key="date" />]}
          />{' '}
        </>
      )}
      {counts !== undefined && t('lead', { workers: counts.workers, count: counts.all, toFix: counts.toFix })}
    </>
  );
}

export function RoomTabs({ year, current }: { year: number; current: string }) {
  const { t } = useTranslation('training');
  const account = useTranslation('training-account');
  const provider = useTranslation('training-provider');
  const rescue = useTranslation('rescue');
  const counts = useRoomCounts(year).data;
  const counted = (count: number | undefined) => (count === undefined ? {} : { count });
  return (
    <Tabs
      label={t('views')}
      current={current}
      tabs={[
        { to: '/training', label: t('tabs.all'), ...counted(counts?.all) },
        { to: '/training/to-fix', label: t('tabs.toFix'), ...counted(counts?.toFix) },
        { to: '/training/drafts', label: t('tabs.drafts'), ...counted(counts?.drafts) },
        { to: '/training/balance', label: t('tabs.balance') },
        { to: '/training/completeness', label: account.t('completeness.tab') },
        { to: '/training/certificates', label: account.t('ends.tab') },
        { to: '/training/deadlines', label: t('tabs.deadlines') },
        { to: '/training/from-providers', label: provider.t('tabs.filings') },
        { to: '/training/sessions', label: provider.t('tabs.sessions') },
        { to: '/training/rescue', label: rescue.t('tab') },
        { to: '/outbox', label: t('tabs.receipts') },
      ]}
    />
  );
}
