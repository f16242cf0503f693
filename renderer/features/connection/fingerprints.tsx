// Fingerprints in groups of four, to be compared by eye with what Chaman shows.
import { useTranslation } from 'react-i18next';
import type { Certificate } from '../../../preload/contract/certificates.ts';
import { Facts } from '../../ui/facts.tsx';

/** Groups of four: `ABCD EF01 …`. */
export const groupedPrint = (fingerprint: string): string =>
  (fingerprint.replace(/[^0-9a-f]/gi, '').match(/.{1,4}/g) ?? []).join(' ').toUpperCase();

export function Fingerprints({ facts }: Pick<Certificate, 'facts'>) {
  const { t } = useTranslation('connection');
  return (
    <Facts
      facts={[
        { label: t('certificate.sha256'), value: <Print>{facts.fingerprintSha256}</Print> },
        { label: t('certificate.sha1'), value: <Print>{facts.fingerprintSha1}</Print> },
      ]}
    />
  );
}

function Print({ children }: { children: string }) {
  return <span className="reference address">{groupedPrint(children)}</span>;
}
