// What can be looked at of an exchange: never a secret, a number or a name of a person, wherever it was planted.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asCurl, asHttp } from '../../../main/platform/copy-exchange.ts';
import { createExchangeLog, mostExchanges } from '../../../main/platform/exchange-log.ts';
import type { HttpOutcome, HttpRequest } from '../../../main/platform/http.ts';

const at = new Date('2025-03-01T09:00:00Z');
const get = (url: string, headers: Record<string, string> = {}): HttpRequest => ({
  method: 'GET',
  url,
  headers,
  timeoutMs: 1_000,
});
const answer = (
  body: string,
  mediaType = 'application/json',
  headers: Record<string, string> = {},
): HttpOutcome => ({
  kind: 'answer',
  status: 200,
  headers: { 'content-type': mediaType, ...headers },
  body: Buffer.from(body),
});
/** Everything that leaves the log for one exchange. */
function shown(request: HttpRequest, outcome: HttpOutcome): string {
  const log = createExchangeLog();
  log.note(request, outcome, at, 12);
  const detail = log.detail(1);
  if (detail === null) throw new Error('not kept');
  return [JSON.stringify(log.rows()), JSON.stringify(detail), asCurl(detail), asHttp(detail)].join('\n');
}

const digits = fc.stringMatching(/^[0-9]{11}$/);
const separator = fc.constantFrom('', '', '.', '-', ' ', '/', ' - ', '\u00a0', '_');
/** The number as written, and its digits. */
const insz = fc
  .tuple(digits, fc.array(separator, { minLength: 10, maxLength: 10 }))
  .map(([plain, between]) => ({
    plain,
    typed: [...plain].map((digit, index) => digit + (between[index] ?? '')).join(''),
  }));
const opaque = fc.stringMatching(/^[A-Za-z0-9_-]{24,60}$/).filter((text) => !/^\d+$/.test(text));
const password = fc.stringMatching(/^[A-Za-z0-9!%&+ ]{8,24}$/).filter((text) => text.trim().length >= 8);
const family = fc.stringMatching(/^Q[a-z]{6,12}q$/);

describe('an exchange that is looked at', () => {
  it('shows no planted number, name, token, assertion or password, in any place and spelling', () => {
    const place = fc.constantFrom('url', 'query', 'jsonText', 'jsonNumber', 'plain', 'header', 'cut', 'form');
    fc.assert(
      fc.property(insz, opaque, opaque, password, family, place, (person, token, tail, word, name, where) => {
        const assertion = `eyJhbGciOiJSUzI1NiJ9.${tail}.${token}x`;
        const url = 'https://services.example.test/fla/employers/0999999130';
        const text = `worker ${person.typed} is not known`;
        const fields = {
          access_token: token,
          client_assertion: assertion,
          givenName: name,
          password: word,
          detail: where === 'jsonText' ? text : '',
          ssin: where === 'jsonNumber' ? Number(`1${person.plain.slice(1)}`) : person.plain,
          quote: `token ${token} refused`,
        };
        const json = JSON.stringify(
          where === 'cut' ? { ...fields, filler: 'x'.repeat(9_000), detail: text } : fields,
        );
        const request: HttpRequest = {
          ...get(
            where === 'url'
              ? `${url}/employees/${encodeURIComponent(person.typed)}/trainings`
              : where === 'query'
                ? `${url}?worker=${encodeURIComponent(person.typed)}&access_token=${token}`
                : url,
            {
              authorization: `Bearer ${token}`,
              'content-type': where === 'form' ? 'application/x-www-form-urlencoded' : 'application/json',
              ...(where === 'header' ? { 'x-note': person.typed } : {}),
            },
          ),
          method: 'POST',
          body:
            where === 'form'
              ? `client_assertion=${encodeURIComponent(assertion)}&password=${encodeURIComponent(word)}&note=${encodeURIComponent(person.typed)}`
              : json,
        };
        const body = where === 'plain' ? text : json;
        const seen = shown(request, answer(body, where === 'plain' ? 'text/html' : 'application/json'));
        for (const secret of [token, assertion, name, word, person.typed]) expect(seen).not.toContain(secret);
        expect(seen.replace(/[\s.\-/_\u00a0]/g, '')).not.toContain(person.plain);
        expect(seen).not.toContain(encodeURIComponent(assertion));
      }),
      { numRuns: 400 },
    );
  });

  it('would show what is not taken out', () => {
    expect(
      shown(get('https://services.example.test/fla?note=planted-word'), answer('{"a":"planted-too"}')),
    ).toMatch(/planted-word[\s\S]*planted-too/);
  });

  it('keeps what helps: scheme, status, trace id, scope, enterprise number', () => {
    const seen = shown(
      get('https://services.example.test/employers/0999999130', { authorization: 'Bearer abcdefghijkl' }),
      answer('{"token_type":"bearer","scope":"scope:a:b","code":"F0003-155"}', 'application/json', {
        'belgov-trace-id': '0196f2d4-0000-7000-8000-000000000001',
      }),
    );
    for (const kept of [
      'Bearer …',
      '0999999130',
      'scope:a:b',
      'F0003-155',
      '0196f2d4-0000-7000-8000-000000000001',
    ])
      expect(seen).toContain(kept);
  });

  it('masks the login of a proxy or an address', () => {
    expect(
      shown(get('https://clerk:pass1word@services.example.test/x'), answer('see https://a:bcdefg@h/')),
    ).not.toMatch(/pass1word|bcdefg/);
  });
});

describe('the log', () => {
  it('holds the last five hundred, newest first, and nothing after clearing', () => {
    const log = createExchangeLog();
    for (let number = 0; number < mostExchanges + 150; number += 1)
      log.note(get(`https://services.example.test/${number}`), answer('{}'), at, 1);
    const rows = log.rows();
    expect(rows).toHaveLength(mostExchanges);
    expect(rows[0]?.url).toBe(`https://services.example.test/${mostExchanges + 149}`);
    expect(log.detail(1)).toBeNull();
    log.clear();
    expect(log.rows()).toEqual([]);
    expect(log.detail(mostExchanges + 150)).toBeNull();
  });

  it('tells why no answer came', () => {
    const log = createExchangeLog();
    log.note(get('https://services.example.test/'), { kind: 'notSent', reason: 'connectionRefused' }, at, 3);
    expect(log.rows()[0]).toMatchObject({ status: null, ended: 'connectionRefused' });
  });

  it('copies a command that a shell reads as one, whatever stands in it', () => {
    const log = createExchangeLog();
    log.note(
      { ...get("https://services.example.test/it's"), method: 'POST', body: `{"a":"it's $(rm) \`x\`"}` },
      answer('{}'),
      at,
      3,
    );
    const detail = log.detail(1);
    if (detail === null) throw new Error('not kept');
    expect(asCurl(detail)).toContain("it'\\''s $(rm)");
  });
});
