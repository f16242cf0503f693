// The training account as a PDF: of this worker, or of all workers of the employer, in the language of its reader.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccountFacts } from '../../../preload/contract/training-account.ts';
import { type Language, languageSchema, languages } from '../../../preload/contract/values.ts';
import { useAct } from '../../calls.ts';
import { Button } from '../../ui/button.tsx';
import { SelectField } from '../../ui/choice-fields.tsx';
import { FailureNote } from '../../ui/failure.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { useToast } from '../../ui/toast.tsx';

export function AccountDocument({ facts }: { facts: AccountFacts }) {
  const { t, i18n } = useTranslation('training-account');
  const toast = useToast();
  const one = useAct('trainingAccount.savePdf');
  const all = useAct('trainingAccount.saveAllPdf');
  const [language, setLanguage] = useState<Language>(() => languageSchema.catch('nl').parse(i18n.language));
  const { year, workerId, employerId } = facts;
  const tell = (name: string, count: number): void => toast({ text: t('page.printed', { name, count }) });
  const saveOne = async (): Promise<void> => {
    const result = await one.run({ workerId, year, language });
    if (result.ok && result.value.saved) tell(result.value.name, result.value.rows);
  };
  const saveAll = async (): Promise<void> => {
    for (let part = 1, parts = 1; part <= parts; part += 1) {
      const result = await all.run({ employerId, year, language, part });
      // Who closes the window at one file does not want the next ones either.
      if (!result.ok || !result.value.saved) return;
      parts = result.value.parts;
      tell(result.value.name, result.value.rows);
    }
  };
  return (
    <Sheet title={t('page.document')} stacked>
      <SelectField
        name="language"
        label={t('page.language')}
        choices={languages.map((value) => ({ value, label: t(`page.languages.${value}`) }))}
        value={language}
        onChange={(event) => setLanguage(languageSchema.catch('nl').parse(event.target.value))}
      />
      <div className="row-of">
        <Button icon="download" busy={one.busy} onPress={() => void saveOne()}>
          {t('page.print')}
        </Button>
        <Button plain busy={all.busy} onPress={() => void saveAll()}>
          {t('page.printAll')}
        </Button>
      </div>
      <FailureNote failure={one.failure ?? all.failure} />
    </Sheet>
  );
}
