// The same in all rows that have the very same problem, and the way back.
import { useTranslation } from 'react-i18next';
import type { Finding } from '../../../preload/contract/finding.ts';
import type { TrainingImportField } from '../../../preload/rules/training/import-fields.ts';
import { useAct } from '../../calls.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNote, useFailureSentence } from '../../ui/failure.tsx';
import { useToast } from '../../ui/toast.tsx';
import { useImportWords } from './import-words.ts';

export type Fix = { values?: { field: TrainingImportField; text: string }[]; leftOut?: boolean };

type AlikeProps = {
  importId: string;
  problem: Finding;
  fix: Fix;
  alike: number;
  onMany: () => Promise<void>;
};

export function ImportAlike({ importId, problem, fix, alike, onMany }: AlikeProps) {
  const { t } = useTranslation('training-import');
  const words = useImportWords();
  const toast = useToast();
  const sentence = useFailureSentence();
  const act = useAct('trainingImport.fixAlike');
  const undo = useAct('trainingImport.undoFix');
  const takeBack = async (fixId: string): Promise<void> => {
    const undone = await undo.run({ fixId });
    if (!undone.ok) return toast({ text: sentence(undone.failure), tone: 'bad' });
    toast({ text: t('problems.undone', { count: undone.value.rows }) });
    return onMany();
  };
  const run = async (): Promise<void> => {
    const result = await act.run({ importId, problem, ...fix });
    if (!result.ok) return;
    const { fixId, rows } = result.value;
    toast({
      text: t('problems.alikeDone', { count: rows }),
      act: { label: t('problems.undo'), onAct: () => void takeBack(fixId) },
    });
    await onMany();
  };
  return (
    <div className="row-of">
      <Button small icon="check" busy={act.busy} onPress={() => void run()}>
        {words.alike(fix.values?.[0], alike)}
      </Button>
      <FailureNote failure={act.failure} />
    </div>
  );
}
