// Asks for a token with any pair of certificate and client id, to find out by the answers which part is wrong. What is
// granted is used by the examination and then forgotten: sending has its own source.
import { fail, type Result } from '../../preload/contract/result.ts';
import { type GrantedToken, requestToken } from '../accounts/token-api.ts';
import { sessionVault } from '../certificates/session-vault.ts';
import { signAssertion } from '../certificates/sign-assertion.ts';
import type { HttpPort } from '../platform/http.ts';
import type { Session } from '../platform/session.ts';

export type TokenAsk = {
  certificateId: string;
  clientId: string;
  /** Null: left out, the service then grants what the account holds. */
  scope: string | null;
  /** Another audience than the environment's. */
  audience?: string;
};
export type AskToken = (ask: TokenAsk) => Promise<Result<GrantedToken>>;

/** Up to this difference an assertion of five minutes works without a correction. */
const toleratedSkewSeconds = 60;

export function tokenAsker(session: Session, skewSeconds: number | null, signal: AbortSignal): AskToken {
  const skew = skewSeconds !== null && Math.abs(skewSeconds) > toleratedSkewSeconds ? skewSeconds : 0;
  const http: HttpPort = { ...session.http, fetch: (request) => session.http.fetch({ ...request, signal }) };
  return async ({ certificateId, clientId, scope, audience }) => {
    if (signal.aborted) return fail('cancelled', { retry: 'safe' });
    const { oauth } = session.environment;
    const key = await sessionVault(session).openSigningKey(certificateId);
    if (!key.ok) return key;
    const assertion = await signAssertion({
      key: key.value,
      clientId,
      audience: audience ?? oauth.audience.value,
      now: session.clock.now(),
      skewSeconds: skew,
    });
    if (!assertion.ok) return assertion;
    const ask = { tokenUrl: oauth.tokenUrl.value, assertion: assertion.value, scope, now: session.clock.now };
    return (await requestToken(http, ask)).result;
  };
}

/** The pair was recognised, whatever else was refused. */
export function wasRecognised(answer: Result<unknown>): boolean {
  return answer.ok || answer.failure.code === 'scopeRefused' || answer.failure.code === 'permissionMissing';
}
