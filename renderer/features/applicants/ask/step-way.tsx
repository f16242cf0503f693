// The way to where a step is put in order: a page of the program, or the screen of the portal.
import { useTranslation } from 'react-i18next';
import { type EnterpriseNumber, enterpriseNumberSchema } from '../../../../preload/contract/values.ts';
import { useAppState } from '../../../app-state.ts';
import { useAct } from '../../../calls.ts';
import { Button } from '../../../ui/button.tsx';
import { FailureNote } from '../../../ui/failure.tsx';
import { TextLink } from '../../../ui/link-button.tsx';
import type { ReadyStep } from './readiness.tsx';

const screens = {
  circleOfTrust: 'circleOfTrust',
  mandatesRight: 'chaman',
  dataRight: 'chaman',
  mandate: 'mahis',
} as const;

type StepWayProps = { step: ReadyStep['step']; employerId: string; enterpriseNumber: string };

export function StepWay({ step, employerId, enterpriseNumber }: StepWayProps) {
  const { t } = useTranslation('applicants');
  if (step === 'enterpriseNumber' || step === 'route')
    return <TextLink to={`/employers/${employerId}`}>{t('ask.ready.go.employer')}</TextLink>;
  if (step === 'address' || step === 'linkTemplate')
    return <TextLink to="/settings/going-live">{t('ask.ready.go.settings')}</TextLink>;
  return (
    <PortalWay screen={screens[step]} number={enterpriseNumberSchema.safeParse(enterpriseNumber).data} />
  );
}

type PortalWayProps = {
  screen: (typeof screens)[keyof typeof screens];
  number: EnterpriseNumber | undefined;
};

function PortalWay({ screen, number }: PortalWayProps) {
  const { t } = useTranslation('applicants');
  const practising = useAppState().environment.kind === 'practice';
  const practice = useAct('practice.openPage');
  const portal = useAct('app.openLink');
  const open = (): void => {
    if (practising)
      void practice.run({ page: screen, ...(number === undefined ? {} : { enterpriseNumber: number }) });
    else void portal.run({ link: 'portal' });
  };
  return (
    <>
      <Button small icon="link" busy={practice.busy || portal.busy} onPress={open}>
        {t(practising ? 'ask.ready.go.practice' : 'ask.ready.go.portal')}
      </Button>
      <FailureNote failure={practice.failure ?? portal.failure} />
    </>
  );
}
