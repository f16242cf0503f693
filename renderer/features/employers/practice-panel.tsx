// Practice only: makes an employer and its workers known to the practice services.
import { useTranslation } from 'react-i18next';
import { useAct } from '../../calls.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNote } from '../../ui/failure.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { useToast } from '../../ui/toast.tsx';

export function PracticePanel({ employerId }: { employerId: string }) {
  const { t } = useTranslation('employers');
  const toast = useToast();
  const enrol = useAct('practice.enrol');
  const run = async (): Promise<void> => {
    const result = await enrol.run({ employerId });
    if (result.ok) toast({ text: t('practice.enrolled', { workers: result.value.workers }) });
  };
  return (
    <Sheet title={t('practice.title')} stacked>
      <p className="quiet-sheet-text">{t('practice.what')}</p>
      <FailureNote failure={enrol.failure} />
      <div className="row-of">
        <Button small busy={enrol.busy} onPress={() => void run()}>
          {t('practice.enrol')}
        </Button>
      </div>
    </Sheet>
  );
}
