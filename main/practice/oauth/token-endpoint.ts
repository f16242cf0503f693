// The token endpoint: form in, opaque bearer token out (RFC 6749 with client_credentials only).
import { randomBytes } from 'node:crypto';
import type { Switches } from '../admin/switches.ts';
import type { PracticeClock } from '../clock.ts';
import type { Contract } from '../contract/load-contract.ts';
import { isMediaType } from '../http/body.ts';
import type { Exchange, Reply } from '../http/exchange.ts';
import { methodNotAllowed } from '../http/problem.ts';
import type { Account, AccountStore } from '../store/account-store.ts';
import type { TokenStore } from '../store/token-store.ts';
import { judgeAssertion } from './client-assertion.ts';

const NO_STORE = { 'cache-control': 'no-store', pragma: 'no-cache' };
const ASSERTION_TYPE = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

export interface TokenEndpointParts {
  readonly contract: Contract;
  readonly clock: PracticeClock;
  readonly accounts: AccountStore;
  readonly tokens: TokenStore;
  readonly switches: Switches;
  readonly audience: string;
  /** Every scope that the rights of this account carry. */
  readonly scopesOf: (account: Account) => readonly string[];
}

const refusal = (error: string, description: string, status = 400): Reply => ({
  status,
  headers: NO_STORE,
  mediaType: 'application/json;charset=UTF-8',
  json: { error, error_description: description },
});

/** The form as a plain object; undefined on a repeated parameter. */
const readForm = (body: Buffer): Record<string, string> | undefined => {
  const form: Record<string, string> = {};
  for (const [name, value] of new URLSearchParams(body.toString('utf8'))) {
    if (Object.hasOwn(form, name)) return undefined;
    form[name] = value;
  }
  return form;
};

const grantedScopes = (
  asked: string | undefined,
  owned: readonly string[],
): readonly string[] | undefined => {
  if (asked === undefined || asked.trim() === '') return owned;
  const wanted = [...new Set(asked.trim().split(/ +/))];
  return wanted.every((scope) => owned.includes(scope)) ? wanted : undefined;
};

export const createTokenEndpoint = (parts: TokenEndpointParts): ((exchange: Exchange) => Reply) => {
  const schema = parts.contract.schema('TokenRequest');

  const formOf = (exchange: Exchange): Record<string, string> | Reply => {
    if (!isMediaType(exchange.headers['content-type'], 'application/x-www-form-urlencoded')) {
      return refusal('invalid_request', 'the content type must be application/x-www-form-urlencoded');
    }
    const form = readForm(exchange.body);
    if (form === undefined) return refusal('invalid_request', 'a parameter is repeated');
    const grant = form['grant_type'];
    if (grant !== undefined && grant !== 'client_credentials') {
      return refusal('unsupported_grant_type', 'only client_credentials is supported');
    }
    const type = form['client_assertion_type'];
    if (type !== undefined && type !== ASSERTION_TYPE) {
      return refusal('invalid_request', 'client_assertion_type is not supported');
    }
    if (schema(form)) return form;
    const first = schema.errors?.[0];
    return refusal('invalid_request', `${first?.instancePath.slice(1) ?? ''} ${first?.message ?? ''}`.trim());
  };

  const isReply = (value: Record<string, string> | Reply): value is Reply => typeof value.status === 'number';

  return (exchange) => {
    if (exchange.method !== 'POST') return methodNotAllowed('POST');
    const form = formOf(exchange);
    if (isReply(form)) return form;
    const now = parts.clock.securityNow();
    const verdict = judgeAssertion(form['client_assertion'] ?? '', {
      accounts: parts.accounts,
      audience: parts.audience,
      now,
      claimOnce: (clientId, jti, until) =>
        parts.tokens.useAssertion(clientId, jti, until) || !parts.switches.all().refuseReplay,
    });
    if ('error' in verdict) {
      const status = verdict.error === 'invalid_client' ? parts.switches.all().invalidClientStatus : 400;
      return refusal(verdict.error, verdict.description, status);
    }
    const { account } = verdict;
    if (form['client_id'] !== undefined && form['client_id'] !== account.clientId) {
      return refusal('invalid_client', 'client_id is not the issuer of the assertion');
    }
    const owned = parts.scopesOf(account);
    if (owned.length === 0)
      return refusal('unauthorized_client', 'the account has no right that carries a scope');
    const scopes = grantedScopes(form['scope'], owned);
    if (scopes === undefined) return refusal('invalid_scope', 'a scope is not attached to this account');
    const token = randomBytes(32).toString('base64url');
    const life = parts.switches.all().tokenSeconds;
    parts.tokens.add(token, { clientId: account.clientId, scopes, expiresAt: now + life * 1000 });
    return {
      status: 200,
      headers: NO_STORE,
      mediaType: 'application/json;charset=UTF-8',
      json: { access_token: token, token_type: 'bearer', expires_in: life, scope: scopes.join(' ') },
    };
  };
};
