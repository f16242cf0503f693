// When a worker-year leaves: not before a day, held back, before or after the others; also for all that waits of a client.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutboxItem } from '../../../preload/contract/outbox.ts';
import { useAct } from '../../calls.ts';
import { Button } from '../../ui/button.tsx';
import { CheckboxField, SelectField } from '../../ui/choice-fields.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { FailureNote } from '../../ui/failure.tsx';
import { useToast } from '../../ui/toast.tsx';

const orders = { '1': 'first', '0': 'usual', '-1': 'last' } as const;

export function ItemPlan({ item }: { item: OutboxItem }) {
  const { t } = useTranslation('outbox-plan');
  const toast = useToast();
  const plan = useAct('outbox.plan');
  const [wholeClient, setWholeClient] = useState(false);
  const change = async (what: {
    notBefore?: string | null;
    held?: boolean;
    priority?: number;
  }): Promise<void> => {
    const whom = wholeClient ? { employerId: item.employerId } : { ids: [item.id] };
    const done = await plan.run({ ...whom, ...what });
    if (done.ok) toast({ text: t('plan.planned', { count: done.value.planned }) });
  };
  return (
    <div>
      <h3>{t('plan.title')}</h3>
      <FailureNote failure={plan.failure} />
      <div className="panel">
        <CheckboxField
          name="wholeClient"
          label={t('plan.forClient')}
          checked={wholeClient}
          onChange={(event) => setWholeClient(event.target.checked)}
        />
        <DateField
          name="notBefore"
          label={t('plan.notBefore')}
          value={item.notBefore}
          onChange={(notBefore, typed) => {
            // What cannot be read is said at the field, and plans nothing.
            if (notBefore !== null || typed === '') void change({ notBefore });
          }}
        />
        <SelectField
          name="priority"
          label={t('plan.priority')}
          value={String(item.priority)}
          choices={(['1', '0', '-1'] as const).map((value) => ({
            value: value as string,
            label: t(`plan.priorities.${orders[value]}`),
          }))}
          onChange={(event) => void change({ priority: Number(event.target.value) })}
        />
        <div className="row-of">
          <Button
            small
            icon={item.held ? 'play' : 'pause'}
            busy={plan.busy}
            onPress={() => void change({ held: !item.held })}
          >
            {item.held ? t('plan.release') : t('plan.held')}
          </Button>
        </div>
      </div>
    </div>
  );
}
