// Fills the chosen trainings with what stands in the cell in hand: one step of undo.
import { useTranslation } from 'react-i18next';
import type { Result } from '../../../preload/contract/result.ts';
import type { Training } from '../../../preload/contract/training.ts';
import { useAct } from '../../calls.ts';
import { useFailureSentence } from '../../ui/failure.tsx';
import type { GridColumn } from '../../ui/grid-columns.ts';
import { useToast } from '../../ui/toast.tsx';
import { fieldsOfColumn } from './fillable-columns.ts';
import { useRoomActs } from './room-acts.ts';

/** `ids`: those of the chosen rows; null while none, or too many, are chosen. */
export function useFillDown(ids: () => Promise<Result<string[]>> | null) {
  const { t } = useTranslation('training');
  const toast = useToast();
  const sentence = useFailureSentence();
  const { undo } = useRoomActs();
  const change = useAct('training.updateMany');
  return async (column: GridColumn<Training>, from: Training): Promise<void> => {
    const fields = fieldsOfColumn(column.id, from.fields);
    const asked = ids();
    if (fields === null || asked === null) return toast({ text: t('fillHow') });
    const chosen = await asked;
    if (!chosen.ok) return toast({ text: sentence(chosen.failure), tone: 'bad' });
    const others = chosen.value.filter((id) => id !== from.id);
    if (others.length === 0) return toast({ text: t('fillHow') });
    const done = await change.run({ ids: others, fields });
    if (!done.ok) return toast({ text: sentence(done.failure), tone: 'bad' });
    toast({
      text: t('filled', { count: done.value.updated, column: column.header }),
      act: { label: t('undo'), onAct: () => void undo() },
    });
  };
}
