// Asks why something is sent back to its preparer; without a reason nothing goes back.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/text-field.tsx';

type SendBackDialogProps = { busy: boolean; onClose: () => void; onSendBack: (reason: string) => void };

export function SendBackDialog({ busy, onClose, onSendBack }: SendBackDialogProps) {
  const { t } = useTranslation('outbox-plan');
  const { t: shell } = useTranslation('shell');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const missing = tried && reason.trim() === '';
  const sendBack = (): void => {
    setTried(true);
    if (reason.trim() === '') document.getElementById('f-reason')?.focus();
    else onSendBack(reason.trim());
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('approval.refuseTitle')}
      acts={
        <>
          <Button onPress={onClose}>{shell('notNow')}</Button>
          <Button primary busy={busy} onPress={sendBack}>
            {t('approval.refuse')}
          </Button>
        </>
      }
    >
      <p>{t('approval.refuseWhat')}</p>
      <TextField
        name="reason"
        label={t('approval.reason')}
        lines={3}
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        {...(missing ? { error: t('approval.reasonMissing') } : {})}
      />
    </Dialog>
  );
}
