// One account: the check of its chain, its facts, changing and removing it.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useParams } from 'wouter';
import type { Account } from '../../../preload/contract/accounts.ts';
import { useAct, useCall } from '../../calls.ts';
import { useFormats } from '../../i18n/formats.ts';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/dialog.tsx';
import { ErrorState, FailureNote } from '../../ui/failure.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { Note } from '../../ui/note.tsx';
import { Page } from '../../ui/page.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Empty, Loading } from '../../ui/states.tsx';
import { useToast } from '../../ui/toast.tsx';
import { AccountDialog } from './account-dialog.tsx';
import { AccountFacts } from './account-facts.tsx';
import { AccountChip } from './account-list.tsx';
import { AccountStops } from './account-stops.tsx';
import { ConnectionTest } from './connection-test.tsx';

export default function AccountPage() {
  const { t } = useTranslation(['connection', 'errors']);
  const { id = '' } = useParams<{ id: string }>();
  const accounts = useCall('account.list', { closed: true });
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
  const { t } = useTranslation(['connection', 'accounts', 'certificate-life']);
  const [, go] = useLocation();
  const toast = useToast();
  const [open, setOpen] = useState<'edit' | 'remove' | null>(null);
  const formats = useFormats();
  const remove = useAct('account.remove');
  const reopen = useAct('account.reopen');
  const { closedAt, sharedWith } = account;
  const openAgain = async (): Promise<void> => {
    const result = await reopen.run({ id: account.id });
    if (result.ok) toast({ text: t('account.reopened', { name: account.name }) });
  };
  const takeAway = async (): Promise<void> => {
    const result = await remove.run({ id: account.id, confirmed: true });
    if (!result.ok) return;
    toast({ text: t('account.removed', { name: account.name }) });
    go('/connection');
  };
  return (
    <Page
      title={account.name}
      lead={<AccountChip account={account} />}
      reading
      acts={
        <>
          {closedAt === null ? (
            <>
              <LinkButton to={`/connection/accounts/${account.id}/renewal`}>
                {t('certificate-life:renewal.title')}
              </LinkButton>
              <Button onPress={() => setOpen('edit')}>{t('account.edit')}</Button>
              <AccountStops account={account} />
            </>
          ) : (
            <Button busy={reopen.busy} onPress={() => void openAgain()}>
              {t('account.reopen')}
            </Button>
          )}
          <Button onPress={() => setOpen('remove')}>{t('account.remove')}</Button>
        </>
      }
    >
      {closedAt === null ? (
        <ConnectionTest
          id={account.id}
          primary
          lastAt={account.lastCheck?.at ?? null}
          onCorrect={() => setOpen('edit')}
        />
      ) : (
        <Note>{t('account.closedAt', { day: formats.dayOf(closedAt, 'long') })}</Note>
      )}
      {sharedWith.length > 0 && (
        <Note tone="warn">{t('account.shared', { others: sharedWith.join(', ') })}</Note>
      )}
      <FailureNote failure={reopen.failure} />
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
