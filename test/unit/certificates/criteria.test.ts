// The verdict on facts: each criterion by itself, their order, and the sentences they point to.
import { describe, expect, test } from 'vitest';
import type {
  CertificateFacts,
  JudgementContext,
} from '../../../preload/rules/certificates/certificate-facts.ts';
import { judgeCertificate } from '../../../preload/rules/certificates/criteria.ts';
import { verdictWords } from '../../../preload/rules/certificates/verdict-words.ts';

const facts: CertificateFacts = {
  format: 'pkcs12',
  privateKey: 'belongs',
  key: { kind: 'rsa', bits: 3_072 },
  signature: { scheme: 'RSA', digest: 'SHA-256' },
  keyUsage: ['Digital Signature'],
  notBefore: '2025-06-12T10:00:00.000Z',
  notAfter: '2027-06-11T10:00:00.000Z',
  subject: 'CN=Zalen Het Park',
  subjectValues: ['Zalen Het Park'],
  issuer: 'CN=Zalen Het Park',
  issuerCommonName: 'Zalen Het Park',
  selfSigned: true,
  serialNumber: '01',
  fingerprintSha256: 'AA',
  fingerprintSha1: 'BB',
};
const context: JudgementContext = {
  now: '2026-01-01T12:00:00.000Z',
  issuers: [
    { commonName: 'Issuing CA 1', product: 'Pro', issuesFrom: '2022-01-01', issuesUntil: '2025-12-31' },
  ],
  enterpriseName: 'Zalen Het Park BV',
};

const judge = (more: Partial<CertificateFacts>, where: Partial<JudgementContext> = {}) =>
  judgeCertificate({ ...facts, ...more }, { ...context, ...where });
const outcomes = (more: Partial<CertificateFacts>, where: Partial<JudgementContext> = {}) =>
  Object.fromEntries(judge(more, where).criteria.map(({ id, outcome }) => [id, outcome]));

test('a certificate that meets everything is usable until its last instant', () => {
  const verdict = judge({});
  expect(verdict).toMatchObject({ verdict: 'usable', until: facts.notAfter });
  expect(verdict.criteria.every(({ outcome, remedy }) => outcome === 'ok' && remedy === null)).toBe(true);
});

describe('key', () => {
  test.each([
    [{ kind: 'rsa', bits: 2_048 }, 'ok'],
    [{ kind: 'rsa', bits: 3_072 }, 'ok'],
    [{ kind: 'rsa', bits: 4_096 }, 'ok'],
    [{ kind: 'rsa', bits: 1_024 }, 'failed'],
    [{ kind: 'rsa', bits: 2_047 }, 'failed'],
    [{ kind: 'rsa', bits: 8_192 }, 'failed'],
    [{ kind: 'ec', curve: 'P-384' }, 'ok'],
    [{ kind: 'ec', curve: 'P-521' }, 'ok'],
    [{ kind: 'ec', curve: 'P-256' }, 'failed'],
    [{ kind: 'ec', curve: 'brainpoolP384r1' }, 'failed'],
    [{ kind: 'other', name: 'ED25519' }, 'failed'],
  ] as const)('%j is %s', (key, outcome) => {
    expect(outcomes({ key })).toMatchObject({ 'CERT-KEY-KIND': outcome });
  });

  test('a missing key fails once and is not also said to belong to something else', () => {
    const judged = outcomes({ privateKey: 'missing' });
    expect(judged).toMatchObject({ 'CERT-KEY-PRESENT': 'failed' });
    expect(judged).not.toHaveProperty('CERT-KEY-MATCH');
  });

  test('the key of another certificate fails', () => {
    expect(outcomes({ privateKey: 'other' })).toMatchObject({
      'CERT-KEY-PRESENT': 'ok',
      'CERT-KEY-MATCH': 'failed',
    });
  });

  test.each([
    [['Digital Signature', 'Key Encipherment'], 'ok'],
    [['Key Encipherment'], 'failed'],
    [[], 'failed'],
    [null, 'failed'],
  ])('usage %j is %s', (keyUsage, outcome) => {
    expect(outcomes({ keyUsage })).toMatchObject({ 'CERT-KEY-USAGE': outcome });
  });
});

describe('signature', () => {
  test.each([
    ['RSA', 'SHA-512', 'ok', 'seed'],
    ['ECDSA', 'SHA-384', 'ok', 'seed'],
    ['RSASSA-PSS', 'SHA-256', 'ok', 'inferred'],
    ['RSASSA-PSS', 'SHA-1', 'failed', 'inferred'],
    ['RSA', 'SHA-1', 'failed', 'seed'],
    ['other', 'SHA-256', 'failed', 'seed'],
  ] as const)('%s with %s is %s, which is %s', (scheme, digest, outcome, certainty) => {
    const found = judge({ signature: { scheme, digest } }).criteria.find(({ id }) => id === 'CERT-DIGEST');
    expect(found).toMatchObject({ outcome, certainty });
  });
});

describe('time', () => {
  const now = Date.parse(context.now);
  const inDays = (days: number) => new Date(now + days * 86_400_000).toISOString();

  test.each([
    [41, 'ok', 'usable'],
    [40, 'warning', 'usableUntil'],
    [0, 'warning', 'usableUntil'],
    [-0.001, 'failed', 'notUsable'],
  ])('%d days before the end it is %s', (days, outcome, verdict) => {
    expect(outcomes({ notAfter: inDays(days) })).toMatchObject({ 'CERT-NOT-AFTER': outcome });
    expect(judge({ notAfter: inDays(days) }).verdict).toBe(verdict);
  });

  test('valid from the instant it begins, not a millisecond before', () => {
    expect(outcomes({ notBefore: inDays(0) })).toMatchObject({ 'CERT-NOT-BEFORE': 'ok' });
    const early = new Date(now + 1).toISOString();
    expect(outcomes({ notBefore: early })).toMatchObject({ 'CERT-NOT-BEFORE': 'failed' });
  });

  test('the clock of the service decides where its difference is known', () => {
    const early = new Date(now + 30_000).toISOString();
    expect(outcomes({ notBefore: early }, { clockSkewSeconds: 45 })).toMatchObject({
      'CERT-NOT-BEFORE': 'ok',
      'CERT-CLOCK': 'ok',
    });
    expect(outcomes({}, { clockSkewSeconds: -60 })).toMatchObject({ 'CERT-CLOCK': 'warning' });
    expect(outcomes({})).not.toHaveProperty('CERT-CLOCK');
  });

  test('days are named as they are in Belgium', () => {
    const { criteria } = judge({ notAfter: '2027-06-10T22:30:00.000Z' });
    expect(criteria.find(({ id }) => id === 'CERT-NOT-AFTER')?.found.params).toMatchObject({
      until: '2027-06-11',
    });
  });
});

describe('origin and name only warn', () => {
  const issued = { selfSigned: false, issuerCommonName: 'Issuing CA 1' };

  test('an issuer counts on the days on which it issued', () => {
    expect(outcomes(issued)).toMatchObject({ 'CERT-ORIGIN': 'ok' });
    expect(outcomes({ ...issued, notBefore: '2021-12-31T12:00:00.000Z' })).toMatchObject({
      'CERT-ORIGIN': 'warning',
    });
    expect(outcomes({ ...issued, issuerCommonName: 'Issuing CA 12' })).toMatchObject({
      'CERT-ORIGIN': 'warning',
    });
    expect(judge({ ...issued, issuerCommonName: 'Elsewhere' }).verdict).toBe('usable');
  });

  test('the subject is judged only when an enterprise is known', () => {
    expect(outcomes({ subjectValues: ['Bakkerij Zon'] })).toMatchObject({ 'CERT-SUBJECT': 'warning' });
    expect(outcomes({}, { enterpriseName: null })).not.toHaveProperty('CERT-SUBJECT');
  });
});

test('failed comes first, then warnings, then what is fine; each with the words for it', () => {
  const verdict = judge({ keyUsage: null, subjectValues: ['Zon'], key: { kind: 'ec', curve: 'P-256' } });
  expect(verdict).toMatchObject({ verdict: 'notUsable', until: null });
  expect(verdict.criteria.map(({ outcome }) => outcome).join(' ')).toMatch(/^failed failed warning( ok)+$/);
  expect(verdict.criteria[0]).toMatchObject({
    id: 'CERT-KEY-USAGE',
    found: { key: 'certificates:criteria.CERT-KEY-USAGE.found.none' },
    remedy: { key: 'certificates:criteria.CERT-KEY-USAGE.remedy' },
  });
  expect(verdictWords(verdict)).toEqual({
    title: { key: 'certificates:verdict.notUsable.title', params: {} },
    summary: {
      key: 'certificates:verdict.notUsable.summary',
      params: { failed: 2, warnings: 1, total: verdict.criteria.length },
    },
  });
});

describe('the file around the key', () => {
  const guarded = (level: 'modern' | 'legacy' | 'open') =>
    judge({ protection: { level, algorithms: 'RC2-40', iterations: 2_048 } });

  test.each([
    ['modern', 'ok'],
    ['legacy', 'warning'],
    ['open', 'warning'],
  ] as const)('that guards it in a %s way is %s, and leaves the verdict alone', (level, outcome) => {
    const verdict = guarded(level);
    expect(verdict.verdict).toBe('usable');
    expect(verdict.criteria.find(({ id }) => id === 'CERT-PROTECTION')).toMatchObject({
      outcome,
      found: { key: `certificates:criteria.CERT-PROTECTION.found.${level}` },
      certainty: 'assumed',
    });
  });

  test('is not spoken of where the keychain guards it', () => {
    expect(outcomes({})).not.toHaveProperty('CERT-PROTECTION');
    expect(outcomes({ protection: null })).not.toHaveProperty('CERT-PROTECTION');
  });

  test.each([
    ['bundle', 'bundle'],
    ['certificate', 'certificate'],
    ['pkcs12', 'certificate'],
  ] as const)('says what to do when a %s has no key', (format, remedy) => {
    const verdict = judge({ format, privateKey: 'missing' });
    expect(verdict.criteria[0]).toMatchObject({
      id: 'CERT-KEY-PRESENT',
      remedy: { key: `certificates:criteria.CERT-KEY-PRESENT.remedy.${remedy}` },
    });
    // Only the key is missing: a new certificate is not the shortest way.
    expect(verdictWords(verdict).summary.key).toBe('certificates:verdict.notUsable.keyOnly');
    const worse = judge({ format, privateKey: 'missing', keyUsage: null });
    expect(verdictWords(worse).summary.key).toBe('certificates:verdict.notUsable.summary');
  });
});
