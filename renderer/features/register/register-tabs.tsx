// The views of the person register.
import { useTranslation } from 'react-i18next';
import { useEmployerId } from '../../app-state.ts';
import { useCall } from '../../calls.ts';
import { Tabs } from '../../ui/tabs.tsx';

/** `current` where the place says more than its view. */
export function RegisterTabs({ current }: { current?: string }) {
  const { t } = useTranslation(['register', 'cbss', 'register-feed']);
  const employerId = useEmployerId();
  const counts = useCall('register.counts', employerId === null ? {} : { employerId }).data;
  const events = useCall('register.numberEvents', { open: true }).data?.count ?? 0;
  const waiting = events + (counts === undefined ? 0 : counts.review + counts.pending);
  return (
    <Tabs
      label={t('tabs.label')}
      tabs={[
        { to: '/register', label: t('tabs.lines') },
        { to: '/register/review', label: t('tabs.review'), ...(waiting > 0 ? { count: waiting } : {}) },
        { to: '/register/feed', label: t('register-feed:tab') },
        { to: '/cbss', label: t('cbss:tabs.here') },
      ]}
      {...(current === undefined ? {} : { current })}
    />
  );
}
