// The head of the room: deadline and counts in one line, and the views as tabs in groups.
import { Trans, useTranslation } from 'react-i18next';
import { useEmployerId } from '../../app-state.ts';
import { useCall } from '../../calls.ts';
import { useFormats } from '../../i18n/formats.ts';
import { GroupedTabs } from '../../ui/tabs.tsx';
import { type RoomPlace, roomParts } from './room-views.ts';

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

export function RoomTabs({ year, current }: { year: number; current: RoomPlace }) {
  const { t } = useTranslation(['training', 'training-account', 'training-provider', 'rescue']);
  const counts = useRoomCounts(year).data;
  const counted = (figure: 'all' | 'toFix' | 'drafts' | null) =>
    figure === null || counts === undefined ? {} : { count: counts[figure] };
  return (
    <GroupedTabs
      label={t('training:views')}
      current={current}
      groups={roomParts.map((part) => ({
        label: t(part.title),
        ...counted(part.counted),
        tabs: part.views.map((view) => ({ to: view.to, label: t(view.title), ...counted(view.counted) })),
      }))}
    />
  );
}
