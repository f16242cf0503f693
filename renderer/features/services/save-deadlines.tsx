// Saves the deadlines that are still to come as a calendar file: of one employer, or of all.
import { useTranslation } from 'react-i18next';
import { languageSchema } from '../../../preload/contract/values.ts';
import { useAct } from '../../calls.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNote } from '../../ui/failure.tsx';
import { useSavedToast } from '../../ui/open-saved.tsx';

export function SaveDeadlines({ employerId, small = false }: { employerId: string | null; small?: boolean }) {
  const { t, i18n } = useTranslation('services');
  const savedToast = useSavedToast();
  const save = useAct('deadline.saveCalendar');
  const run = async (): Promise<void> => {
    const language = languageSchema.catch('nl').parse(i18n.language);
    const result = await save.run({ employerId, language });
    if (result.ok && result.value.saved)
      savedToast(
        t('deadlines.saved', { name: result.value.name, count: result.value.events }),
        result.value.name,
      );
  };
  return (
    <>
      <Button small={small} icon="calendar" busy={save.busy} onPress={() => void run()}>
        {t('deadlines.save')}
      </Button>
      <FailureNote failure={save.failure} />
    </>
  );
}
