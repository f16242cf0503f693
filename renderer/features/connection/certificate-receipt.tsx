// The receipt of a certificate that was kept or made: what happened, what is next, what is still unknown.
import { useTranslation } from 'react-i18next';
import { useCall } from '../../calls.ts';
import { useFormats } from '../../i18n/formats.ts';
import { Chip } from '../../ui/chip.tsx';
import { ErrorState } from '../../ui/failure.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Loading } from '../../ui/states.tsx';
import { Receipt } from '../../wizard/receipt.tsx';
import { emptyAccount } from './account-draft.ts';
import { ExportButtons } from './export-buttons.tsx';
import { Fingerprints } from './fingerprints.tsx';
import { proposeDraft } from './wizard-drafts.ts';

export function CertificateReceipt({ id, made = false }: { id: string; made?: boolean }) {
  const { t } = useTranslation('connection');
  const formats = useFormats();
  const shown = useCall('certificate.show', { id }, { enabled: id !== '' });
  if (shown.data === undefined) {
    return shown.error === null ? (
      <Loading />
    ) : (
      <ErrorState failure={shown.error} onAgain={() => void shown.refetch()} />
    );
  }
  const { certificate } = shown.data;
  return (
    <>
      <Receipt
        title={t(made ? 'receipt.made' : 'receipt.kept')}
        when={formats.moment(certificate.addedAt)}
        what={t('receipt.what', {
          name: certificate.name,
          date: formats.dayOf(certificate.facts.notAfter, 'long'),
        })}
        next={[t('receipt.export'), t('receipt.chaman'), t('receipt.compare')]}
        unknown={
          <>
            <Chip tone="warn" icon="unknown">
              {t('receipt.unknownChip')}
            </Chip>{' '}
            {t('receipt.unknown')}
          </>
        }
      />
      <Sheet title={t('receipt.fingerprints')}>
        <Fingerprints facts={certificate.facts} />
      </Sheet>
    </>
  );
}

/** Back to the guide that is under way for this enterprise, else on to the account with what the certificate says. */
export function CertificateReceiptActs({ id }: { id: string }) {
  const { t } = useTranslation('connection');
  const shown = useCall('certificate.show', { id }, { enabled: id !== '' });
  const guides = useCall('guide.list', { finished: false });
  const certificate = shown.data?.certificate;
  const number = certificate?.enterpriseNumber ?? '';
  const guide = guides.data?.rows.find(
    (one) => number !== '' && one.enterpriseNumber === number && one.finishedAt === null,
  );
  const propose = (): void => {
    const name = certificate?.enterpriseName ?? '';
    proposeDraft('account', {
      ...emptyAccount,
      certificateId: id,
      enterpriseNumber: number,
      enterpriseName: name,
      name: name.slice(0, 100),
    });
  };
  return (
    <>
      {guide === undefined ? (
        <LinkButton primary to="/connection/account" onFollow={propose}>
          {t('receipt.onward')}
        </LinkButton>
      ) : (
        <LinkButton primary to={`/connection/guide/${guide.id}`}>
          {t('receipt.toGuide')}
        </LinkButton>
      )}
      <ExportButtons id={id} />
    </>
  );
}
