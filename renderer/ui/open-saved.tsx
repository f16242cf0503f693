// A document that was just saved, opened with the program of the PC: to look at it again, or to print it.
import { useTranslation } from 'react-i18next';
import { useAct } from '../calls.ts';
import { Button } from './button.tsx';
import { FailureNote } from './failure.tsx';
import { useToast } from './toast.tsx';

/** Beside the sentence that says it was saved. */
export function OpenSaved({ name }: { name: string }) {
  const { t } = useTranslation('shell');
  const open = useAct('app.openSaved');
  return (
    <>
      <Button small icon="print" busy={open.busy} onPress={() => void open.run({ name })}>
        {t('openSaved.open')}
      </Button>
      <FailureNote failure={open.failure} />
    </>
  );
}

/** Says in a message that a document was saved, with the way to open it. */
export function useSavedToast(): (text: string, name: string) => void {
  const { t } = useTranslation('shell');
  const toast = useToast();
  const open = useAct('app.openSaved');
  return (text, name) =>
    toast({
      text,
      act: {
        label: t('openSaved.open'),
        icon: 'print',
        onAct: () =>
          void open.run({ name }).then((opened) => {
            if (!opened.ok) toast({ tone: 'bad', text: t('openSaved.failed', { name }) });
          }),
      },
    });
}
