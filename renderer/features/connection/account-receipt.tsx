// The receipt of an account: what happened, what is next, and whether the connection is known to work.
import { useTranslation } from 'react-i18next';
import { Receipt } from '../../wizard/receipt.tsx';
import type { Tested } from './connection-chain.tsx';

type AccountReceiptProps = { name: string; clientId: string; tested: Tested | null };

export function AccountReceipt({ name, clientId, tested }: AccountReceiptProps) {
  const { t } = useTranslation('connection');
  const broken = tested?.outcome === 'failed';
  const title = broken ? 'doneTitleFailed' : tested === null ? 'doneTitleUntested' : 'doneTitle';
  return (
    <Receipt
      title={t(`account.${title}`)}
      tone={broken ? 'warn' : 'ok'}
      what={
        <>
          <p className="address">{t('account.doneWhat', { name, clientId })}</p>
          {tested !== null && <p>{t(`check.verdict.${tested.outcome}`)}.</p>}
        </>
      }
      next={[
        ...(broken ? [t('account.doneNext.mend')] : []),
        t('account.doneNext.route'),
        t('account.doneNext.training'),
      ]}
      {...(tested === null ? { unknown: t('account.doneUnknown') } : {})}
    />
  );
}
