// The one thing to do next to be able to send: a certificate, an account, a check, or mending what the check found.
import { useTranslation } from 'react-i18next';
import type { Account } from '../../../preload/contract/accounts.ts';
import type { Certificate } from '../../../preload/contract/certificates.ts';
import type { CallOutput } from '../../../preload/contract/index.ts';
import { LinkButton } from '../../ui/link-button.tsx';
import { VerdictBox } from './verdict-head.tsx';

type NextStepProps = {
  certificates: Certificate[];
  accounts: Account[];
  /** A guide that was begun and has a step left. */
  guide: CallOutput<'guide.list'>['rows'][number] | null;
};

export function NextStep({ certificates, accounts, guide }: NextStepProps) {
  const { t } = useTranslation('connection');
  const usable = certificates.some((one) => one.verdict !== 'notUsable' && one.stored && one.daysLeft >= 0);
  const broken = accounts.find((one) => one.lastCheck?.outcome === 'failed');
  const unchecked = accounts.find((one) => one.lastCheck === null);
  if (!usable) {
    return (
      <VerdictBox
        below
        tone="warn"
        icon="warn"
        title={t('next.certificate.title')}
        acts={
          <>
            <LinkButton to="/connection/certificate">{t('addCertificate')}</LinkButton>
            <ToGuide guide={guide} />
          </>
        }
      >
        {t('next.certificate.what')}
      </VerdictBox>
    );
  }
  if (accounts.length === 0) {
    return (
      <VerdictBox
        below
        tone="warn"
        icon="warn"
        title={t('next.account.title')}
        acts={
          <>
            <LinkButton to="/connection/account">{t('addAccount')}</LinkButton>
            <ToGuide guide={guide} />
          </>
        }
      >
        {t('next.account.what')}
      </VerdictBox>
    );
  }
  if (broken !== undefined) {
    return (
      <VerdictBox
        below
        tone="bad"
        icon="refused"
        title={t('next.mend.title')}
        acts={
          <LinkButton primary to={`/connection/accounts/${broken.id}`} next>
            {t('next.mend.act')}
          </LinkButton>
        }
      >
        {t('next.mend.what', { name: broken.name })}
      </VerdictBox>
    );
  }
  if (unchecked !== undefined) {
    return (
      <VerdictBox
        below
        tone="warn"
        icon="warn"
        title={t('next.check.title')}
        acts={
          <LinkButton primary to={`/connection/accounts/${unchecked.id}`} next>
            {t('next.check.act')}
          </LinkButton>
        }
      >
        {t('next.check.what')}
      </VerdictBox>
    );
  }
  return (
    <VerdictBox below tone="ok" icon="check-ring" title={t('next.fine.title')}>
      {t('next.fine.what')}
    </VerdictBox>
  );
}

/** Who is new is led: the guide that was begun, else the first question of one. */
function ToGuide({ guide }: Pick<NextStepProps, 'guide'>) {
  const { t } = useTranslation('connection');
  return (
    <LinkButton primary next to={guide === null ? '/connection/guide/new' : `/connection/guide/${guide.id}`}>
      {t(guide === null ? 'next.guide' : 'next.guideOn')}
    </LinkButton>
  );
}
