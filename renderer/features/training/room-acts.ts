// Acts of the room that pages share: undo and redo, remove with a way back.
import { useTranslation } from 'react-i18next';
import { useAct } from '../../calls.ts';
import { useFailureSentence } from '../../ui/failure.tsx';
import { useToast } from '../../ui/toast.tsx';

export function useRoomActs() {
  const { t } = useTranslation('training');
  const toast = useToast();
  const sentence = useFailureSentence();
  const undoing = useAct('training.undo');
  const redoing = useAct('training.redo');
  const removing = useAct('training.remove');
  const undo = async (): Promise<void> => {
    const result = await undoing.run({});
    if (!result.ok) toast({ text: sentence(result.failure), tone: 'bad' });
    else toast({ text: t(result.value.undone ? 'undone' : 'nothingToUndo') });
  };
  const redo = async (): Promise<void> => {
    const result = await redoing.run({});
    if (!result.ok) toast({ text: sentence(result.failure), tone: 'bad' });
    else toast({ text: t(result.value.redone ? 'redone' : 'nothingToRedo') });
  };
  /** Whether they are gone. */
  const remove = async (ids: string[]): Promise<boolean> => {
    const result = await removing.run({ ids });
    if (!result.ok) {
      toast({ text: sentence(result.failure), tone: 'bad' });
      return false;
    }
    const { removed, toWithdraw } = result.value;
    toast({
      text:
        removed > 0 || toWithdraw === 0
          ? t('removed', { count: removed })
          : t('toWithdraw', { count: toWithdraw }),
      more: removed > 0 && toWithdraw > 0 ? t('toWithdraw', { count: toWithdraw }) : undefined,
      act: { label: t('undo'), onAct: () => void undo() },
    });
    return true;
  };
  return { undo, redo, remove, removing: removing.busy };
}
