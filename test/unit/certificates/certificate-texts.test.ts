// Every sentence that a criterion can point to exists in the four languages and takes its parameters.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, test } from 'vitest';
import { readIssuerList } from '../../../main/certificates/issuer-list.ts';
import type { CertificateFacts } from '../../../preload/rules/certificates/certificate-facts.ts';
import { judgeCertificate } from '../../../preload/rules/certificates/criteria.ts';
import { formatParams } from '../../../preload/rules/certificates/format-params.ts';
import { verdictWords } from '../../../preload/rules/certificates/verdict-words.ts';

const resources = join(import.meta.dirname, '../../../resources');
type Tree = { [key: string]: string | Tree };
const read = (language: string): Tree =>
  JSON.parse(readFileSync(join(resources, 'locales', language, 'certificates.json'), 'utf8'));

const flat = (tree: Tree, prefix = ''): string[] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [`${prefix}${key}`] : flat(value, `${prefix}${key}.`),
  );

function sentence(tree: Tree, key: string): string {
  const found = key
    .replace(/^certificates:/, '')
    .split('.')
    .reduce<string | Tree | undefined>((at, step) => (typeof at === 'object' ? at[step] : undefined), tree);
  if (typeof found !== 'string') throw new Error(`no sentence for ${key}`);
  return found;
}

const base: CertificateFacts = {
  format: 'pkcs12',
  privateKey: 'belongs',
  key: { kind: 'rsa', bits: 3_072 },
  signature: { scheme: 'RSA', digest: 'SHA-256' },
  keyUsage: ['Digital Signature'],
  notBefore: '2025-06-12T10:00:00.000Z',
  notAfter: '2027-06-11T10:00:00.000Z',
  subject: 'CN=Park',
  subjectValues: ['Park'],
  issuer: 'CN=CA',
  issuerCommonName: 'CA',
  selfSigned: true,
  serialNumber: '01',
  fingerprintSha256: 'AA',
  fingerprintSha1: 'BB',
};
/** Together these reach every ending of every criterion. */
const variants: Partial<CertificateFacts>[] = [
  {},
  { format: 'pem', privateKey: 'other', selfSigned: false },
  { format: 'certificate', privateKey: 'missing', keyUsage: null, subject: '', subjectValues: [] },
  {
    key: { kind: 'ec', curve: 'P-256' },
    signature: { scheme: 'RSA', digest: 'SHA-1' },
    keyUsage: ['CRL Sign'],
  },
  { notBefore: '2026-06-12T10:00:00.000Z', notAfter: '2025-06-12T10:00:00.000Z' },
  { notAfter: '2026-01-20T10:00:00.000Z' },
  { notAfter: '2026-01-01T13:00:00.000Z' },
  { format: 'bundle', privateKey: 'missing' },
  { format: 'twoFiles', protection: { level: 'open', algorithms: '-', iterations: 0 } },
  { protection: { level: 'legacy', algorithms: 'RC2-40, MAC SHA-1', iterations: 1 } },
  { protection: { level: 'modern', algorithms: 'AES-256 (HMAC SHA-256)', iterations: 600_000 } },
];
const { issuers } = readIssuerList(resources);

describe.each([
  ['nl', 'nl-BE'],
  ['fr', 'fr-BE'],
  ['de', 'de-BE'],
  ['en', 'en-BE'],
])('in %s', (language, locale) => {
  const tree = read(language);
  const say = (key: string, params: Record<string, string | number> | undefined) =>
    String(new IntlMessageFormat(sentence(tree, key), locale).format(formatParams(params, locale)));

  test.each(variants)('every criterion has its sentences (%j)', (variant) => {
    for (const clockSkewSeconds of [0, 1, 90]) {
      const verdict = judgeCertificate(
        { ...base, ...variant },
        { now: '2026-01-01T12:00:00.000Z', issuers, enterpriseName: 'Zon', clockSkewSeconds },
      );
      for (const { id, found, allowed, remedy } of verdict.criteria) {
        const spoken = [`criteria.${id}.title`, found, allowed, ...(remedy ? [remedy] : [])].map((words) =>
          typeof words === 'string' ? say(words, {}) : say(words.key, words.params),
        );
        for (const text of spoken) expect(text).toMatch(/^[^{}]+$/);
      }
      const { title, summary } = verdictWords(verdict);
      expect(`${say(title.key, title.params)} ${say(summary.key, summary.params)}`).toMatch(/^[^{}]+$/);
    }
  });

  test('has the same keys as Dutch', () => {
    expect(flat(tree)).toEqual(flat(read('nl')));
  });
});

test('a day is written in the language of the reader, whatever the zone of the PC', () => {
  expect(formatParams({ until: '2027-06-11', days: 3, name: 'x' }, 'nl-BE')).toEqual({
    until: '11 juni 2027',
    days: 3,
    name: 'x',
  });
  expect(formatParams({ until: '2027-06-01' }, 'fr-BE')).toEqual({ until: '1er juin 2027' });
});

test('the list of issuers is dated and says where each comes from', () => {
  const list = readIssuerList(resources);
  expect(list.recordedOn).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  for (const { source, commonName } of list.issuers) {
    expect(source.length).toBeGreaterThan(20);
    expect(commonName).not.toBe('');
  }
});
