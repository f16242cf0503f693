// Saves the last days of declarations of works as a calendar file: of the employer in hand, or of all.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../preload/contract/result.ts';
import { languageSchema } from '../../../preload/contract/values.ts';
import { call } from '../../bridge.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNote } from '../../ui/failure.tsx';
import { useSavedToast } from '../../ui/open-saved.tsx';
import { useToast } from '../../ui/toast.tsx';

export function SaveEnds({ employerId }: { employerId: string | null }) {
  const { t, i18n } = useTranslation('presences');
  const savedToast = useSavedToast();
  const toast = useToast();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const run = async (): Promise<void> => {
    setBusy(true);
    const language = languageSchema.catch('nl').parse(i18n.language);
    const result = await call('worksDeclaration.saveCalendar', { employerId, language });
    setBusy(false);
    const nothing = !result.ok && result.failure.code === 'notFound';
    setFailure(result.ok || nothing ? null : result.failure);
    if (nothing) toast({ text: t('calendar.none') });
    if (!result.ok || !result.value.saved) return;
    const { name, events } = result.value;
    savedToast(t('calendar.saved', { name, count: events }), name);
  };
  return (
    <>
      <Button icon="calendar" busy={busy} onPress={() => void run()}>
        {t('calendar.save')}
      </Button>
      <FailureNote failure={failure} />
    </>
  );
}
