// What is known of an account: enterprise, quality, environment, client id, certificate, rights and scopes.
import { useTranslation } from 'react-i18next';
import type { Account } from '../../../preload/contract/accounts.ts';
import { rightLabels, type Service } from '../../../preload/contract/services.ts';
import { useAppState } from '../../app-state.ts';
import { useFormats } from '../../i18n/formats.ts';
import { Facts } from '../../ui/facts.tsx';
import { TextLink } from '../../ui/link-button.tsx';

export function AccountFacts({ account }: { account: Account }) {
  const { t } = useTranslation(['connection', 'accounts', 'routes', 'shell']);
  const formats = useFormats();
  const { environment } = useAppState();
  const { certificateId, certificateName, lastCheck, rights } = account;
  const scopes = Object.entries(account.scopes) as [Service, string][];
  return (
    <Facts
      facts={[
        {
          label: t('certificate.enterprise'),
          value: `${account.enterpriseName} ${formats.enterpriseNumber(account.enterpriseNumber)}`,
        },
        { label: t('account.qualityFact'), value: t(`accounts:qualities.${account.quality}`) },
        { label: t('account.environment'), value: t(`shell:environments.${environment.kind}`) },
        {
          label: t('account.clientId'),
          value: <span className="reference address">{account.clientId}</span>,
        },
        {
          label: t('account.certificate'),
          value:
            certificateId === null ? (
              t('certificates.none')
            ) : (
              <TextLink to={`/connection/certificates/${certificateId}`}>{certificateName}</TextLink>
            ),
        },
        {
          label: t('account.rights'),
          value:
            rights.length === 0 ? (
              t('account.rightsNone')
            ) : (
              <ul className="plain-list" lang="nl">
                {rights.map((right) => (
                  <li key={right}>{rightLabels[right]}</li>
                ))}
              </ul>
            ),
        },
        {
          label: t('account.scopes'),
          value:
            scopes.length === 0 ? (
              t('account.scopePublished')
            ) : (
              <ul className="plain-list">
                {scopes.map(([service, scope]) => (
                  <li key={service}>
                    {t(`routes:services.${service}`)}: <span className="reference address">{scope}</span>
                  </li>
                ))}
              </ul>
            ),
        },
        { label: t('account.served'), value: account.employers },
        {
          label: t('account.lastCheck'),
          value: lastCheck === null ? t('accounts.unchecked') : formats.moment(lastCheck.at),
        },
      ]}
    />
  );
}
