// Asks once more before a request is withdrawn, at the desk as on the board: what was withdrawn cannot be brought back.
import { useTranslation } from 'react-i18next';
import type { ApplicantRequest } from '../../../../preload/contract/applicants.ts';
import { ConfirmDialog } from '../../../ui/dialog.tsx';
import { slipTitle } from '../board/slip-words.ts';

type WithdrawDialogProps = {
  /** Null: nothing is asked. */
  request: ApplicantRequest | null;
  busy: boolean;
  onClose: () => void;
  onAct: () => void;
};

export function WithdrawDialog({ request, busy, onClose, onAct }: WithdrawDialogProps) {
  const { t } = useTranslation('applicants');
  const name = request === null ? '' : slipTitle(t, request);
  return (
    <ConfirmDialog
      open={request !== null}
      onClose={onClose}
      title={t('board.withdraw.title', { name })}
      act={t('board.withdraw.act')}
      danger
      busy={busy}
      onAct={onAct}
    >
      <p>{t('board.withdraw.what')}</p>
    </ConfirmDialog>
  );
}
