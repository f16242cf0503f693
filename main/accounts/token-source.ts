// Access tokens: in memory only, one per account and scope, one request in flight for each, renewed before they end. A
// token is asked with the key that is the account's at that moment, also when it goes over to another certificate.

import type { Account } from '../../preload/contract/accounts.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { sessionVault } from '../certificates/session-vault.ts';
import { clockCorrection, isBeyondCorrection, signAssertion } from '../certificates/sign-assertion.ts';
import type { Secret } from '../platform/secret.ts';
import type { Session } from '../platform/session.ts';
import { findAccount } from './account-store.ts';
import { type GrantedToken, requestToken } from './token-api.ts';

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
  /** Asks with the key of another certificate than the account's own, to try it. The token is not held. Same failures. */
  tokenWith(certificateId: string, accountId: string, scope: string | null): Promise<Result<AccessToken>>;
  /** The service's clock minus ours in seconds, as its last answer said; null before. */
  skewSeconds(): number | null;
  /** Drops what is held: the account changed, or the app is locked. Who waits for a token gets it all the same. */
  forget(accountId?: string): void;
};

/** A token is asked for again this long before it ends. */
export const renewBeforeMs = 30_000;
/** An account that changes hands more often than this while one token is asked is no account at rest. */
const mostTries = 4;

type Held = { token: AccessToken; until: number };
type Asking = { scope: string | null; certificateId?: string };
type Signer = Pick<Account, 'clientId' | 'certificateId'>;

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

  /** The account as it is now, with the certificate that is to sign. */
  const signerOf = (accountId: string, asking: Asking): Result<Signer> => {
    const account = findAccount(session.db, accountId);
    if (account === null) return fail('accountMissing');
    return ok({ clientId: account.clientId, certificateId: asking.certificateId ?? account.certificateId });
  };

  const exchange = async (
    { clientId, certificateId }: Signer,
    scope: string | null,
    mayLeave: () => boolean,
  ): Promise<Result<GrantedToken> | 'changed'> => {
    if (certificateId === null) return fail('entryMissing');
    const key = await sessionVault(session).openSigningKey(certificateId);
    if (!key.ok) return mayLeave() ? key : 'changed';
    // As they stand now: what is signed for one service must not be posted to another that is entered meanwhile.
    const { audience, tokenUrl } = structuredClone(session.environment.oauth);
    const once = async (skewSeconds: number) => {
      const assertion = await signAssertion({
        key: key.value,
        clientId,
        audience: audience.value,
        now: session.clock.now(),
        skewSeconds,
      });
      if (!assertion.ok) return assertion;
      // Opening and signing take time in which the account may have gone over to another key: this one then stays here.
      if (!mayLeave()) return 'changed';
      const answer = await requestToken(session.http, {
        tokenUrl: tokenUrl.value,
        assertion: assertion.value,
        scope,
        now: session.clock.now,
      });
      if (answer.skewSeconds !== null) skew = answer.skewSeconds;
      return answer.result;
    };
    const used = clockCorrection(skew);
    const granted = await once(used);
    // Refused because this PC's clock is off: the answer's own date tells by how much, so ask once more with it.
    if (!wasRefused(granted)) return granted;
    if (isBeyondCorrection(skew)) return fail('clockSkew', { details: { seconds: skew ?? 0 } });
    if (clockCorrection(skew) === used) return granted;
    const again = await once(clockCorrection(skew));
    return wasRefused(again) ? fail('clockSkew', { details: { seconds: skew ?? 0 } }) : again;
  };

  const ask = async (accountId: string, asking: Asking): Promise<Result<AccessToken>> => {
    for (let tries = 1; ; tries += 1) {
      const signer = signerOf(accountId, asking);
      if (!signer.ok) return signer;
      const isStillIts = (): boolean => {
        const now = signerOf(accountId, asking);
        return now.ok && sameSigner(now.value, signer.value);
      };
      const granted = await exchange(signer.value, asking.scope, isStillIts);
      // Refused with a key that meanwhile was taken off: the account has another, so the refusal does not concern it.
      const tooLate = granted === 'changed' || (wasRefused(granted) && !isStillIts());
      if ((tooLate || !isSameClient(signerOf(accountId, asking), signer.value)) && tries < mostTries)
        continue;
      if (granted === 'changed') return fail('conflict', { retry: 'safe' });
      if (!granted.ok) return granted;
      const { expiresInSeconds } = granted.value;
      const expiresAt = new Date(session.clock.now().getTime() + expiresInSeconds * 1_000);
      return ok({ ...granted.value, expiresAt });
    }
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
      const asking = ask(accountId, { scope })
        .then((result) => {
          // Forgotten meanwhile: those who wait for it may use it, those who come later ask for their own.
          if (inFlight.get(name) !== asking) return result;
          if (!result.ok) held.delete(name);
          else held.set(name, { token: result.value, until: began + result.value.expiresInSeconds * 1_000 });
          return result;
        })
        .finally(() => {
          if (inFlight.get(name) === asking) inFlight.delete(name);
        });
      inFlight.set(name, asking);
      return asking;
    },
    tokenWith: (certificateId, accountId, scope) => ask(accountId, { scope, certificateId }),
    skewSeconds: () => skew,
    forget(accountId) {
      const concerns = (name: string) => accountId === undefined || name.startsWith(`["${accountId}"`);
      for (const name of held.keys()) if (concerns(name)) held.delete(name);
      for (const name of inFlight.keys()) if (concerns(name)) inFlight.delete(name);
    },
  };
}

const sameSigner = (one: Signer, other: Signer): boolean =>
  one.clientId === other.clientId && one.certificateId === other.certificateId;

/** A token counts for the client that asked it, whatever its key: after a change of client id it is another's. */
const isSameClient = (now: Result<Signer>, then: Signer): boolean =>
  now.ok && now.value.clientId === then.clientId;

const wasRefused = (result: Result<GrantedToken> | 'changed'): boolean =>
  result !== 'changed' && !result.ok && result.failure.code === 'clientRefused';
