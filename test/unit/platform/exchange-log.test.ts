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

describe('a secret or a number in an unusual place', () => {
  const hidden = 'Zq7opaqueSECRETvalue93xK';
  const plain = get('https://services.example.test/x');
  const cut = `"x":"${'y '.repeat(5_000)}"}`;

  it.each(['x-api-key', 'x-auth', 'x-session-id', 'authentication-info', 'dpop', 'proxy-authorization'])(
    'is not shown from the header %s of an answer',
    (name) => {
      expect(shown(plain, answer('{}', 'application/json', { [name]: hidden }))).not.toContain(hidden);
    },
  );

  it.each([
    ['location', `https://services.example.test/cb?access_token=${hidden}&x=1`],
    ['location', `https://services.example.test/cb#access_token=${hidden}&x=1`],
    ['location', `https://services.example.test/cb?code=${hidden}&x=1`],
    ['link', `<https://services.example.test/?firstName=${hidden}>; rel=next`],
  ])('is not shown from an address in the header %s: %s', (name, value) => {
    const seen = shown(plain, answer('{}', 'application/json', { [name]: value }));
    expect(seen).not.toContain(hidden);
    expect(seen).toContain('services.example.test');
  });

  it.each([
    `https://services.example.test/w?api-key=${hidden}`,
    `https://services.example.test/w;access_token=${hidden}`,
  ])('is not shown from the address %s', (url) => {
    expect(shown(get(url), answer('{}'))).not.toContain(hidden);
  });

  it.each([
    ...['tokens', 'refresh_tokens', 'secrets', 'api-key', 'private-key', 'passwordHash'].map((name) =>
      JSON.stringify({ [name]: [hidden] }),
    ),
    JSON.stringify({ x: JSON.stringify({ access_token: hidden }) }),
    JSON.stringify({ x: `a=1&access_token=${hidden}` }),
    `{"access\\u005ftoken":"${hidden}",${cut}`,
    `{"token":["${hidden}"],${cut}`,
    `{"givenName":["Janneke","${hidden}"],${cut}`,
  ])('is not shown from the JSON %s', (body) => {
    expect(shown(plain, answer(body))).not.toContain(hidden);
  });

  it.each([
    ['text/html', `<input name="access_token" value="${hidden}">`],
    ['application/xml', `<t><access_token>${hidden}</access_token></t>`],
    ['application/xml', `<t><p:firstName>${hidden}</p:firstName></t>`],
    ['text/plain', `error: token=${hidden} refused`],
    ['', `x=1&access%5Ftoken=${hidden}`],
  ])('is not shown from a body of type "%s": %s', (mediaType, body) => {
    expect(shown(plain, answer(body, mediaType))).not.toContain(hidden);
  });

  it.each([
    'ref85.07.30 - 033.28 y',
    'worker-85.07.30 - 033.28 y',
    '85.07.30 - 033.28e',
    'x 85:07:30:033:28 y',
    'x 85,07,30,033,28 y',
    '/w/85%2B07%2B30%2B033%2B28/x',
    '/w/85%C2%A007%C2%A030%C2%A0033%C2%A028/x',
    'x 85&nbsp;07&nbsp;30&nbsp;033&nbsp;28',
    'x 85\u200b07\u200b30\u200b033\u200b28',
    'x ８５０７３００３３２８',
  ])('is not shown from the text %s', (text) => {
    expect(shown(plain, answer(text, 'text/plain'))).not.toMatch(/033|０３３/);
  });

  it('leaves times, amounts, versions and codes as they are', () => {
    const text =
      '{"at": "2025-03-01T09:00:00.000+01:00","sum": "1.234.567,89","code": "F0003-155","token_type": "bearer"}';
    const seen = shown(plain, answer(text));
    for (const kept of ['2025-03-01T09:00:00.000+01:00', '1.234.567,89', 'F0003-155', 'bearer'])
      expect(seen).toContain(kept);
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
