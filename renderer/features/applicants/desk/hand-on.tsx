// What is handed to an applicant who is not at the counter: a message to copy, or a sheet to print, in a language of choice.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '../../../../preload/contract/values.ts';
import { useAct, useCall } from '../../../calls.ts';
import { languageNames, languages } from '../../../i18n/languages.ts';
import { Button } from '../../../ui/button.tsx';
import { SelectField } from '../../../ui/choice-fields.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { FailureNote } from '../../../ui/failure.tsx';
import { Note } from '../../../ui/note.tsx';
import { OpenSaved } from '../../../ui/open-saved.tsx';
import { Loading } from '../../../ui/states.tsx';
import { useCopy } from './use-copy.ts';

const choices = languages.map((value) => ({ value, label: languageNames[value] }));

type HandOnProps = { id: string; language: Language; onClose: () => void };
type LanguageFieldProps = { value: Language; onChange: (language: Language) => void };

function LanguageField({ value, onChange }: LanguageFieldProps) {
  const { t } = useTranslation('applicants');
  return (
    <SelectField
      name="handOnLanguage"
      label={t('desk.message.language')}
      choices={choices}
      value={value}
      onChange={(event) => onChange(languages.find((one) => one === event.target.value) ?? value)}
    />
  );
}

export function MessageDialog({ id, language: first, onClose }: HandOnProps) {
  const { t } = useTranslation(['applicants', 'shell']);
  const copy = useCopy();
  const [language, setLanguage] = useState(first);
  const message = useCall('applicantRequest.message', { id, language }, { keepPrevious: true });
  return (
    <Dialog
      open
      wide
      onClose={onClose}
      title={t('desk.message.title')}
      acts={
        <>
          <Button plain onPress={onClose}>
            {t('shell:close')}
          </Button>
          {message.data !== undefined && (
            <>
              <Button icon="copy" onPress={() => void copy(message.data.subject)}>
                {t('desk.message.copySubject')}
              </Button>
              <Button primary icon="copy" onPress={() => void copy(message.data.body)}>
                {t('desk.message.copyBody')}
              </Button>
            </>
          )}
        </>
      }
    >
      <LanguageField value={language} onChange={setLanguage} />
      <FailureNote failure={message.error} />
      {message.data === undefined && message.error === null && <Loading lines={5} />}
      {message.data !== undefined && (
        <dl className="message" lang={language}>
          <dt>{t('desk.message.subject')}</dt>
          <dd>{message.data.subject}</dd>
          <dt>{t('desk.message.body')}</dt>
          <dd className="message-body">{message.data.body}</dd>
        </dl>
      )}
    </Dialog>
  );
}

export function SheetDialog({ id, language: first, onClose }: HandOnProps) {
  const { t } = useTranslation(['applicants', 'shell']);
  const [language, setLanguage] = useState(first);
  const save = useAct('applicantRequest.saveSheet');
  const [saved, setSaved] = useState<string | null>(null);
  const press = async (): Promise<void> => {
    const result = await save.run({ ids: [id], language });
    if (result.ok && result.value.saved) setSaved(result.value.name);
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('desk.sheet.title')}
      acts={
        <>
          <Button plain onPress={onClose}>
            {t('shell:close')}
          </Button>
          <Button primary icon="download" busy={save.busy} onPress={() => void press()}>
            {t('desk.sheet.save')}
          </Button>
        </>
      }
    >
      <p>{t('desk.sheet.what')}</p>
      <LanguageField value={language} onChange={setLanguage} />
      <FailureNote failure={save.failure} />
      {saved !== null && (
        <Note tone="ok" announce>
          <p>{t('desk.sheet.saved', { name: saved })}</p>
          <OpenSaved name={saved} />
        </Note>
      )}
    </Dialog>
  );
}
