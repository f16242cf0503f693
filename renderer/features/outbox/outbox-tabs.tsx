// The views of the outbox: by state, what waits for a second person where one is asked for, and the receipts.
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../../../preload/contract/index.ts';
import { Tabs } from '../../ui/tabs.tsx';
import { countOf, pathOf, views } from './outbox-views.ts';

type OutboxTabsProps = { current: string; status: CallOutput<'outbox.status'> };

export function OutboxTabs({ current, status }: OutboxTabsProps) {
  const { t } = useTranslation(['outbox', 'outbox-plan']);
  const approval = status.approvalRequired
    ? [
        {
          to: '/outbox/approval',
          label: t('outbox-plan:approval.tab'),
          count: status.waitsForApproval,
        },
      ]
    : [];
  return (
    <Tabs
      label={t('outbox:tabs.label')}
      current={current}
      tabs={[
        ...views.map(({ id }) => ({
          to: pathOf(id),
          label: t(`outbox:tabs.${id}`),
          count: countOf(id, status.counts),
        })),
        ...approval,
        { to: '/outbox/receipts', label: t('outbox-plan:receipts.tab') },
      ]}
    />
  );
}
