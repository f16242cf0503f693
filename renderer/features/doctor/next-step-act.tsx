// The button that leads to where the next step is taken: a page of the program, or the screen of the portal.
import { useTranslation } from 'react-i18next';
import type { Examination, Place } from '../../../preload/contract/doctor.ts';
import { useAppState } from '../../app-state.ts';
import { useAct, useCall } from '../../calls.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNote } from '../../ui/failure.tsx';
import { LinkButton } from '../../ui/link-button.tsx';

const screens = {
  chamanAccount: 'chaman',
  chamanRights: 'chaman',
  chamanCertificates: 'chaman',
  accessManagement: 'accessManagement',
  mahis: 'mahis',
  circleOfTrust: 'circleOfTrust',
} as const;

type Props = { where: Place | null; examination: Examination };

export function NextStepAct({ where, examination }: Props) {
  const { t } = useTranslation('doctor');
  const { account, employer } = examination;
  if (where === 'account' && account !== null)
    return <Way to={`/connection/accounts/${account.id}`} label={t('act.account')} />;
  if (where === 'certificate') return <Way to="/connection" label={t('act.certificate')} />;
  if (where === 'employer' && employer !== null)
    return <Way to={`/employers/${employer.id}`} label={t('act.employer')} />;
  if (where === 'addresses') return <AddressesWay />;
  const screen = where !== null && where in screens ? screens[where as keyof typeof screens] : null;
  return screen === null ? null : <PortalWay screen={screen} examination={examination} />;
}

const Way = ({ to, label }: { to: string; label: string }) => (
  <div className="row-of">
    <LinkButton to={to} next>
      {label}
    </LinkButton>
  </div>
);

/** Practice knows its own addresses: there is nothing to enter there. */
function AddressesWay() {
  const { t } = useTranslation('doctor');
  const practising = useAppState().environment.kind === 'practice';
  return (
    <Way to={practising ? '/settings/environment' : '/settings/going-live'} label={t('act.addresses')} />
  );
}

type Screen = (typeof screens)[keyof typeof screens];

function PortalWay({ screen, examination }: { screen: Screen; examination: Examination }) {
  const { t } = useTranslation('doctor');
  const practising = useAppState().environment.kind === 'practice';
  const practice = useAct('practice.openPage');
  const portal = useAct('app.openLink');
  const number = useEnterprise(examination);
  const open = (): void => {
    if (practising)
      void practice.run({ page: screen, ...(number === null ? {} : { enterpriseNumber: number }) });
    else void portal.run({ link: 'portal' });
  };
  return (
    <>
      <FailureNote failure={practice.failure ?? portal.failure} />
      <div className="row-of">
        <Button icon="link" busy={practice.busy || portal.busy} onPress={open}>
          {t(practising ? 'act.practice' : 'act.portal')}
        </Button>
      </div>
    </>
  );
}

/** Whose screen it is: the account's enterprise. */
function useEnterprise({ account }: Examination): string | null {
  const accounts = useCall('account.list', {});
  return accounts.data?.rows.find(({ id }) => id === account?.id)?.enterpriseNumber ?? null;
}
