// The one thing to do next to be able to send: a certificate, an account, a check, or mending what the check found.
import { useTranslation } from 'react-i18next';
import type { Account } from '../../../preload/contract/accounts.ts';
import type { Certificate } from '../../../preload/contract/certificates.ts';
import { LinkButton } from '../../ui/link-button.tsx';
import { VerdictBox } from './verdict-head.tsx';

export function NextStep({ certificates, accounts }: { certificates: Certificate[]; accounts: Account[] }) {
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
            <LinkButton to="/connection/guide/new">{t('next.guide')}</LinkButton>
            <LinkButton primary to="/connection/certificate" next>
              {t('addCertificate')}
            </LinkButton>
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
            <LinkButton to="/connection/guide/new">{t('next.guide')}</LinkButton>
            <LinkButton primary to="/connection/account" next>
              {t('addAccount')}
            </LinkButton>
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
            {t('account.test')}
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
