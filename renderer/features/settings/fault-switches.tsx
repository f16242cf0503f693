// Bad luck that the practice services can be told to have.
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import type { faultSchema } from '../../../preload/contract/settings.ts';
import { useAct, useCall } from '../../calls.ts';
import { Button } from '../../ui/button.tsx';
import { CheckboxField } from '../../ui/choice-fields.tsx';
import { FailureNote } from '../../ui/failure.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { useToast } from '../../ui/toast.tsx';

type Fault = z.infer<typeof faultSchema>;

/** Amounts in the unit that the contract gives for each kind: milliseconds or seconds. */
const offered: Fault[] = [
  { kind: 'latency', amount: 500, every: 1 },
  { kind: 'tooManyRequests', amount: 2, every: 3 },
  { kind: 'serviceUnavailable', amount: 2, every: 3 },
  { kind: 'serverError', amount: 0, every: 3 },
  { kind: 'resetBeforeCommit', amount: 0, every: 3 },
  { kind: 'resetAfterCommit', amount: 0, every: 3 },
  { kind: 'halfBody', amount: 0, every: 3 },
  { kind: 'htmlInsteadOfJson', amount: 0, every: 3 },
  { kind: 'wrongJson', amount: 0, every: 3 },
  { kind: 'expireTokens', amount: 0, every: 3 },
  { kind: 'clockSkew', amount: 600, every: 1 },
];

export function FaultSwitches() {
  const { t } = useTranslation('settings');
  const toast = useToast();
  const current = useCall('practice.faults', {});
  const set = useAct('practice.setFaults');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => {
    if (current.data !== undefined) setChosen(new Set(current.data.faults.map((fault) => fault.kind)));
  }, [current.data]);
  const toggle = (kind: string): void => {
    const next = new Set(chosen);
    if (!next.delete(kind)) next.add(kind);
    setChosen(next);
  };
  const save = async (): Promise<void> => {
    const result = await set.run({ faults: offered.filter((fault) => chosen.has(fault.kind)) });
    if (result.ok) toast({ text: t('practice.faultsSaved', { count: chosen.size }) });
  };
  return (
    <Sheet title={t('practice.faultsTitle')} stacked>
      <p>{t('practice.faultsLead')}</p>
      <div className="choice-list">
        {offered.map((fault) => (
          <CheckboxField
            key={fault.kind}
            name={`fault-${fault.kind}`}
            label={t(`faults.${fault.kind}`)}
            checked={chosen.has(fault.kind)}
            onChange={() => toggle(fault.kind)}
          />
        ))}
      </div>
      <FailureNote failure={set.failure ?? current.error} />
      <div className="row-of">
        <Button busy={set.busy} onPress={() => void save()}>
          {t('practice.faultsSave')}
        </Button>
      </div>
    </Sheet>
  );
}
