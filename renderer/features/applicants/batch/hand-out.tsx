// What is handed out of a list: cards to print, or the links for a mail merge.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '../../../../preload/contract/values.ts';
import { useAppState } from '../../../app-state.ts';
import { useAct } from '../../../calls.ts';
import { languageNames, languages } from '../../../i18n/languages.ts';
import { Button } from '../../../ui/button.tsx';
import { SelectField } from '../../../ui/choice-fields.tsx';
import { FailureNote } from '../../../ui/failure.tsx';
import { Note } from '../../../ui/note.tsx';
import { Sheet } from '../../../ui/sheet.tsx';

type HandOutProps = {
  batchId: string;
  /** Requests that are open. */
  open: readonly string[];
  /** The cards are what the person is here for. */
  first: boolean;
};

export function HandOut({ batchId, open, first }: HandOutProps) {
  const { t } = useTranslation('applicant-batch');
  if (open.length === 0) return <Note>{t('done.noLink')}</Note>;
  return (
    <>
      <Cards open={open} first={first} />
      <Links batchId={batchId} />
    </>
  );
}

function Cards({ open, first }: Omit<HandOutProps, 'batchId'>) {
  const { t } = useTranslation('applicant-batch');
  const app = useAppState();
  const [language, setLanguage] = useState<Language>(app.language);
  const save = useAct('applicantRequest.saveSheet');
  const [saved, setSaved] = useState<{ name: string; cards: number; of: number } | null>(null);
  const press = async (): Promise<void> => {
    const result = await save.run({ ids: [...open], language });
    setSaved(result.ok && result.value.saved ? { ...result.value, of: open.length } : null);
  };
  return (
    <Sheet title={t('done.sheetTitle')} stacked>
      <p>{t('done.sheetWhat')}</p>
      <SelectField
        name="sheetLanguage"
        label={t('done.sheetLanguage')}
        choices={languages.map((value) => ({ value, label: languageNames[value] }))}
        value={language}
        onChange={({ target }) => setLanguage(languages.find((one) => one === target.value) ?? language)}
      />
      <FailureNote failure={save.failure} />
      <div className="row-of">
        <Button primary={first} icon="print" busy={save.busy} onPress={() => void press()}>
          {t('done.sheet')}
        </Button>
      </div>
      {saved !== null && (
        <Note tone="ok" announce>
          <p>{t('done.sheetSaved', { count: saved.cards, name: saved.name })}</p>
          {saved.cards < saved.of && <p>{t('done.leftOut', { count: saved.of - saved.cards })}</p>}
        </Note>
      )}
    </Sheet>
  );
}

function Links({ batchId }: { batchId: string }) {
  const { t } = useTranslation('applicant-batch');
  const { language } = useAppState();
  const save = useAct('applicantBatch.saveMerge');
  const [saved, setSaved] = useState<{ name: string; rows: number } | null>(null);
  const press = async (format: 'xlsx' | 'csv'): Promise<void> => {
    const result = await save.run({ batchId, format, language });
    setSaved(result.ok && result.value.saved ? result.value : null);
  };
  return (
    <Sheet title={t('done.mergeTitle')} stacked>
      <p>{t('done.mergeWhat')}</p>
      <FailureNote failure={save.failure} />
      <div className="row-of">
        {(['xlsx', 'csv'] as const).map((format) => (
          <Button key={format} small icon="download" busy={save.busy} onPress={() => void press(format)}>
            {t('done.merge', { format: format.toUpperCase() })}
          </Button>
        ))}
      </div>
      {saved !== null && (
        <Note tone="ok" announce>
          {t('done.mergeSaved', { count: saved.rows, name: saved.name })}
        </Note>
      )}
    </Sheet>
  );
}
