// Takes back a whole import after one more question, or says what stands in the way.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure, Result } from '../../preload/contract/result.ts';
import { Button } from './button.tsx';
import { ConfirmDialog } from './dialog.tsx';
import { FailureNote } from './failure.tsx';
import { useToast } from './toast.tsx';

type ListUndoProps = {
  /** What would be taken back, and what stays. */
  what: string;
  /** Answers with what was done, in words. */
  onUndo: () => Promise<Result<string>>;
  onUndone: (() => void) | undefined;
};

export function ListUndo({ what, onUndo, onUndone }: ListUndoProps) {
  const { t } = useTranslation('lists');
  const toast = useToast();
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const act = async (): Promise<void> => {
    setBusy(true);
    const result = await onUndo();
    setBusy(false);
    setAsking(false);
    setFailure(result.ok ? null : result.failure);
    if (!result.ok) return;
    toast({ text: result.value });
    onUndone?.();
  };
  return (
    <>
      <Button small icon="undo" onPress={() => setAsking(true)}>
        {t('undo.act')}
      </Button>
      <FailureNote failure={failure} />
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        title={t('undo.title')}
        act={t('undo.act')}
        onAct={() => void act()}
        busy={busy}
        danger
      >
        <p>{what}</p>
      </ConfirmDialog>
    </>
  );
}
