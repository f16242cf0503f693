// What an exchange may show: no number in any encoding, no token in a path; ordinary text and ordinary base64 stay as they are.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { redactBody, redactText, redactUrl } from '../../../main/platform/redact.ts';

const insz = '85073003328';
const encoded = (text: string, alphabet: 'base64' | 'base64url' = 'base64'): string =>
  Buffer.from(text).toString(alphabet);

describe('a number in base64', () => {
  it.each([
    ['alone', encoded(insz)],
    ['as people write it', encoded('85.07.30-033.28')],
    ['without the sign at its end', encoded(insz, 'base64url')],
    ['within JSON', encoded(JSON.stringify({ name: 'x', ssin: insz, year: 2025 }))],
    ['within JSON that spells a digit out', encoded('{"ssin":"\\u00385073003328"}')],
    ['in sixteen bits a sign', Buffer.from(insz, 'utf16le').toString('base64')],
    ['behind something else', `key_${encoded(insz, 'base64url')}`],
  ])('is taken out: %s', (_how, value) => {
    expect(redactText(`before ${value} after`)).toMatch(/^before \[number\]=* after$/);
  });

  it('is taken out of an address without the rest of its path', () => {
    const url = `https://services.example.test/REST/employees/${encoded(insz, 'base64url')}/trainings`;
    expect(redactUrl(url)).toBe('https://services.example.test/REST/employees/[number]/trainings');
  });

  it('is taken out of one part of a JWT that stands alone, and of a value in JSON', () => {
    const part = encoded(JSON.stringify({ sub: insz, iss: 'x' }), 'base64url');
    expect(redactBody(JSON.stringify({ claims: part }), 'application/json', [])).toContain('"[number]"');
  });

  it('never stays, whatever stands around it', () => {
    const around = fc.string({ maxLength: 40 }).map((text) => text.replace(/[\dA-Fa-f-]/g, ''));
    fc.assert(
      fc.property(fc.nat(900), around, around, (nth, before, after) => {
        const number = String(90_431_500_000 + nth);
        const shown = redactText(encoded(`${before} ${number} ${after}`));
        expect(Buffer.from(shown, 'base64').toString('latin1')).not.toContain(number);
      }),
    );
  });
});

describe('what is no number', () => {
  it('stays as it is: any bytes in base64', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 12, maxLength: 400 }), (bytes) => {
        const text = Buffer.from(bytes).toString('base64url');
        // Eleven figures in a row may stand in the letters of the code themselves.
        fc.pre(!/(?:\d[-_]?){11}/.test(text));
        expect(redactText(text)).toBe(text);
      }),
      { numRuns: 2_000 },
    );
  });

  it('stays as it is: text in base64 with shorter and longer figures', () => {
    const figures = fc.oneof(
      fc.nat(999_999_999),
      fc.integer({ min: 1_600_000_000_000, max: 1_900_000_000_000 }),
    );
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('Opleiding', 'heftruck', 'uur', 'jaar')),
        figures,
        (words, figure) => {
          const text = encoded(`${words.join(' ')} n${figure}n`, 'base64url');
          expect(redactText(text)).toBe(text);
        },
      ),
    );
  });

  it('stays as it is: identifiers, file names and words', () => {
    const text =
      'application/problem+json 0196f2d4-0000-7000-8000-000000000077 self_service_chaman_100042_a1b2c3d4e5';
    expect(redactText(text)).toBe(text);
  });
});

describe('a token in a path', () => {
  it.each([
    ['https://x.test/token/abcdefgh', 'https://x.test/token/[secret]'],
    ['https://x.test/v1/tokens/9f8e7d6c5b4a/sessions?x=1', 'https://x.test/v1/tokens/[secret]/sessions?x=1'],
    ['https://x.test/access-tokens/a.b~c%2Bd', 'https://x.test/access-tokens/[secret]'],
    ['https://x.test/token/introspect-abc', 'https://x.test/token/[secret]'],
    ['https://x.test/REST/oauth/v5/token', 'https://x.test/REST/oauth/v5/token'],
    ['https://x.test/token/introspect', 'https://x.test/token/introspect'],
    ['https://x.test/token/v2/revoke', 'https://x.test/token/v2/revoke'],
    ['https://x.test/tokens?page=2', 'https://x.test/tokens?page=2'],
  ])('%s', (url, shown) => {
    expect(redactUrl(url)).toBe(shown);
  });

  it('is taken out of a sentence too', () => {
    expect(redactText('see /token/abc123def for more')).toBe('see /token/[secret] for more');
  });
});
