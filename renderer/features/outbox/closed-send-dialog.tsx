// Sending to a real service that takes nothing: first what helps instead, and only then, in a second dialog of its own,
// the confirmation that names the act. Main checks it for that very sending.
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ServiceRow } from '../../../preload/contract/service-state.ts';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog, Dialog } from '../../ui/dialog.tsx';
import { ClosedOffer } from '../services/closed-offer.tsx';
import { LiabilityNotice, useLiabilityNeeded } from '../settings/liability.tsx';
import { SendFacts } from './send-dialog.tsx';

type ClosedSendDialogProps = {
  open: boolean;
  service: ServiceRow;
  count: number;
  /** Where it is no worker-years that leave: the words for the act and for what it means, and the facts to look at. */
  words?: { act: string; what: string; facts: ReactNode };
  busy: boolean;
  onClose: () => void;
  onSend: () => void;
};

export function ClosedSendDialog(props: ClosedSendDialogProps) {
  const { open, service, count, words, busy, onClose, onSend } = props;
  const { t } = useTranslation('services');
  const { t: live } = useTranslation('going-live');
  const [sure, setSure] = useState(false);
  const noticeFirst = useLiabilityNeeded(open && sure);
  const state = service.state === 'readOnly' ? 'readOnly' : 'closed';
  const leave = (): void => {
    setSure(false);
    onClose();
  };
  if (!sure)
    return (
      <Dialog
        open={open}
        onClose={leave}
        title={t(`names.${service.service}`)}
        acts={
          <>
            <Button plain onPress={() => setSure(true)}>
              {t('offer.nevertheless')}
            </Button>
            <Button primary autoFocus onPress={leave}>
              {t('offer.stay')}
            </Button>
          </>
        }
      >
        <ClosedOffer service={service} onFollow={leave} />
      </Dialog>
    );
  if (noticeFirst)
    return (
      <Dialog open={open} onClose={leave} title={live('liability.title')}>
        <LiabilityNotice />
      </Dialog>
    );
  return (
    <ConfirmDialog
      open={open}
      onClose={leave}
      title={t('confirm.title', { state })}
      act={words?.act ?? t('confirm.act', { state, count })}
      cancel={t('offer.stay')}
      busy={busy}
      danger
      onAct={onSend}
    >
      <p>{words?.what ?? t('confirm.what', { count })}</p>
      {words === undefined ? <SendFacts /> : words.facts}
    </ConfirmDialog>
  );
}
