// One account: the check of its chain, its facts, changing and removing it.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useParams } from 'wouter';
import type { Account } from '../../../preload/contract/accounts.ts';
import { useAct, useCall } from '../../calls.ts';
import { useFormats } from '../../i18n/formats.ts';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/dialog.tsx';
import { Facts } from '../../ui/facts.tsx';
import { ErrorState, FailureNote } from '../../ui/failure.tsx';
import { TextLink } from '../../ui/link-button.tsx';
import { Page } from '../../ui/page.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Empty, Loading } from '../../ui/states.tsx';
import { useToast } from '../../ui/toast.tsx';
import { AccountDialog } from './account-dialog.tsx';
import { AccountChip } from './account-list.tsx';
import { ConnectionTest } from './connection-test.tsx';

export default function AccountPage() {
  const { t } = useTranslation(['connection', 'errors']);
  const { id = '' } = useParams<{ id: string }>();
  const accounts = useCall('account.list', {});
  const account = accounts.data?.rows.find((one) => one.id === id);
  if (account !== undefined) return <Known account={account} />;
  return (
    <Page title={t('accounts.title')} reading>
      <Sheet label={t('account.facts')} flush>
        {accounts.error !== null ? (
          <ErrorState failure={accounts.error} onAgain={() => void accounts.refetch()} />
        ) : accounts.data === undefined ? (
          <Loading />
        ) : (
          <Empty icon="search" title={t('accounts.none')}>
            {t('errors:notFound')}
          </Empty>
        )}
      </Sheet>
    </Page>
  );
}

function Known({ account }: { account: Account }) {
  const { t } = useTranslation(['connection', 'accounts']);
  const [, go] = useLocation();
  const toast = useToast();
  const [open, setOpen] = useState<'edit' | 'remove' | null>(null);
  const remove = useAct('account.remove');
  const takeAway = async (): Promise<void> => {
    const result = await remove.run({ id: account.id, confirmed: true });
    if (!result.ok) return;
    toast({ text: t('account.removed', { name: account.name }) });
    go('/connection');
  };
  return (
    <Page
      title={account.name}
      lead={<AccountChip lastCheck={account.lastCheck} />}
      reading
      acts={
        <>
          <Button onPress={() => setOpen('edit')}>{t('account.edit')}</Button>
          <Button onPress={() => setOpen('remove')}>{t('account.remove')}</Button>
        </>
      }
    >
      <ConnectionTest id={account.id} primary />
      <Sheet title={t('account.facts')}>
        <AccountFacts account={account} />
      </Sheet>
      {open === 'edit' && <AccountDialog account={account} onClose={() => setOpen(null)} />}
      <ConfirmDialog
        open={open === 'remove'}
        onClose={() => setOpen(null)}
        title={t('account.removeTitle', { name: account.name })}
        act={t('account.remove')}
        danger
        busy={remove.busy}
        onAct={() => void takeAway()}
      >
        <p>{t('account.removeWhat')}</p>
        <FailureNote failure={remove.failure} />
      </ConfirmDialog>
    </Page>
  );
}

function AccountFacts({ account }: { account: Account }) {
  const { t } = useTranslation(['connection', 'accounts']);
  const formats = useFormats();
  const { certificateId, certificateName, lastCheck } = account;
  return (
    <Facts
      facts={[
        {
          label: t('certificate.enterprise'),
          value: `${account.enterpriseName} ${formats.enterpriseNumber(account.enterpriseNumber)}`,
        },
        { label: t('account.qualityFact'), value: t(`accounts:qualities.${account.quality}`) },
        {
          label: t('account.clientId'),
          value: <span className="reference address">{account.clientId}</span>,
        },
        {
          label: t('account.certificate'),
          value:
            certificateId === null ? (
              t('certificates.none')
            ) : (
              <TextLink to={`/connection/certificates/${certificateId}`}>{certificateName}</TextLink>
            ),
        },
        {
          label: t('account.lastCheck'),
          value: lastCheck === null ? t('accounts.unchecked') : formats.moment(lastCheck.at),
        },
      ]}
    />
  );
}
