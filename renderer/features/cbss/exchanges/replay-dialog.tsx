// Asks once more before a message is sent again, and says whether that can do any harm.
import { useTranslation } from 'react-i18next';
import type { CbssExchangeRow } from '../../../../preload/contract/cbss-workbench.ts';
import { isSafeTwice } from '../../../../preload/rules/register/cbss-repeat.ts';
import { useAct } from '../../../calls.ts';
import { ConfirmDialog } from '../../../ui/dialog.tsx';
import { FailureNote } from '../../../ui/failure.tsx';
import { Note } from '../../../ui/note.tsx';

type ReplayDialogProps = {
  row: CbssExchangeRow;
  open: boolean;
  onClose: () => void;
  /** With the message that was sent now. */
  onDone: (id: string) => void;
};

export function ReplayDialog({ row, open, onClose, onDone }: ReplayDialogProps) {
  const { t } = useTranslation('cbss');
  const replay = useAct('cbssWorkbench.replay');
  const safe = isSafeTwice(row.operation);
  const again = async (): Promise<void> => {
    const done = await replay.run({ id: row.id, sure: !safe });
    if (done.ok) onDone(done.value.exchangeId);
  };
  return (
    <ConfirmDialog
      open={open}
      onClose={onClose}
      title={t('exchanges.replayTitle')}
      act={t('exchanges.replay')}
      danger={!safe}
      busy={replay.busy}
      onAct={() => void again()}
    >
      <Note tone={safe ? 'info' : 'warn'}>{t(safe ? 'exchanges.replaySafe' : 'exchanges.replayRisk')}</Note>
      <FailureNote failure={replay.failure} />
    </ConfirmDialog>
  );
}
