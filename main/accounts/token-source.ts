// Access tokens: in memory only, one per account and scope, one request in flight for each, renewed before they end.
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { sessionVault } from '../certificates/session-vault.ts';
import { signAssertion } from '../certificates/sign-assertion.ts';
import type { Secret } from '../platform/secret.ts';
import type { Session } from '../platform/session.ts';
import { findAccount } from './account-store.ts';
import { requestToken } from './token-api.ts';

export type AccessToken = {
  value: Secret<string>;
  expiresAt: Date;
  expiresInSeconds: number;
  /** Granted scopes, separated by blanks. */
  scope: string;
};

export type TokenSource = {
  /**
   * A token that is good for 30 seconds at least. `fresh` asks anew, also when one is held: after a 401 in mid-run.
   * Failures: accountMissing, those of the certificate and the keychain, those of the network, clientRefused,
   * scopeRefused, permissionMissing, clockSkew (`details.seconds`), serviceUnavailable, tooManyRequests.
   */
  token(accountId: string, scope: string | null, options?: { fresh?: boolean }): Promise<Result<AccessToken>>;
  /** The service's clock minus ours in seconds, as its last answer said; null before. */
  skewSeconds(): number | null;
  /** Drops what is held: the account changed, or the app is locked. */
  forget(accountId?: string): void;
};

/** A token is asked for again this long before it ends. */
export const renewBeforeMs = 30_000;
/** Up to this difference an assertion of five minutes works without a correction. */
const toleratedSkewSeconds = 60;

type Held = { token: AccessToken; until: number };

const sources = new WeakMap<Session, TokenSource>();

/** One source per open environment, so that all features share tokens. */
export function tokenSource(session: Session): TokenSource {
  let source = sources.get(session);
  if (source === undefined) {
    source = createTokenSource(session);
    sources.set(session, source);
  }
  return source;
}

function createTokenSource(session: Session): TokenSource {
  const held = new Map<string, Held>();
  const inFlight = new Map<string, Promise<Result<AccessToken>>>();
  let skew: number | null = null;

  const ask = async (accountId: string, scope: string | null): Promise<Result<AccessToken>> => {
    const account = findAccount(session.db, accountId);
    if (account === null) return fail('accountMissing');
    if (account.certificateId === null) return fail('entryMissing');
    const key = await sessionVault(session).openSigningKey(account.certificateId);
    if (!key.ok) return key;
    const once = async (skewSeconds: number) => {
      const assertion = await signAssertion({
        key: key.value,
        clientId: account.clientId,
        audience: session.environment.oauth.audience.value,
        now: session.clock.now(),
        skewSeconds,
      });
      if (!assertion.ok) return assertion;
      const exchange = await requestToken(session.http, {
        tokenUrl: session.environment.oauth.tokenUrl.value,
        assertion: assertion.value,
        scope,
        now: session.clock.now,
      });
      if (exchange.skewSeconds !== null) skew = exchange.skewSeconds;
      return exchange.result;
    };
    const used = correction(skew);
    let granted = await once(used);
    // Refused because this PC's clock is off: the answer's own date tells by how much, so ask once more with it.
    const clockIsOff = !granted.ok && granted.failure.code === 'clientRefused' && correction(skew) !== used;
    if (clockIsOff) granted = await once(correction(skew));
    if (!granted.ok)
      return clockIsOff && granted.failure.code === 'clientRefused'
        ? fail('clockSkew', { details: { seconds: skew ?? 0 } })
        : granted;
    const { expiresInSeconds } = granted.value;
    const expiresAt = new Date(session.clock.now().getTime() + expiresInSeconds * 1_000);
    return ok({ ...granted.value, expiresAt });
  };

  return {
    token(accountId, scope, { fresh = false } = {}) {
      const name = JSON.stringify([accountId, scope]);
      const running = inFlight.get(name);
      if (running) return running;
      const known = held.get(name);
      const good = known !== undefined && known.until - renewBeforeMs > session.clock.monotonic();
      if (!fresh && good) return Promise.resolve(ok(known.token));
      const began = session.clock.monotonic();
      const asking = ask(accountId, scope)
        .then((result) => {
          if (!result.ok) held.delete(name);
          else held.set(name, { token: result.value, until: began + result.value.expiresInSeconds * 1_000 });
          return result;
        })
        .finally(() => inFlight.delete(name));
      inFlight.set(name, asking);
      return asking;
    },
    skewSeconds: () => skew,
    forget(accountId) {
      for (const name of held.keys()) {
        if (accountId === undefined || name.startsWith(`["${accountId}"`)) held.delete(name);
      }
    },
  };
}

const correction = (skew: number | null): number =>
  skew !== null && Math.abs(skew) > toleratedSkewSeconds ? skew : 0;
