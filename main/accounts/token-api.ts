// One exchange with the token endpoint (RFC 6749 §4.4 with a client assertion, RFC 7523 §2.2): form out, answer sorted.
import { type Failure, type FailureCode, fail, ok, type Result } from '../../preload/contract/result.ts';
import type { HttpAnswer, HttpOutcome, HttpPort } from '../platform/http.ts';
import { retryAfterSeconds } from '../platform/retry-after.ts';
import { type Secret, secret } from '../platform/secret.ts';

export type GrantedToken = { value: Secret<string>; expiresInSeconds: number; scope: string };
/** What was learned besides: the service's clock minus ours, in seconds; null without a usable `Date`. */
export type TokenExchange = { result: Result<GrantedToken>; skewSeconds: number | null };

const TIMEOUT_MS = 20_000;
const MOST_BYTES = 64 * 1024;
const ASSERTION_TYPE = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

export async function requestToken(
  http: HttpPort,
  ask: { tokenUrl: string; assertion: string; scope: string | null; now: () => Date },
): Promise<TokenExchange> {
  const form = new URLSearchParams({
    grant_type: 'client_credentials',
    client_assertion_type: ASSERTION_TYPE,
    client_assertion: ask.assertion,
    ...(ask.scope === null ? {} : { scope: ask.scope }),
  });
  const outcome = await http.fetch({
    method: 'POST',
    url: ask.tokenUrl,
    headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
    body: form.toString(),
    timeoutMs: TIMEOUT_MS,
    maxBytes: MOST_BYTES,
  });
  if (outcome.kind !== 'answer') return { result: lost(outcome), skewSeconds: null };
  const skewSeconds = skewOf(outcome.headers['date'], ask.now());
  return { result: readAnswer(outcome, ask.scope, ask.now()), skewSeconds };
}

/** Asking for a token changes nothing at the other side, so that every failure may be tried again. */
export function lost(outcome: Exclude<HttpOutcome, { kind: 'answer' }>): { ok: false; failure: Failure } {
  const code: FailureCode = outcome.reason === 'connectionLost' ? 'offline' : reasonCodes[outcome.reason];
  return fail(code, { retry: 'safe' });
}

const reasonCodes = {
  offline: 'offline',
  nameNotResolved: 'nameNotResolved',
  connectionRefused: 'connectionRefused',
  tlsNotTrusted: 'tlsNotTrusted',
  proxyRefused: 'proxyRefused',
  timeout: 'timeout',
  cancelled: 'cancelled',
  halfBody: 'unexpectedAnswer',
  tooLarge: 'unexpectedAnswer',
} as const satisfies Record<string, FailureCode>;

/** `Date` has whole seconds: an answer half a second old may still show one second of difference. */
export function skewOf(date: string | undefined, now: Date): number | null {
  const theirs = date === undefined ? Number.NaN : Date.parse(date);
  if (Number.isNaN(theirs)) return null;
  const seconds = Math.round((theirs - now.getTime()) / 1_000);
  return Math.abs(seconds) <= 1 ? 0 : seconds;
}

function readAnswer(
  { status, headers, body }: HttpAnswer,
  asked: string | null,
  now: Date,
): Result<GrantedToken> {
  const json = readObject(body);
  if (status === 200 && json) return readGrant(json, asked);
  const seconds = retryAfterSeconds(headers, now);
  const waiting = {
    retry: 'safe' as const,
    ...(seconds === null ? {} : { details: { retryAfterSeconds: seconds } }),
  };
  if (status === 429) return fail('tooManyRequests', waiting);
  if (status >= 500) return fail('serviceUnavailable', waiting);
  // A page in place of an answer: something on the way answers for the service.
  const page = /html/i.test(headers['content-type'] ?? '');
  if (status !== 400 && status !== 401) return fail('unexpectedAnswer', { details: { status, page } });
  const error = typeof json?.['error'] === 'string' ? json['error'] : '';
  // 400 and 401 mean the same here: RFC 6749 §5.2 allows both for an invalid client.
  if (error === 'invalid_client') return fail('clientRefused');
  if (error === 'invalid_scope') return fail('scopeRefused');
  if (error === 'unauthorized_client') return fail('permissionMissing');
  if (error === 'temporarily_unavailable' || error === 'server_error')
    return fail('serviceUnavailable', { retry: 'safe' });
  return fail('unexpectedAnswer', { details: { status } });
}

/** Ours to believe, in seconds: a day is far beyond what the service gives, and a number beyond all counting is no life. */
const LONGEST_LIFE = 86_400;

function readGrant(json: Record<string, unknown>, asked: string | null): Result<GrantedToken> {
  const { access_token: token, token_type: type, expires_in: life, scope } = json;
  const bearer = typeof type === 'string' && type.toLowerCase() === 'bearer';
  // RFC 6750 §2.1: what may stand behind "Bearer " in a header.
  const usable = typeof token === 'string' && /^[A-Za-z0-9\-._~+/]+=*$/.test(token);
  const seconds = typeof life === 'number' && life > 0 ? Math.min(Math.floor(life), LONGEST_LIFE) : null;
  if (!bearer || !usable || seconds === null) return fail('unexpectedAnswer', { details: { status: 200 } });
  return ok({
    value: secret(token),
    expiresInSeconds: seconds,
    scope: typeof scope === 'string' ? scope.slice(0, 2_000) : (asked ?? ''),
  });
}

function readObject(body: Uint8Array): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(Buffer.from(body).toString('utf8'));
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null;
  } catch {
    return null;
  }
}
