// The accounts with what their last check said.
import { useTranslation } from 'react-i18next';
import type { Account } from '../../../preload/contract/accounts.ts';
import { useCall } from '../../calls.ts';
import { useFormats } from '../../i18n/formats.ts';
import { Chip } from '../../ui/chip.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Empty } from '../../ui/states.tsx';

const looks = {
  ok: { tone: 'ok', word: 'works' },
  warning: { tone: 'warn', word: 'warns' },
  failed: { tone: 'bad', word: 'fails' },
} as const;

export function AccountChip({ account }: { account: Pick<Account, 'lastCheck' | 'closedAt'> }) {
  const { t } = useTranslation('connection');
  const { lastCheck, closedAt } = account;
  if (closedAt !== null) return <Chip icon="lock">{t('account.closed')}</Chip>;
  if (lastCheck === null)
    return (
      <Chip tone="warn" icon="unknown">
        {t('accounts.unchecked')}
      </Chip>
    );
  const { tone, word } = looks[lastCheck.outcome];
  return <Chip tone={tone}>{t(`accounts.${word}`)}</Chip>;
}

export function AccountList({ accounts }: { accounts: Account[] }) {
  const { t } = useTranslation(['connection', 'accounts']);
  const formats = useFormats();
  const closed = useCall('account.list', { closed: true });
  const shown = [...accounts, ...(closed.data?.rows ?? []).filter((one) => one.closedAt !== null)];
  return (
    <Sheet title={t('accounts.title')} flush>
      {shown.length === 0 ? (
        <Empty slim icon="link" title={t('accounts.none')}>
          {t('accounts.noneWhat')}
        </Empty>
      ) : (
        <ul>
          {shown.map((one) => (
            <li key={one.id} className="task">
              <AccountChip account={one} />
              <div>
                <div className="what">{one.name}</div>
                <div className="who">
                  {one.enterpriseName}{' '}
                  <span className="number">{formats.enterpriseNumber(one.enterpriseNumber)}</span> ·{' '}
                  {t(`accounts:qualities.${one.quality}`)}
                </div>
                <div className="who reference address">{one.clientId}</div>
                {one.lastCheck !== null && (
                  <div className="who">
                    {t('accounts.checkedAt', { when: formats.moment(one.lastCheck.at) })}
                  </div>
                )}
              </div>
              <div className="do">
                <LinkButton small next to={`/connection/accounts/${one.id}`}>
                  {t('accounts.open')}
                  <span className="only-read-aloud">: {one.name}</span>
                </LinkButton>
              </div>
            </li>
          ))}
        </ul>
      )}
    </Sheet>
  );
}
