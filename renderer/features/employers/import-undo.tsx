// Takes back a whole import after one more question, or says what stands in the way.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EmployerImport } from '../../../preload/contract/employer-import.ts';
import { useAct, useCall } from '../../calls.ts';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/dialog.tsx';
import { FailureNote } from '../../ui/failure.tsx';
import { useToast } from '../../ui/toast.tsx';

export function ImportUndo({ done, onUndone }: { done: EmployerImport; onUndone?: () => void }) {
  const { t } = useTranslation('employer-import');
  const toast = useToast();
  const undo = useAct('employerImport.undo');
  const [asking, setAsking] = useState(false);
  const { sent, workers, changed } = done.undoBlocked;
  if (sent + workers + changed > 0)
    return (
      <p className="quiet-text">
        {t('undo.blocked')}{' '}
        {[
          sent > 0 ? t('undo.sent', { count: sent }) : '',
          workers > 0 ? t('undo.workers', { count: workers }) : '',
          changed > 0 ? t('undo.changed', { count: changed }) : '',
        ]
          .filter(Boolean)
          .join('; ')}
        .
      </p>
    );
  const act = async (): Promise<void> => {
    const result = await undo.run({ importId: done.id });
    setAsking(false);
    if (!result.ok) return;
    toast({ text: t('undo.done') });
    onUndone?.();
  };
  const { newEmployers: added, changedEmployers } = done.counts;
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
        <p>{t('undo.what', { added, changed: changedEmployers })}</p>
      </ConfirmDialog>
    </>
  );
}

/** The same where only the import's id is at hand, as beside its event in the history; nothing once it is undone. */
export function ImportUndoOf({ importId }: { importId: string }) {
  const shown = useCall('employerImport.get', { importId });
  return shown.data?.state === 'done' ? <ImportUndo done={shown.data} /> : null;
}
