// Finds the caller behind an Authorization header and checks its scope (RFC 6750, header transport only).
import type { PracticeClock } from '../clock.ts';
import type { Refused } from '../http/contract-routes.ts';
import type { Exchange } from '../http/exchange.ts';
import * as problems from '../http/problem.ts';
import type { Account, AccountStore } from '../store/account-store.ts';
import type { TokenStore } from '../store/token-store.ts';

export interface Caller {
  readonly account: Account;
  readonly scopes: readonly string[];
}

/** Who calls an operation that is open to all. */
export const ANYBODY: Caller = {
  account: {
    clientId: '',
    enterpriseNumber: '',
    quality: '',
    name: '',
    rights: [],
    state: 'active',
    createdAt: '',
  },
  scopes: [],
};

export interface BearerParts {
  readonly clock: PracticeClock;
  readonly tokens: TokenStore;
  readonly accounts: AccountStore;
  /** Every scope that the rights of an account carry now. */
  readonly scopesOf: (account: Account) => readonly string[];
}

/** The token of a well-formed Bearer header; undefined when there is none. */
export const bearerToken = (header: string | undefined): string | undefined =>
  /^Bearer +([A-Za-z0-9\-._~+/]+=*)$/i.exec(header ?? '')?.[1];

/** The caller when its token is good and holds one of `accepted` (all when empty). */
export const authoriseBearer = (
  parts: BearerParts,
  exchange: Exchange,
  accepted: readonly string[],
): { caller: Caller } | Refused => {
  const header = exchange.headers.authorization;
  if (header === undefined) return { refused: problems.noAccessToken() };
  const token = bearerToken(header);
  const issued = token === undefined ? undefined : parts.tokens.find(token);
  if (issued === undefined) return { refused: problems.invalidAccessToken() };
  if (issued.expiresAt <= parts.clock.securityNow()) return { refused: problems.expiredAccessToken() };
  const account = parts.accounts.account(issued.clientId);
  if (account === undefined || account.state !== 'active') return { refused: problems.invalidAccessToken() };
  // A right that was withdrawn since counts no more, however long the token lives.
  const owned = parts.scopesOf(account);
  const scopes = issued.scopes.filter((scope) => owned.includes(scope));
  if (accepted.length > 0 && !accepted.some((scope) => scopes.includes(scope))) {
    return { refused: problems.missingScope(accepted) };
  }
  return { caller: { account, scopes } };
};
