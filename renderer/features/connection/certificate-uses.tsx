// Which accounts use a certificate, in which role, and the way to the renewal of each.
import { useTranslation } from 'react-i18next';
import type { Certificate } from '../../../preload/contract/certificates.ts';
import { LinkButton, TextLink } from '../../ui/link-button.tsx';
import { Sheet } from '../../ui/sheet.tsx';

export function CertificateUses({ certificate }: { certificate: Certificate }) {
  const { t } = useTranslation('certificate-life');
  if (certificate.usedBy.length === 0) {
    return (
      <Sheet title={t('uses.title')}>
        <p className="quiet-text">{t('uses.none')}</p>
      </Sheet>
    );
  }
  return (
    <Sheet title={t('uses.title')}>
      <ul className="record-list">
        {certificate.usedBy.map(({ accountId, name, role }) => (
          <li key={accountId}>
            <span className="record-title">
              <TextLink to={`/connection/accounts/${accountId}`}>{name}</TextLink>
            </span>
            <span className="quiet-text">{t(`roles.${role}`)}</span>
            <LinkButton small next to={`/connection/accounts/${accountId}/renewal`}>
              {t('uses.renew')}
              <span className="only-read-aloud">: {name}</span>
            </LinkButton>
          </li>
        ))}
      </ul>
    </Sheet>
  );
}
