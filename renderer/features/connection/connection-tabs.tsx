// The views of the Connection room: what there is, the way there, until when it counts, what is broken, what was said.
import { useTranslation } from 'react-i18next';
import { Tabs } from '../../ui/tabs.tsx';

export type ConnectionTab =
  | '/connection'
  | '/connection/guide'
  | '/connection/life'
  | '/connection/doctor'
  | '/connection/exchanges';

/** `current` where the place is one of the tab's own, such as one guide among the guides. */
export function ConnectionTabs({ current }: { current?: ConnectionTab }) {
  const { t } = useTranslation('connection');
  return (
    <Tabs
      label={t('tabs.label')}
      {...(current === undefined ? {} : { current })}
      tabs={[
        { to: '/connection', label: t('tabs.overview') },
        { to: '/connection/guide', label: t('tabs.guide') },
        { to: '/connection/life', label: t('tabs.life') },
        { to: '/connection/doctor', label: t('tabs.doctor') },
        { to: '/connection/exchanges', label: t('tabs.exchanges') },
      ]}
    />
  );
}
