// The ready e-mail of a step, in any of the four languages, to copy.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AdmissionStep } from '../../../../preload/contract/cbss-workbench.ts';
import { type Language, languages } from '../../../../preload/contract/values.ts';
import { useCall } from '../../../calls.ts';
import { languageNames } from '../../../i18n/languages.ts';
import { SelectField } from '../../../ui/choice-fields.tsx';
import { Facts } from '../../../ui/facts.tsx';
import { ErrorState } from '../../../ui/failure.tsx';
import { Loading } from '../../../ui/states.tsx';
import { CopyText } from '../../doctor/copy-text.tsx';

export function AdmissionMail({ step }: { step: AdmissionStep }) {
  const { t, i18n } = useTranslation('cbss');
  const [open, setOpen] = useState(false);
  const [language, setLanguage] = useState<Language>(
    languages.find((one) => i18n.language.startsWith(one)) ?? 'nl',
  );
  const mail = useCall('cbssAdmission.mail', { step, language }, { enabled: open });
  return (
    <details className="kept cbss-mail" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('admission.mail')}</summary>
      {open && (
        <div className="form">
          <SelectField
            name={`language-${step}`}
            label={t('admission.language')}
            choices={languages.map((value) => ({ value, label: languageNames[value] }))}
            value={language}
            onChange={(event) => setLanguage(languages.find((one) => one === event.target.value) ?? language)}
          />
          {mail.data === undefined ? (
            mail.error === null ? (
              <Loading />
            ) : (
              <ErrorState failure={mail.error} onAgain={() => void mail.refetch()} />
            )
          ) : (
            <>
              <Facts
                facts={[
                  ...(mail.data.to === null
                    ? []
                    : [{ label: t('admission.to'), value: <span className="address">{mail.data.to}</span> }]),
                  { label: t('admission.subject'), value: mail.data.subject },
                ]}
              />
              <CopyText
                key={language}
                name={`mail-${step}`}
                label={t('admission.body')}
                text={mail.data.body}
                act={t('admission.copy')}
              />
            </>
          )}
        </div>
      )}
    </details>
  );
}
