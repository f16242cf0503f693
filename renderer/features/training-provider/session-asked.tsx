// What is asked before a session leaves: in production once more, where the service takes nothing apart from all else, and
// always before it is withdrawn.
import { useTranslation } from 'react-i18next';
import type { ServiceRow } from '../../../preload/contract/service-state.ts';
import type { ProviderSession } from '../../../preload/contract/training-provider.ts';
import { useAppState } from '../../app-state.ts';
import { ConfirmDialog, Dialog } from '../../ui/dialog.tsx';
import { Facts } from '../../ui/facts.tsx';
import { ClosedSendDialog } from '../outbox/closed-send-dialog.tsx';
import { LiabilityNotice, useLiabilityNeeded } from '../settings/liability.tsx';

export type Asked = 'send' | 'withdraw' | null;
type SessionAskedProps = {
  asked: Asked;
  session: ProviderSession;
  count: number;
  /** The channel, where it takes nothing. */
  closed: ServiceRow | null;
  busy: boolean;
  onClose: () => void;
  onAct: () => void;
};

export function SessionAsked({ asked, session, count, closed, busy, onClose, onAct }: SessionAskedProps) {
  const { t } = useTranslation('training-provider');
  const { t: live } = useTranslation('going-live');
  const noticeFirst = useLiabilityNeeded(asked !== null);
  if (closed !== null) {
    const state = closed.state === 'readOnly' ? 'readOnly' : 'closed';
    return (
      <ClosedSendDialog
        open={asked !== null}
        service={closed}
        count={1}
        words={{
          act: t(asked === 'withdraw' ? 'closed.withdraw' : 'closed.send', { state }),
          what: t('closed.what'),
          facts: <SessionFacts session={session} />,
        }}
        busy={busy}
        onClose={onClose}
        onSend={onAct}
      />
    );
  }
  if (noticeFirst)
    return (
      <Dialog open={asked !== null} onClose={onClose} title={live('liability.title')}>
        <LiabilityNotice />
      </Dialog>
    );
  return (
    <ConfirmDialog
      open={asked !== null}
      danger={asked === 'withdraw'}
      onClose={onClose}
      title={asked === 'withdraw' ? t('edit.withdraw') : t('edit.confirmTitle')}
      act={asked === 'withdraw' ? t('edit.withdraw') : t('edit.send', { count })}
      busy={busy}
      onAct={onAct}
    >
      <p>{asked === 'withdraw' ? t('edit.withdrawWhat') : t('edit.confirmWhat')}</p>
    </ConfirmDialog>
  );
}

function SessionFacts({ session }: { session: ProviderSession }) {
  const { t } = useTranslation('training-provider');
  const { t: outbox } = useTranslation('outbox');
  const { t: shell } = useTranslation('shell');
  const { environment } = useAppState();
  return (
    <Facts
      facts={[
        { label: t('columns.title'), value: session.fields.title || t('untitled') },
        { label: t('columns.provider'), value: session.providerName },
        { label: outbox('confirm.environment'), value: shell(`environments.${environment.kind}`) },
      ]}
    />
  );
}
