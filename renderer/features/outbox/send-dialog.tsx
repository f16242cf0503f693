// Asks once more before worker-years are sent in production: for whom, where, and what is read and kept first.
import { useTranslation } from 'react-i18next';
import { useAppState } from '../../app-state.ts';
import { useCall } from '../../calls.ts';
import { useFormats } from '../../i18n/formats.ts';
import { ConfirmDialog, Dialog } from '../../ui/dialog.tsx';
import { Facts } from '../../ui/facts.tsx';
import { LiabilityNotice, useLiabilityNeeded } from '../settings/liability.tsx';

type SendDialogProps = {
  open: boolean;
  count: number;
  busy: boolean;
  onClose: () => void;
  onSend: () => void;
};

export function SendDialog({ open, count, busy, onClose, onSend }: SendDialogProps) {
  const { t } = useTranslation('outbox');
  const { t: live } = useTranslation('going-live');
  const noticeFirst = useLiabilityNeeded(open);
  if (noticeFirst)
    return (
      <Dialog open={open} onClose={onClose} title={live('liability.title')}>
        <LiabilityNotice />
      </Dialog>
    );
  return (
    <ConfirmDialog
      open={open}
      onClose={onClose}
      title={t('confirm.title', { count })}
      act={t('send', { count })}
      busy={busy}
      onAct={onSend}
    >
      <p>{t('confirm.what')}</p>
      <SendFacts />
    </ConfirmDialog>
  );
}

/** For whom, and where to. */
export function SendFacts() {
  const { t } = useTranslation('outbox');
  const { t: shell } = useTranslation('shell');
  const { environment } = useAppState();
  return (
    <Facts
      facts={[
        { label: t('confirm.for'), value: <EmployerInHand /> },
        { label: t('confirm.environment'), value: shell(`environments.${environment.kind}`) },
      ]}
    />
  );
}

/** Name and number of the employer in the top bar, or all of them. */
function EmployerInHand() {
  const { t } = useTranslation('outbox');
  const formats = useFormats();
  const { employerId } = useAppState();
  const employer = useCall('employer.get', { id: employerId ?? '' }, { enabled: employerId !== null });
  if (employerId === null) return t('confirm.all');
  if (employer.data === undefined) return null;
  return (
    <>
      {employer.data.name}{' '}
      {employer.data.enterpriseNumber !== null && (
        <span className="number">{formats.enterpriseNumber(employer.data.enterpriseNumber)}</span>
      )}
    </>
  );
}
