// Beside the first question of the account wizard: an employer that a mandatary serves needs no account, and two enterprises
// of a group need a certificate each.
import { useTranslation } from 'react-i18next';
import { parseEnterpriseNumber } from '../../../preload/rules/identifiers/enterprise-number.ts';
import { useCall } from '../../calls.ts';
import { Note } from '../../ui/note.tsx';
import type { AccountDraft } from './account-draft.ts';

export function AccountAdvice({ draft }: { draft: AccountDraft }) {
  const { t } = useTranslation('connection');
  const number = parseEnterpriseNumber(draft.enterpriseNumber);
  const own = draft.quality === 'employerNsso' && number !== null;
  const table = useCall('route.table', { text: number ?? '', pageSize: 20 }, { enabled: own });
  const accounts = useCall('account.list', {}, { enabled: own });
  if (!own) return null;
  const employer = table.data?.rows.find((row) => row.enterpriseNumber === number);
  const served = employer?.routes.find((route) => route.kind === 'mandatary');
  const others = (accounts.data?.rows ?? []).filter(
    (one) =>
      one.certificateId === draft.certificateId &&
      one.enterpriseNumber !== number &&
      one.quality === 'employerNsso',
  );
  return (
    <>
      {employer !== undefined && served !== undefined && (
        <Note announce>
          {t('account.servedByMandatary', {
            name: employer.name,
            account: served.accountName ?? '',
          })}
        </Note>
      )}
      {draft.certificateId !== '' && others.length > 0 && (
        <Note tone="warn" announce>
          {t('account.shared', { others: others.map((one) => one.enterpriseName).join(', ') })}
        </Note>
      )}
    </>
  );
}
