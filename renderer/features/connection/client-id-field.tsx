// The client id that Chaman gave, as it is brought from there.
import { useTranslation } from 'react-i18next';
import { useErrorOf } from '../../ui/field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { AccountDraft } from './account-draft.ts';

type ClientIdFieldProps = {
  draft: AccountDraft;
  put: (change: Partial<AccountDraft>) => void;
  asQuestion?: boolean;
};

export function ClientIdField({ draft, put, asQuestion = false }: ClientIdFieldProps) {
  const { t } = useTranslation('connection');
  const errorOf = useErrorOf();
  return (
    <TextField
      name="clientId"
      asQuestion={asQuestion}
      label={t('account.clientIdQuestion')}
      hint={t('account.clientIdHint')}
      number
      maxLength={80}
      value={draft.clientId}
      error={errorOf('clientId')}
      onChange={(event) => put({ clientId: event.target.value })}
    />
  );
}
