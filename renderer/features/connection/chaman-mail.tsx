// A ready e-mail to whoever manages Chaman, in that person's language; the .cer file goes with it by hand.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { rightLabels } from '../../../preload/contract/services.ts';
import { type Language, languages } from '../../../preload/contract/values.ts';
import { listed } from '../../../preload/rules/guide/guide-words.ts';
import { useCall } from '../../calls.ts';
import { useFormats } from '../../i18n/formats.ts';
import { languageNames } from '../../i18n/languages.ts';
import { SelectField } from '../../ui/choice-fields.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { AccountDraft } from './account-draft.ts';

export function ChamanMail({ draft }: { draft: AccountDraft }) {
  const { t, i18n } = useTranslation('connection');
  const formats = useFormats();
  const [language, setLanguage] = useState(i18n.language as Language);
  // The text speaks the language of who gets it, not of the page.
  const { t: theirs } = useTranslation(['connection', 'accounts'], { lng: language });
  const certificates = useCall('certificate.list', {});
  const certificate = certificates.data?.rows.find((one) => one.id === draft.certificateId);
  const text = theirs('chaman.mailBody', {
    enterprise: draft.enterpriseName,
    number: formats.enterpriseNumber(draft.enterpriseNumber),
    quality: draft.quality === null ? '' : theirs(`accounts:qualities.${draft.quality}`),
    name: draft.name,
    rights: listed(
      draft.rights.map((right) => rightLabels[right]),
      language,
    ),
    fingerprint: certificate?.facts.fingerprintSha256 ?? '',
  });
  return (
    <div className="form">
      <SelectField
        name="mailLanguage"
        label={t('chaman.mailLanguage')}
        choices={languages.map((value) => ({ value, label: languageNames[value] }))}
        value={language}
        onChange={(event) => setLanguage(event.target.value as Language)}
      />
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
