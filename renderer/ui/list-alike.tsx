// The same in all rows of a list that have the very same problem, and the way back.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Finding } from '../../preload/contract/finding.ts';
import type { Failure } from '../../preload/contract/result.ts';
import { Button } from './button.tsx';
import { FailureNote, useFailureSentence } from './failure.tsx';
import type { ListFix, ListFixCalls } from './list-fix.ts';
import { useToast } from './toast.tsx';

type ListAlikeProps<F extends string> = {
  /** Names what is done, and in how many rows. */
  label: string;
  problem: Finding;
  fix: ListFix<F>;
  calls: Pick<ListFixCalls<F, unknown>, 'fixAlike' | 'undoFix'>;
  onMany: () => Promise<void>;
};

export function ListAlike<F extends string>({ label, problem, fix, calls, onMany }: ListAlikeProps<F>) {
  const { t } = useTranslation('lists');
  const toast = useToast();
  const sentence = useFailureSentence();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const takeBack = async (fixId: string): Promise<void> => {
    const undone = await calls.undoFix(fixId);
    if (!undone.ok) return toast({ text: sentence(undone.failure), tone: 'bad' });
    toast({ text: t('problems.undone', { count: undone.value.rows }) });
    return onMany();
  };
  const run = async (): Promise<void> => {
    setBusy(true);
    const result = await calls.fixAlike(problem, fix);
    setBusy(false);
    setFailure(result.ok ? null : result.failure);
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
      <Button small icon="check" busy={busy} onPress={() => void run()}>
        {label}
      </Button>
      <FailureNote failure={failure} />
    </div>
  );
}
