// The doctor over the addresses only: whether each can be reached and who stands at its end.

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../../../preload/contract/index.ts';
import { useAct } from '../../calls.ts';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { FailureNote } from '../../ui/failure.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { LinkTable, linkLooks } from '../doctor/link-table.tsx';

type Hosts = CallOutput<'doctor.addresses'>['hosts'];

export function AddressCheck({ environment }: { environment: string }) {
  const { t } = useTranslation(['going-live', 'doctor']);
  const check = useAct('doctor.addresses');
  const [hosts, setHosts] = useState<Hosts>([]);
  const run = async (): Promise<void> => {
    const result = await check.run({ environment });
    if (result.ok) setHosts(result.value.hosts);
  };
  return (
    <Sheet title={t('tested')} stacked>
      <div role="status" className="panel">
        {hosts.map(({ host, outcome, links }) => (
          <section key={host} aria-label={host}>
            <h3 className="address">
              {host} <Chip {...linkLooks[outcome]}>{t(`doctor:outcomes.${outcome}`)}</Chip>
            </h3>
            <LinkTable links={links} caption={host} />
          </section>
        ))}
      </div>
      <FailureNote failure={check.failure} />
      <div className="row-of">
        <Button icon={hosts.length === 0 ? 'plug' : 'again'} busy={check.busy} onPress={() => void run()}>
          {t('test')}
        </Button>
      </div>
    </Sheet>
  );
}
