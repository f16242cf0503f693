// Takes back a whole import after one more question, or says what stands in the way.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TrainingImport } from '../../../preload/contract/training-import.ts';
import { useAct } from '../../calls.ts';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/dialog.tsx';
import { FailureNote } from '../../ui/failure.tsx';
import { useToast } from '../../ui/toast.tsx';

export function ImportUndo({ done, onUndone }: { done: TrainingImport; onUndone?: () => void }) {
  const { t } = useTranslation('training-import');
  const toast = useToast();
  const undo = useAct('trainingImport.undo');
  const [asking, setAsking] = useState(false);
  const { removable, changed, sent } = done.undo;
  if (removable === 0) return <p className="quiet-text">{t('undo.blocked')}</p>;
  const act = async (): Promise<void> => {
    const result = await undo.run({ importId: done.id });
    setAsking(false);
    if (!result.ok) return;
    toast({ text: t('undo.done', { removed: result.value.removed }) });
    onUndone?.();
  };
  return (
    <>
      <Button small icon="undo" onPress={() => setAsking(true)}>
        {t('undo.act')}
      </Button>
      <FailureNote failure={undo.failure} />
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        title={t('undo.title')}
        act={t('undo.act')}
        onAct={() => void act()}
        busy={undo.busy}
        danger
      >
        <p>{t('undo.what', { removable, kept: changed + sent })}</p>
      </ConfirmDialog>
    </>
  );
}
