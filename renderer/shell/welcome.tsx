// The first run: the language, what the practice environment is, and the way in.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../calls.ts';
import { type Language, languageNames, languages } from '../i18n/languages.ts';
import { changeLanguage } from '../i18n/setup.ts';
import { Button } from '../ui/button.tsx';
import { RadioGroup } from '../ui/choice-fields.tsx';
import { FailureNote } from '../ui/failure.tsx';
import { Note } from '../ui/note.tsx';
import { usePageTitle } from '../ui/page.tsx';
import { Band } from './band.tsx';

export default function Welcome() {
  const { t, i18n } = useTranslation('shell');
  const update = useAct('settings.update');
  const [language, setLanguage] = useState(i18n.language as Language);
  usePageTitle(t('welcome.title'));
  const choose = (chosen: Language): void => {
    setLanguage(chosen);
    void changeLanguage(chosen);
  };
  return (
    <>
      <Band alone />
      <main className="lone">
        <div className="question">
          <h1>{t('welcome.title')}</h1>
          <p>{t('welcome.lead')}</p>
          <RadioGroup
            name="language"
            label={t('welcome.language')}
            choices={languages.map((value) => ({ value, label: languageNames[value] }))}
            value={language}
            onChange={choose}
          />
          <Note>{t('welcome.practice')}</Note>
          <FailureNote failure={update.failure} />
          <div className="wizard-acts">
            <Button
              primary
              busy={update.busy}
              onPress={() => {
                // The first page that follows takes the focus: this button is gone by then.
                document.documentElement.dataset['moved'] = 'yes';
                void update.run({ language, firstRunDone: true });
              }}
            >
              {t('welcome.act')}
            </Button>
          </div>
        </div>
      </main>
    </>
  );
}
