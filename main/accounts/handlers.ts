// The calls `account.*`.
import { ok } from '../../preload/contract/result.ts';
import type { HandlersOf } from '../platform/handler.ts';
import type { Session } from '../platform/session.ts';
import { listAccounts } from './account-store.ts';
import { addAccount, changeAccount, removeAccount, reopenAccount } from './keep-account.ts';
import { registerInPractice } from './register-in-practice.ts';

export function accountHandlers(session: Session): HandlersOf<'account'> {
  return {
    'account.list': ({ closed }) => ok({ rows: listAccounts(session.db, closed) }),
    'account.add': (input) => addAccount(session, input),
    'account.update': (input) => changeAccount(session, input),
    'account.reopen': ({ id }) => reopenAccount(session, id),
    'account.remove': ({ id }) => removeAccount(session, id),
    'account.registerInPractice': (input) => registerInPractice(session, input),
  };
}
