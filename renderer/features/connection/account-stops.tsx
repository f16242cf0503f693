// The ways to stop with an account: a right for a service, its certificate, or all of it.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Account } from '../../../preload/contract/accounts.ts';
import { rightsOf, services } from '../../../preload/contract/services.ts';
import { Menu } from '../../ui/menu.tsx';
import { StopDialog, type StopSubject } from '../employers/stop-dialog.tsx';

export function AccountStops({ account }: { account: Account }) {
  const { t } = useTranslation(['connection', 'routes']);
  const [subject, setSubject] = useState<StopSubject | null>(null);
  const held = services.filter((service) =>
    rightsOf[service].some((set) => set.some((right) => account.rights.includes(right))),
  );
  return (
    <>
      <Menu
        label={t('account.stopping')}
        small={false}
        acts={[
          ...held.map((service) => ({
            id: service,
            label: `${t('account.stopRight')}: ${t(`routes:services.${service}`)}`,
            onAct: () => setSubject({ kind: 'right', account, service }),
          })),
          ...(account.certificateId === null
            ? []
            : [
                {
                  id: 'certificate',
                  label: t('account.stopCertificate'),
                  onAct: () => setSubject({ kind: 'certificate', account }),
                },
              ]),
          {
            id: 'account',
            label: t('account.closeAct'),
            onAct: () => setSubject({ kind: 'account', account }),
          },
        ]}
      />
      {subject !== null && (
        <StopDialog subject={subject} name={account.name} onClose={() => setSubject(null)} />
      )}
    </>
  );
}
