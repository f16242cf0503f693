// Whose word a refusal is: only a problem of the service itself refuses a record, a page or a gateway's answer does not.
import { expect, it } from 'vitest';
import { refusalOf } from '../../../main/training/fla-problem.ts';

const now = new Date('2025-03-01T10:00:00Z');
const answer = (status: number, contentType: string, body: string, headers = {}) =>
  refusalOf(
    {
      kind: 'answer',
      status,
      headers: { 'content-type': contentType, ...headers },
      body: new TextEncoder().encode(body),
    },
    now,
  );
const problem = (type: string) => JSON.stringify({ type, title: 'x', status: 0 });
const json = 'application/problem+json';

it.each([
  [403, json, problem('urn:problem-type:belgif:missingPermission'), 'refused', 'mandateMissing'],
  [403, json, problem('urn:problem-type:belgif:missingScope'), 'stop', 'permissionMissing'],
  [403, 'text/html', '<h1>Blocked by the proxy</h1>', 'unknown', 'unexpectedAnswer'],
  [403, 'application/json', '{"message":"Forbidden"}', 'unknown', 'unexpectedAnswer'],
  [404, json, problem('urn:problem-type:belgif:resourceNotFound'), 'refused', 'notFound'],
  [404, 'application/json', '{"message":"no Route matched"}', 'unknown', 'unexpectedAnswer'],
  [404, json, '{"type":"about:blank","status":404}', 'unknown', 'unexpectedAnswer'],
  [400, json, problem('urn:problem-type:belgif:badRequest'), 'refused', 'unexpectedAnswer'],
  [400, 'text/html', '<h1>Bad request</h1>', 'unknown', 'unexpectedAnswer'],
  [400, json, '{"type":"urn:problem', 'unknown', 'unexpectedAnswer'],
  [401, 'text/html', '', 'token', 'tokenExpired'],
  [408, 'text/html', '', 'unknown', 'outcomeUnknown'],
  [302, 'text/html', '', 'unknown', 'outcomeUnknown'],
  [504, 'text/html', '', 'unknown', 'outcomeUnknown'],
  [409, json, problem('urn:problem-type:belgif:conflict'), 'wait', 'serviceUnavailable'],
])('%i as %s with %s: %s, %s', (status, contentType, body, kind, code) => {
  expect(answer(status, contentType, body)).toMatchObject({ kind, failure: { code } });
});

it('a wait is the header’s before the problem’s own seconds, and never a day longer', () => {
  const seconds = (retryAfterSec: number) => JSON.stringify({ type: 'urn:problem-type:x', retryAfterSec });
  const at = (body: string, headers = {}) => {
    const refusal = answer(429, json, body, headers);
    return refusal.kind === 'wait' && refusal.retryAt?.toISOString();
  };
  expect(at(seconds(5), { 'retry-after': '9' })).toBe('2025-03-01T10:00:09.000Z');
  expect(at(seconds(5))).toBe('2025-03-01T10:00:05.000Z');
  expect(at(seconds(-5))).toBe('2025-03-01T10:00:00.000Z');
  expect(at(seconds(1e300))).toBe('2025-03-02T10:00:00.000Z');
});
