// The ready e-mail of a step, in the language of who gets it: to copy, or to save for a mail program.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Guide } from '../../../preload/contract/guide.ts';
import { type Language, languages } from '../../../preload/contract/values.ts';
import type { StepId } from '../../../preload/rules/guide/step-catalog.ts';
import { useAct, useCall } from '../../calls.ts';
import { languageNames } from '../../i18n/languages.ts';
import { Button } from '../../ui/button.tsx';
import { SelectField } from '../../ui/choice-fields.tsx';
import { Facts } from '../../ui/facts.tsx';
import { ErrorState, FailureNote } from '../../ui/failure.tsx';
import { Loading } from '../../ui/states.tsx';
import { useToast } from '../../ui/toast.tsx';
import { ExportButtons } from '../connection/export-buttons.tsx';
import { CopyText } from '../doctor/copy-text.tsx';
import { useGuideWords } from './guide-words.ts';

export function StepMail({ guide, step }: { guide: Guide; step: StepId }) {
  const { t } = useTranslation('guide');
  const [language, setLanguage] = useState<Language>(useGuideWords().language);
  const [open, setOpen] = useState(false);
  const toast = useToast();
  const mail = useCall('guide.mail', { id: guide.id, step, language }, { enabled: open });
  const save = useAct('guide.saveMail');
  const certificates = useCall(
    'certificate.list',
    {},
    { enabled: step === 'addAccount' || step === 'addCertificate' },
  );
  const certificate = certificates.data?.rows.find(
    ({ facts }) => facts.fingerprintSha256 === guide.fingerprint,
  );
  const keep = async (form: 'eml' | 'txt'): Promise<void> => {
    const result = await save.run({ id: guide.id, step, language, form });
    if (result.ok && result.value.saved) toast({ text: t('page.saved', { name: result.value.name }) });
  };
  return (
    <details className="guide-mail" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('mail.title')}</summary>
      <div className="form">
        <SelectField
          name="mailLanguage"
          label={t('mail.language')}
          choices={languages.map((value) => ({ value, label: languageNames[value] }))}
          value={language}
          onChange={(event) => setLanguage(event.target.value as Language)}
        />
      </div>
      {!open ? null : mail.data === undefined ? (
        mail.error === null ? (
          <Loading lines={4} />
        ) : (
          <ErrorState failure={mail.error} onAgain={() => void mail.refetch()} />
        )
      ) : (
        <>
          <Facts
            facts={[
              ...(mail.data.to === null ? [] : [{ label: t('mail.to'), value: mail.data.to }]),
              { label: t('mail.subject'), value: mail.data.subject },
            ]}
          />
          <CopyText
            key={`${step} ${language} ${mail.data.body.length}`}
            name="mailBody"
            label={t('mail.body')}
            text={mail.data.body}
            act={t('mail.copy')}
          />
          <div className="row-of">
            <Button icon="download" busy={save.busy} onPress={() => void keep('eml')}>
              {t('mail.eml')}
            </Button>
            <Button plain onPress={() => void keep('txt')}>
              {t('mail.txt')}
            </Button>
          </div>
          {certificate !== undefined && (
            <>
              <p className="quiet-text">{t('mail.attachHand')}</p>
              <div className="row-of">
                <ExportButtons id={certificate.id} pem={false} />
              </div>
            </>
          )}
          <FailureNote failure={unlessLeft(save.failure)} />
        </>
      )}
    </details>
  );
}

/** Leaving the window without choosing a place is no failure. */
const unlessLeft = <F extends { code: string }>(failure: F | null): F | null =>
  failure?.code === 'cancelled' || failure?.code === 'fileNotChosen' ? null : failure;
