// Takes an adoption back and says what stayed.
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../preload/contract/result.ts';
import { useAct } from '../../calls.ts';
import { useToast } from '../../ui/toast.tsx';

export function useUndoAdopt(): {
  run: (adoptionId: string) => Promise<void>;
  busy: boolean;
  failure: Failure | null;
} {
  const { t } = useTranslation('rescue');
  const toast = useToast();
  const undo = useAct('rescue.undoAdopt');
  return {
    busy: undo.busy,
    failure: undo.failure,
    async run(adoptionId) {
      const result = await undo.run({ adoptionId });
      if (result.ok) toast({ text: t('report.undoDone', result.value) });
    },
  };
}
