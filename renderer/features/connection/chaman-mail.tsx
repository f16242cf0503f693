// A ready e-mail to whoever manages Chaman, with the fingerprint to compare; the .cer file goes with it by hand.
import { useTranslation } from 'react-i18next';
import { useCall } from '../../calls.ts';
import { TextField } from '../../ui/text-field.tsx';
import type { AccountDraft } from './account-draft.ts';

export function ChamanMail({ draft }: { draft: AccountDraft }) {
  const { t } = useTranslation(['connection', 'accounts']);
  const certificates = useCall('certificate.list', {});
  const certificate = certificates.data?.rows.find((one) => one.id === draft.certificateId);
  const text = t('chaman.mailBody', {
    enterprise: draft.enterpriseName,
    number: draft.enterpriseNumber,
    quality: draft.quality === null ? '' : t(`accounts:qualities.${draft.quality}`),
    name: draft.name,
    fingerprint: certificate?.facts.fingerprintSha256 ?? '',
  });
  return (
    <div className="form">
      <TextField
        key={text}
        name="mail"
        label={t('chaman.mail')}
        hint={t('chaman.mailHint')}
        lines={10}
        defaultValue={text}
      />
    </div>
  );
}
