// The certificates that are kept: whether each may be used, until when, and who uses it.
import { useTranslation } from 'react-i18next';
import type { Certificate } from '../../../preload/contract/certificates.ts';
import { useFormats } from '../../i18n/formats.ts';
import { Chip } from '../../ui/chip.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Empty } from '../../ui/states.tsx';

const tones = { usable: 'ok', usableUntil: 'warn', notUsable: 'bad' } as const;

export function CertificateChip({ certificate }: { certificate: Certificate }) {
  const { t } = useTranslation('connection');
  if (!certificate.stored) return <Chip tone="bad">{t('certificates.gone')}</Chip>;
  return <Chip tone={tones[certificate.verdict]}>{t(`certificates.${certificate.verdict}`)}</Chip>;
}

export function CertificateList({ certificates }: { certificates: Certificate[] }) {
  const { t } = useTranslation('connection');
  return (
    <Sheet title={t('certificates.title')} flush>
      {certificates.length === 0 ? (
        <Empty slim icon="shield" title={t('certificates.none')}>
          {t('certificates.noneWhat')}
        </Empty>
      ) : (
        <ul>
          {certificates.map((one) => (
            <CertificateLine key={one.id} certificate={one} />
          ))}
        </ul>
      )}
    </Sheet>
  );
}

function CertificateLine({ certificate }: { certificate: Certificate }) {
  const { t } = useTranslation('connection');
  const formats = useFormats();
  const date = formats.dayOf(certificate.facts.notAfter, 'long');
  const until =
    certificate.daysLeft < 0
      ? t('certificates.ended', { date })
      : t('certificates.until', { date, days: certificate.daysLeft });
  return (
    <li className="task">
      <CertificateChip certificate={certificate} />
      <div>
        <div className="what">{certificate.name}</div>
        <div className="who">{until}</div>
        <div className="who">{t('certificates.usedBy', { count: certificate.usedBy.length })}</div>
      </div>
      <div className="do">
        <LinkButton small next to={`/connection/certificates/${certificate.id}`}>
          {t('certificates.open')}
          <span className="only-read-aloud">: {certificate.name}</span>
        </LinkButton>
      </div>
    </li>
  );
}
