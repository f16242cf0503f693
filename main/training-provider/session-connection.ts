// Over which account a session is sent: a training provider files in its own name, so no route leads here (seed 001 §2.5).
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { findAccount } from '../accounts/account-store.ts';
import { scopeFor } from '../accounts/scope-of-service.ts';
import { tokenSource } from '../accounts/token-source.ts';
import { hasRights } from '../employers/route-of.ts';
import { type Connection, createConnections } from '../outbox/connection.ts';
import type { Session } from '../platform/session.ts';
import type { SessionRow } from './session-store.ts';

export type ProviderOf = { enterpriseNumber: string; name: string };
export type SessionConnection = { connection: Connection; baseUrl: string; provider: ProviderOf };

/** Failures: notSupportedHere (no address), accountMissing, permissionMissing; those of the token come later. */
export function connectionOf(session: Session, row: SessionRow): Result<SessionConnection> {
  const baseUrl = session.environment.services.fla.trainingProviderBaseUrl?.value ?? '';
  if (baseUrl === '') return fail('notSupportedHere', { details: { reason: 'noAddress' } });
  const account = row.account_id === null ? null : findAccount(session.db, row.account_id);
  if (account === null || account.quality !== 'trainingProvider') return fail('accountMissing');
  if (!hasRights(account.rights, 'fla')) return fail('permissionMissing', { details: { service: 'fla' } });
  const scope = scopeFor(session.environment, account, 'fla');
  const { id: accountId, enterpriseNumber, enterpriseName: name } = account;
  const connections = createConnections(tokenSource(session), () => ok({ accountId, scope }));
  const connection = connections.of({ employer_id: accountId, enterprise_number: enterpriseNumber });
  if (!connection.ok) return connection;
  return ok({ connection: connection.value, baseUrl, provider: { enterpriseNumber, name } });
}
