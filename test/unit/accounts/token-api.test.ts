// Each answer of the token endpoint becomes one failure with its own remedy, or a token; nothing else gets through.
import { describe, expect, it } from 'vitest';
import { requestToken, skewOf } from '../../../main/accounts/token-api.ts';
import type { HttpOutcome, HttpPort, HttpRequest } from '../../../main/platform/http.ts';

const now = new Date('2025-03-01T12:00:00Z');

async function ask(outcome: HttpOutcome, scope: string | null = null) {
  const seen: HttpRequest[] = [];
  const http: HttpPort = {
    fetch: async (request) => {
      seen.push(request);
      return outcome;
    },
    close: async () => {},
  };
  const tokenUrl = 'https://127.0.0.1/token';
  return { ...(await requestToken(http, { tokenUrl, assertion: 'a.b.c', scope, now: () => now })), seen };
}

const answer = (status: number, json: unknown, headers: Record<string, string> = {}): HttpOutcome => ({
  kind: 'answer',
  status,
  headers,
  body: Buffer.from(typeof json === 'string' ? json : JSON.stringify(json)),
});
const granted = { access_token: 'abc', token_type: 'Bearer', expires_in: 600, scope: 's' };

describe('requestToken', () => {
  it('posts the form that RFC 7523 asks, with the scope only when there is one', async () => {
    const { seen } = await ask(answer(200, granted));
    const form = new URLSearchParams(String(seen[0]?.body));
    expect([...form.keys()]).toEqual(['grant_type', 'client_assertion_type', 'client_assertion']);
    const withScope = await ask(answer(200, granted), 'scope:x');
    expect(new URLSearchParams(String(withScope.seen[0]?.body)).get('scope')).toBe('scope:x');
  });

  it('gives the token as a secret that does not print', async () => {
    const { result } = await ask(answer(200, granted));
    expect(result).toMatchObject({ ok: true, value: { expiresInSeconds: 600, scope: 's' } });
    expect(JSON.stringify(result)).not.toContain('abc');
    expect(result.ok && result.value.value.reveal()).toBe('abc');
  });

  it.each([
    ['invalid_client', 400, 'clientRefused'],
    ['invalid_client', 401, 'clientRefused'],
    ['invalid_scope', 400, 'scopeRefused'],
    ['unauthorized_client', 400, 'permissionMissing'],
    ['invalid_request', 400, 'unexpectedAnswer'],
    ['temporarily_unavailable', 503, 'serviceUnavailable'],
    ['server_error', 500, 'serviceUnavailable'],
  ])('sorts %s (%i) as %s', async (error, status, code) => {
    expect((await ask(answer(status, { error }))).result).toMatchObject({ failure: { code } });
  });

  it('believes no life beyond a day', async () => {
    const { result } = await ask(answer(200, { ...granted, expires_in: 1e308 }));
    expect(result).toMatchObject({ ok: true, value: { expiresInSeconds: 86_400 } });
  });

  it('passes on how long the service asks to wait', async () => {
    const { result } = await ask(answer(429, {}, { 'retry-after': '7' }));
    expect(result).toMatchObject({
      failure: { code: 'tooManyRequests', retry: 'safe', details: { retryAfterSeconds: 7 } },
    });
  });

  it.each([
    ['a web page', answer(200, '<html>')],
    ['a redirect', answer(302, '', { location: 'https://127.0.0.1/x' })],
    ['another kind of token', answer(200, { ...granted, token_type: 'mac' })],
    ['no lifetime', answer(200, { ...granted, expires_in: undefined })],
    ['a lifetime in words', answer(200, { ...granted, expires_in: '600' })],
    ['a token that cannot stand in a header', answer(200, { ...granted, access_token: 'a\r\nb' })],
    ['an empty token', answer(200, { ...granted, access_token: '' })],
    ['a list', answer(200, [])],
  ])('does not take %s for a token', async (_what, outcome) => {
    expect((await ask(outcome)).result).toMatchObject({ failure: { code: 'unexpectedAnswer' } });
  });

  it.each([
    [{ kind: 'notSent', reason: 'nameNotResolved' } as const, 'nameNotResolved'],
    [{ kind: 'notSent', reason: 'tlsNotTrusted' } as const, 'tlsNotTrusted'],
    [{ kind: 'notSent', reason: 'connectionLost' } as const, 'offline'],
    [{ kind: 'unknown', reason: 'timeout' } as const, 'timeout'],
    [{ kind: 'unknown', reason: 'halfBody' } as const, 'unexpectedAnswer'],
  ])('may always be tried again after %j', async (outcome, code) => {
    expect((await ask(outcome)).result).toMatchObject({ failure: { code, retry: 'safe' } });
  });

  it('measures the clock by the date of the answer', async () => {
    const { skewSeconds } = await ask(answer(400, {}, { date: 'Sat, 01 Mar 2025 12:10:00 GMT' }));
    expect(skewSeconds).toBe(600);
    expect(skewOf('Sat, 01 Mar 2025 11:59:59 GMT', now)).toBe(0);
    expect(skewOf('yesterday', now)).toBeNull();
  });
});
