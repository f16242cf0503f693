// Asks for a token with any pair of certificate and client id, to find out by the answers which part is wrong. What is
// granted is used by the examination and then forgotten: sending has its own source.
import { fail, type Result } from '../../preload/contract/result.ts';
import { type GrantedToken, requestToken } from '../accounts/token-api.ts';
import { sessionVault } from '../certificates/session-vault.ts';
import { clockCorrection, isBeyondCorrection, signAssertion } from '../certificates/sign-assertion.ts';
import type { HttpPort } from '../platform/http.ts';
import type { Session } from '../platform/session.ts';

export type TokenAsk = {
  certificateId: string;
  clientId: string;
  /** Null: left out, the service then grants what the account holds. */
  scope: string | null;
  /** Signs for the address that is asked, instead of for the environment's audience. */
  audience?: 'tokenUrl';
};
export type AskToken = (ask: TokenAsk) => Promise<Result<GrantedToken>>;

export function tokenAsker(session: Session, skewSeconds: number | null, signal: AbortSignal): AskToken {
  // One examination, one set of addresses: what is signed for one service is not posted to another entered meanwhile.
  const oauth = structuredClone(session.environment.oauth);
  const http: HttpPort = { ...session.http, fetch: (request) => session.http.fetch({ ...request, signal }) };
  return async ({ certificateId, clientId, scope, audience }) => {
    if (signal.aborted) return fail('cancelled', { retry: 'safe' });
    const key = await sessionVault(session).openSigningKey(certificateId);
    if (!key.ok) return key;
    const assertion = await signAssertion({
      key: key.value,
      clientId,
      audience: audience === undefined ? oauth.audience.value : oauth[audience].value,
      now: session.clock.now(),
      skewSeconds: clockCorrection(skewSeconds),
    });
    if (!assertion.ok) return assertion;
    const ask = { tokenUrl: oauth.tokenUrl.value, assertion: assertion.value, scope, now: session.clock.now };
    const { result } = await requestToken(http, ask);
    // Nothing else is blamed while the clock is off by more than is corrected.
    const refused = !result.ok && result.failure.code === 'clientRefused';
    return refused && isBeyondCorrection(skewSeconds)
      ? fail('clockSkew', { details: { seconds: skewSeconds ?? 0 } })
      : result;
  };
}

/** The pair was recognised, whatever else was refused. */
export function wasRecognised(answer: Result<unknown>): boolean {
  return answer.ok || answer.failure.code === 'scopeRefused' || answer.failure.code === 'permissionMissing';
}
