// The views of the Presences room.
import { useTranslation } from 'react-i18next';
import { useAppState } from '../../app-state.ts';
import { Tabs } from '../../ui/tabs.tsx';
import { today } from './real-day.ts';

/** `current` where the place says more than its view. */
export function RoomTabs({ current }: { current?: string }) {
  const { t } = useTranslation('presences');
  const { practiceDate } = useAppState();
  const remarks = useTranslation('presence-remarks');
  const planning = useTranslation('planning');
  const point = useTranslation('registration-point');
  const tabs = [
    { to: '/presences', label: t('tabs.day') },
    { to: '/presences/search', label: t('tabs.search') },
    { to: '/presences/remarks', label: remarks.t('tab') },
    { to: '/presences/planning', label: planning.t('tab') },
    { to: '/presences/works', label: t('tabs.works') },
    { to: '/presences/point', label: point.t('tab') },
  ];
  return (
    <>
      <Tabs tabs={tabs} label={t('tabs.label')} {...(current === undefined ? {} : { current })} />
      {practiceDate !== null && practiceDate !== today() && <p className="quiet-text">{t('realClock')}</p>}
    </>
  );
}
