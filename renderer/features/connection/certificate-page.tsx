// One certificate that is kept: its verdict, facts and fingerprints; export, rename, remove.
import { useTranslation } from 'react-i18next';
import { useParams } from 'wouter';
import type { CallOutput } from '../../../preload/contract/index.ts';
import { useCall } from '../../calls.ts';
import { useFormats } from '../../i18n/formats.ts';
import { Facts } from '../../ui/facts.tsx';
import { ErrorState } from '../../ui/failure.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { Note } from '../../ui/note.tsx';
import { Page } from '../../ui/page.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Loading } from '../../ui/states.tsx';
import { CertificateActs } from './certificate-acts.tsx';
import { CertificateUses } from './certificate-uses.tsx';
import { CriteriaTable } from './criteria-table.tsx';
import { Fingerprints } from './fingerprints.tsx';
import { VerdictHead } from './verdict-head.tsx';

export default function CertificatePage() {
  const { t } = useTranslation('connection');
  const { id = '' } = useParams<{ id: string }>();
  const shown = useCall('certificate.show', { id });
  if (shown.data !== undefined) return <Shown shown={shown.data} />;
  return (
    <Page title={t('account.certificate')} reading>
      <Sheet label={t('certificate.facts')} flush>
        {shown.error === null ? (
          <Loading />
        ) : (
          <ErrorState failure={shown.error} onAgain={() => void shown.refetch()} />
        )}
      </Sheet>
    </Page>
  );
}

function Shown({ shown }: { shown: CallOutput<'certificate.show'> }) {
  const { t } = useTranslation('connection');
  const formats = useFormats();
  const { certificate, verdict } = shown;
  const { facts } = certificate;
  const date = formats.dayOf(certificate.addedAt, 'long');
  return (
    <Page
      title={certificate.name}
      lead={certificate.enterpriseName ?? undefined}
      reading
      acts={<CertificateActs certificate={certificate} />}
    >
      {!certificate.stored && <Note tone="bad">{t('certificate.goneNote')}</Note>}
      <VerdictHead
        below
        verdict={verdict}
        acts={
          verdict.verdict === 'usable' ? undefined : (
            <LinkButton primary to="/connection/generate">
              {t('certificate.renew')}
            </LinkButton>
          )
        }
      />
      <CertificateUses certificate={certificate} />
      <CriteriaTable verdict={verdict} />
      <Sheet title={t('certificate.facts')} stacked>
        <Facts
          facts={[
            { label: t('certificate.subject'), value: <span className="address">{facts.subject}</span> },
            { label: t('certificate.issuer'), value: <span className="address">{facts.issuer}</span> },
            {
              label: t('certificate.valid'),
              value: t('certificate.fromTo', {
                from: formats.dayOf(facts.notBefore, 'long'),
                to: formats.dayOf(facts.notAfter, 'long'),
              }),
            },
            { label: t('certificate.key'), value: `${facts.keyKind}, ${facts.signature}` },
            {
              label: t('certificate.serial'),
              value: <span className="reference address">{facts.serialNumber}</span>,
            },
            { label: t('certificate.origin'), value: t(`certificate.${certificate.origin}`, { date }) },
          ]}
        />
        <Fingerprints facts={facts} />
      </Sheet>
    </Page>
  );
}
