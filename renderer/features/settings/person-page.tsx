// Settings of the person: name, language, appearance. Each choice is kept at once.
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppState } from '../../../preload/contract/app.ts';
import { useAppState } from '../../app-state.ts';
import { useAct } from '../../calls.ts';
import { languageNames, languages } from '../../i18n/languages.ts';
import { changeLanguage } from '../../i18n/setup.ts';
import { Button } from '../../ui/button.tsx';
import { RadioGroup } from '../../ui/choice-fields.tsx';
import { FailureNote } from '../../ui/failure.tsx';
import { Page } from '../../ui/page.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useToast } from '../../ui/toast.tsx';
import { SettingsTabs } from './settings-tabs.tsx';

const themes: AppState['theme'][] = ['system', 'light', 'dark', 'contrast'];

export default function PersonPage() {
  const { t } = useTranslation('settings');
  const state = useAppState();
  const toast = useToast();
  const update = useAct('settings.update');
  const [name, setName] = useState(state.personName);
  const saveName = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const result = await update.run({ personName: name.trim() });
    if (result.ok) toast({ text: t('saved') });
  };
  return (
    <Page title={t('title')} lead={t('lead')} reading>
      <SettingsTabs />
      <FailureNote failure={update.failure} />
      <Sheet title={t('look.title')}>
        <div className="form wide-form">
          <RadioGroup
            name="language"
            label={t('language.label')}
            inline
            choices={languages.map((value) => ({ value, label: languageNames[value] }))}
            value={state.language}
            onChange={(language) => {
              void changeLanguage(language);
              void update.run({ language });
            }}
          />
          <RadioGroup
            name="theme"
            label={t('theme.label')}
            inline
            choices={themes.map((value) => ({ value, label: t(`theme.${value}`) }))}
            value={state.theme}
            onChange={(theme) => void update.run({ theme })}
          />
        </div>
      </Sheet>
      <Sheet title={t('person.title')}>
        <form className="form" onSubmit={(event) => void saveName(event)}>
          <TextField
            name="personName"
            label={t('person.name')}
            hint={t('person.nameHint')}
            value={name}
            maxLength={120}
            onChange={(event) => setName(event.target.value)}
          />
          <div className="wizard-acts">
            <Button type="submit" busy={update.busy}>
              {t('person.save')}
            </Button>
          </div>
        </form>
      </Sheet>
    </Page>
  );
}
