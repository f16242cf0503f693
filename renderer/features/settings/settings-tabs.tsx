// The three views of Settings; the practice one only where there is a practice environment.
import { useTranslation } from 'react-i18next';
import { useAppState } from '../../app-state.ts';
import { Tabs } from '../../ui/tabs.tsx';

export function SettingsTabs() {
  const { t } = useTranslation(['settings', 'going-live', 'services', 'register']);
  const practising = useAppState().environment.kind === 'practice';
  return (
    <Tabs
      label={t('tabs.label')}
      tabs={[
        { to: '/settings', label: t('tabs.person') },
        { to: '/settings/environment', label: t('tabs.environment') },
        { to: '/settings/going-live', label: t('going-live:tab') },
        { to: '/settings/services', label: t('services:tab') },
        { to: '/settings/register', label: t('register:settingsTab') },
        ...(practising ? [{ to: '/settings/practice', label: t('tabs.practice') }] : []),
      ]}
    />
  );
}
