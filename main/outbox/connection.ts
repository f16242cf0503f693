// Over which account a worker-year is sent, and with which token: fetched once for each account, renewed once in mid-run
// whoever meets the refusal first.
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import type { Secret } from '../platform/secret.ts';
import type { Session } from '../platform/session.ts';
import type { WorkerYearAddress } from '../training/fla-api.ts';
import type { AddressedItem } from './outbox-item.ts';
import { createPatience, type Patience } from './patience.ts';

export type TokenPort = {
  token(
    accountId: string,
    scope: string | null,
    options?: { fresh?: boolean },
  ): Promise<Result<{ value: Secret<string> }>>;
};
/** `scope` null: asked for without one. */
export type RoutePort = (employerId: string) => Result<{ accountId: string; scope: string | null }>;

export type Connection = {
  /** `refused`: the token that the service no longer took, so that only its first finder asks for a new one. */
  token(refused?: string): Promise<Result<Secret<string>>>;
  patience: Patience;
};
export type Connections = {
  of(item: Pick<AddressedItem, 'employer_id' | 'enterprise_number'>): Result<Connection>;
  /** Over which account an employer's items go; null without a way. */
  accountOf(employerId: string): string | null;
};

export function createConnections(tokens: TokenPort, route: RoutePort): Connections {
  const open = new Map<string, Connection>();
  const connect = (accountId: string, scope: string | null): Connection => ({
    patience: createPatience(),
    async token(refused) {
      const held = await tokens.token(accountId, scope);
      if (!held.ok || refused === undefined || held.value.value.reveal() !== refused) return secretOf(held);
      return secretOf(await tokens.token(accountId, scope, { fresh: true }));
    },
  });
  return {
    accountOf(employerId) {
      const found = route(employerId);
      return found.ok ? found.value.accountId : null;
    },
    of(item) {
      if (item.enterprise_number === null)
        return fail('routeMissing', { details: { kind: 'noEnterpriseNumber' } });
      const found = route(item.employer_id);
      if (!found.ok) return found;
      const { accountId, scope } = found.value;
      const name = `${accountId} ${scope ?? ''}`;
      let connection = open.get(name);
      if (connection === undefined) {
        connection = connect(accountId, scope);
        open.set(name, connection);
      }
      return ok(connection);
    },
  };
}

const secretOf = (held: Result<{ value: Secret<string> }>): Result<Secret<string>> =>
  held.ok ? ok(held.value.value) : held;

export function addressOf(session: Session, item: AddressedItem): WorkerYearAddress {
  return {
    baseUrl: session.environment.services.fla.baseUrl.value,
    enterpriseNumber: item.enterprise_number ?? '',
    insz: item.insz,
    year: item.year,
  };
}
