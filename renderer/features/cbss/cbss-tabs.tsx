// The views of the connection to the Crossroads Bank.
import { useTranslation } from 'react-i18next';
import { Tabs } from '../../ui/tabs.tsx';

export function CbssTabs() {
  const { t } = useTranslation('cbss');
  return (
    <Tabs
      label={t('tabs.label')}
      tabs={[
        { to: '/register', label: t('tabs.register') },
        { to: '/cbss', label: t('tabs.access') },
        { to: '/cbss/search', label: t('tabs.search') },
        { to: '/cbss/create', label: t('tabs.create') },
        { to: '/cbss/correct', label: t('tabs.correct') },
        { to: '/cbss/subscriptions', label: t('tabs.subscriptions') },
        { to: '/cbss/workbench', label: t('tabs.workbench') },
        { to: '/cbss/exchanges', label: t('tabs.exchanges') },
      ]}
    />
  );
}
