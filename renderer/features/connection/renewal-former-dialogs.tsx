// Asked once more about a former certificate: back into use, or removed from this computer.
import { useTranslation } from 'react-i18next';
import type { AccountCertificate } from '../../../preload/contract/renewal.ts';
import { useAct, useCall } from '../../calls.ts';
import { ConfirmDialog } from '../../ui/dialog.tsx';
import { FailureNote } from '../../ui/failure.tsx';
import { Note } from '../../ui/note.tsx';
import { useToast } from '../../ui/toast.tsx';

type DialogProps = {
  pair: { accountId: string; certificateId: string };
  former: AccountCertificate;
  onClose: () => void;
};

export function BackDialog({ pair, former, onClose }: DialogProps) {
  const { t } = useTranslation('certificate-life');
  const toast = useToast();
  const act = useAct('renewal.switch');
  const { name } = former;
  const isTried = former.testOutcome === 'ok' || former.addedInChamanAt !== null;
  const run = async (): Promise<void> => {
    const result = await act.run({ ...pair, untested: !isTried });
    if (!result.ok) return;
    toast({ text: t('renewal.switch.switched', { name }) });
    onClose();
  };
  return (
    <ConfirmDialog
      open
      onClose={onClose}
      title={t('renewal.former.backTitle', { name })}
      act={t('renewal.former.back')}
      danger={!isTried}
      busy={act.busy}
      onAct={() => void run()}
    >
      <p>{t('renewal.former.backWhat', { name })}</p>
      {!isTried && <Note tone="warn">{t('renewal.former.backUntested')}</Note>}
      <FailureNote failure={act.failure} />
    </ConfirmDialog>
  );
}

/** Where another account uses it too, only the tie ends and the key stays. */
export function LetGoDialog({ pair, former, onClose }: DialogProps) {
  const { t } = useTranslation('certificate-life');
  const toast = useToast();
  const letGo = useAct('renewal.letGo');
  const remove = useAct('certificate.remove');
  const shown = useCall('certificate.show', { id: pair.certificateId });
  const { name } = former;
  const isShared =
    shown.data?.certificate.usedBy.some(({ accountId }) => accountId !== pair.accountId) ?? false;
  const run = async (): Promise<void> => {
    const freed = await letGo.run({ ...pair, confirmed: true });
    if (!freed.ok) return;
    if (!isShared) await remove.run({ id: pair.certificateId, confirmed: true });
    toast({ text: t('renewal.former.gone', { name }) });
    onClose();
  };
  return (
    <ConfirmDialog
      open
      onClose={onClose}
      title={t('renewal.former.letGoTitle', { name })}
      act={t('renewal.former.letGo')}
      danger
      busy={letGo.busy || remove.busy || shown.isPending}
      onAct={() => void run()}
    >
      <p>{t(isShared ? 'renewal.former.letGoShared' : 'renewal.former.letGoWhat')}</p>
      {former.addedInChamanAt !== null && <Note tone="warn">{t('renewal.former.letGoHeld')}</Note>}
      <FailureNote failure={letGo.failure ?? remove.failure} />
    </ConfirmDialog>
  );
}
