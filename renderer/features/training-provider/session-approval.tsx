// Where a second person must approve: whether this session waits for one, or may leave now.
import { useTranslation } from 'react-i18next';
import type { ProviderSession } from '../../../preload/contract/training-provider.ts';
import { useCall } from '../../calls.ts';
import { TextLink } from '../../ui/link-button.tsx';
import { Note } from '../../ui/note.tsx';

/** `wait`: put forward and not approved yet. `ask`: not put forward. Undefined while main has not said whether it is asked. */
export function useApprovalOf(
  { approval }: ProviderSession,
  withdraw: boolean,
): 'free' | 'ask' | 'wait' | undefined {
  const required = useCall('outbox.status', {}).data?.approvalRequired;
  if (required === undefined) return undefined;
  const put = approval !== null && approval.withdraw === withdraw ? approval : null;
  if (!required || (put !== null && put.approvedAt !== null)) return 'free';
  return put === null ? 'ask' : 'wait';
}

export function ApprovalNote({ session }: { session: ProviderSession }) {
  const { t } = useTranslation('training-provider');
  const send = useApprovalOf(session, false);
  const withdraw = useApprovalOf(session, true);
  const { approval } = session;
  if (approval === null) return null;
  if (send === 'wait' || withdraw === 'wait')
    return (
      <Note icon="people" announce>
        {t(approval.withdraw ? 'edit.waitsWithdrawal' : 'edit.waitsApproval', {
          name: approval.preparedBy || t('edit.somebody'),
        })}{' '}
        <TextLink to="/outbox/approval">{t('edit.toApproval')}</TextLink>
      </Note>
    );
  if (approval.approvedAt === null) return null;
  return (
    <Note icon="check-ring" announce>
      {t(approval.withdraw ? 'edit.withdrawalApproved' : 'edit.isApproved', { name: approval.approvedBy })}
    </Note>
  );
}
