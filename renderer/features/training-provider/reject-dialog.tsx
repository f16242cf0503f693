// Asks why something that a provider filed is rejected; without a reason nothing is rejected.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/text-field.tsx';

type RejectDialogProps = { busy: boolean; onClose: () => void; onReject: (reason: string) => void };

export function RejectDialog({ busy, onClose, onReject }: RejectDialogProps) {
  const { t } = useTranslation('training-provider');
  const { t: shell } = useTranslation('shell');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const missing = tried && reason.trim() === '';
  const reject = (): void => {
    setTried(true);
    if (reason.trim() === '') document.getElementById('f-reason')?.focus();
    else onReject(reason.trim());
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('filings.rejectTitle')}
      acts={
        <>
          <Button onPress={onClose}>{shell('notNow')}</Button>
          <Button primary busy={busy} onPress={reject}>
            {t('filings.reject')}
          </Button>
        </>
      }
    >
      <p>{t('filings.rejectWhat')}</p>
      <TextField
        name="reason"
        label={t('filings.reason')}
        lines={3}
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        {...(missing ? { error: t('filings.reasonMissing') } : {})}
      />
    </Dialog>
  );
}
