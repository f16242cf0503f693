// Saves a list as CSV or XLSX where the person chooses, with a message that says how many rows went out.
import { useTranslation } from 'react-i18next';
import type { Failure, Result } from '../../../preload/contract/result.ts';
import { type Language, languageSchema } from '../../../preload/contract/values.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNote } from '../../ui/failure.tsx';
import { useSavedToast } from '../../ui/open-saved.tsx';

type Saving = { format: 'csv' | 'xlsx'; language: Language };
type SaveListProps = {
  onSave: (saving: Saving) => Promise<Result<{ saved: boolean; name: string; rows: number }>>;
  busy: boolean;
  failure: Failure | null;
};

export function SaveList({ onSave, busy, failure }: SaveListProps) {
  const { t, i18n } = useTranslation('training-account');
  const savedToast = useSavedToast();
  const save = async (format: Saving['format']): Promise<void> => {
    const result = await onSave({ format, language: languageSchema.catch('nl').parse(i18n.language) });
    if (result.ok && result.value.saved)
      savedToast(t('export.saved', { count: result.value.rows, name: result.value.name }), result.value.name);
  };
  return (
    <>
      <Button icon="download" busy={busy} onPress={() => void save('xlsx')}>
        {t('export.xlsx')}
      </Button>
      <Button plain busy={busy} onPress={() => void save('csv')}>
        {t('export.csv')}
      </Button>
      <FailureNote failure={failure} />
    </>
  );
}
