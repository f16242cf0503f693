// First question of the account wizard: certificate, quality, enterprise and a name.
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { Certificate } from '../../../preload/contract/certificates.ts';
import { parseEnterpriseNumber } from '../../../preload/rules/identifiers/enterprise-number.ts';
import { useCall } from '../../calls.ts';
import { useFormats } from '../../i18n/formats.ts';
import { RadioGroup, SelectField } from '../../ui/choice-fields.tsx';
import { FailureNote } from '../../ui/failure.tsx';
import { useErrorOf } from '../../ui/field.tsx';
import { IdentifierField } from '../../ui/identifier-field.tsx';
import { TextLink } from '../../ui/link-button.tsx';
import { Note } from '../../ui/note.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { AccountAdvice } from './account-advice.tsx';
import type { AccountDraft } from './account-draft.ts';
import { RightsField } from './account-rights.tsx';

const qualities = ['employerNsso', 'socialSecretariat', 'serviceProvider', 'trainingProvider'] as const;

type AccountWhoProps = {
  draft: AccountDraft;
  put: (change: Partial<AccountDraft>) => void;
};

/** Certificates that can sign: those that break a criterion would be refused at the first check. */
export const canSign = (certificate: Certificate): boolean =>
  certificate.verdict !== 'notUsable' && certificate.stored;

export function AccountWho({ draft, put }: AccountWhoProps) {
  const errorOf = useErrorOf();
  const { t } = useTranslation(['connection', 'accounts']);
  const formats = useFormats();
  const certificates = useCall('certificate.list', {});
  const usable = (certificates.data?.rows ?? []).filter(canSign);
  // What the certificate already says need not be typed again; what was typed stays.
  const choose = (certificateId: string): void => {
    const chosen = usable.find((one) => one.id === certificateId);
    put({
      certificateId,
      enterpriseNumber: draft.enterpriseNumber || formats.enterpriseNumber(chosen?.enterpriseNumber ?? ''),
      enterpriseName: draft.enterpriseName || (chosen?.enterpriseName ?? ''),
      name: draft.name || (chosen?.enterpriseName ?? '').slice(0, 120),
    });
  };
  // The one certificate that can sign for this enterprise needs no choosing.
  const ours = usable.filter((one) => one.enterpriseNumber === parseEnterpriseNumber(draft.enterpriseNumber));
  const only = ours.length === 1 && draft.certificateId === '' ? ours[0]?.id : undefined;
  useEffect(() => {
    if (only !== undefined) put({ certificateId: only });
  }, [only, put]);
  return (
    <>
      <h1>{t('account.whoQuestion')}</h1>
      {certificates.data !== undefined && usable.length === 0 && (
        <Note tone="warn">
          {t('account.noCertificate')} <TextLink to="/connection/certificate">{t('addCertificate')}</TextLink>
        </Note>
      )}
      <FailureNote failure={certificates.error} />
      <div className="form">
        <SelectField
          name="certificateId"
          label={t('account.certificate')}
          error={errorOf('certificateId')}
          choices={[
            { value: '', label: t('account.certificateChoose') },
            ...usable.map((one) => ({ value: one.id, label: one.name })),
          ]}
          value={draft.certificateId}
          onChange={(event) => choose(event.target.value)}
        />
        <RadioGroup
          name="quality"
          label={t('account.quality')}
          error={errorOf('quality')}
          choices={qualities.map((value) => ({
            value,
            label: t(`accounts:qualities.${value}`),
            hint: t(`account.qualityHint.${value}`),
          }))}
          value={draft.quality}
          onChange={(quality) => put({ quality })}
        />
        <IdentifierField
          kind="enterpriseNumber"
          name="enterpriseNumber"
          value={draft.enterpriseNumber}
          error={errorOf('enterpriseNumber')}
          onChange={(event) => put({ enterpriseNumber: event.target.value })}
        />
        <TextField
          name="enterpriseName"
          label={t('generate.enterpriseName')}
          maxLength={200}
          value={draft.enterpriseName}
          error={errorOf('enterpriseName')}
          onChange={(event) => put({ enterpriseName: event.target.value })}
        />
        <TextField
          name="name"
          label={t('account.name')}
          hint={t('account.nameHint')}
          maxLength={100}
          value={draft.name}
          error={errorOf('name')}
          onChange={(event) => put({ name: event.target.value })}
        />
        <RightsField ticked={draft.rights} onTick={(rights) => put({ rights })} />
        <AccountAdvice draft={draft} />
      </div>
    </>
  );
}
