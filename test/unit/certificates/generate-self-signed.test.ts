// Validity and names of generated certificates; what other programs say of them stands in the integration tests.
import { X509Certificate } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import {
  cerFileName,
  exportCer,
  fingerprints,
  groupedFingerprint,
} from '../../../main/certificates/export-cer.ts';
import { generateKey } from '../../../main/certificates/generate-key.ts';
import { generateRequest } from '../../../main/certificates/generate-request.ts';
import { generateSelfSigned, validity } from '../../../main/certificates/generate-self-signed.ts';
import { allValues, attributeValues } from '../../../main/certificates/subject-text.ts';

describe('validity', () => {
  test.each([
    ['2025-06-12T14:26:00Z', 24, '2027-06-11T14:26:00.000Z'],
    ['2024-02-29T08:00:00Z', 12, '2025-02-27T08:00:00.000Z'],
    ['2025-01-31T08:00:00Z', 1, '2025-02-27T08:00:00.000Z'],
    ['2025-12-01T08:00:00Z', 1, '2025-12-31T08:00:00.000Z'],
    ['2026-11-22T08:00:00Z', 60, '2031-11-21T08:00:00.000Z'],
  ])('from %s for %d months ends on %s', (now, months, end) => {
    const { notBefore, notAfter } = validity(new Date(now), months);
    expect(notAfter.toISOString()).toBe(end);
    expect(Date.parse(now) - notBefore.getTime()).toBe(3_600_000);
  });
});

test('a large key is made beside the event loop, which turns meanwhile', async () => {
  let isDone = false;
  const made = generateKey('rsa4096').then((pair) => {
    isDone = true;
    return pair;
  });
  let turns = 0;
  while (!isDone) {
    turns += 1;
    await setImmediate();
  }
  expect(turns).toBeGreaterThan(20);
  expect((await made).privateKey.asymmetricKeyDetails?.modulusLength).toBe(4_096);
}, 60_000);

test('two certificates never share a serial number, a key or a password', async () => {
  const make = () =>
    generateSelfSigned({
      enterpriseName: 'Park',
      enterpriseNumber: '0999999130',
      keyKind: 'ecP384',
      now: new Date('2026-01-01T00:00:00Z'),
    });
  const [a, b] = [await make(), await make()];
  const [first, second] = [new X509Certificate(a.certificateDer), new X509Certificate(b.certificateDer)];
  expect(first.serialNumber).not.toBe(second.serialNumber);
  expect(a.password).not.toBe(b.password);
  expect(a.privateKey.equals(b.privateKey)).toBe(false);
});

test('a name of over 64 characters is cut where the standard cuts it', async () => {
  const enterpriseName = `Coöperatieve ${'vennootschap '.repeat(8)}`;
  const made = await generateSelfSigned({
    enterpriseName,
    enterpriseNumber: '0999999130',
    keyKind: 'ecP384',
    now: new Date('2026-01-01T00:00:00Z'),
  });
  const [, name = ''] = /CN=(.*)/.exec(new X509Certificate(made.certificateDer).subject) ?? [];
  expect(name).toHaveLength(64);
  expect(enterpriseName.startsWith(name)).toBe(true);
});

test.each(['#0c0141', '#Park', 'a\\,b', 'CN=Ander, O=Meer + C=NL', 'Zoé €'])(
  'the name %j stands in a certificate and a request as it was typed',
  async (enterpriseName) => {
    const who = { enterpriseName, enterpriseNumber: '0999999130', keyKind: 'ecP384' } as const;
    const made = await generateSelfSigned({ ...who, now: new Date('2026-01-01T00:00:00Z') });
    const { requestDer } = await generateRequest(who);
    const { subject } = new X509Certificate(made.certificateDer);
    expect(attributeValues(subject, 'CN')).toEqual([enterpriseName]);
    expect(attributeValues(subject, 'O')).toEqual([enterpriseName]);
    expect(allValues(subject)).toEqual(['BE', enterpriseName, 'NTRBE-0999999130', enterpriseName]);
    // As UTF8String, whose tag is 12.
    const written = Buffer.from(enterpriseName);
    const inside = Buffer.concat([Buffer.of(12, written.length), written]);
    expect(Buffer.from(requestDer).includes(inside)).toBe(true);
  },
);

test('both forms of the .cer hold the same certificate, and fingerprints are grouped for the eye', async () => {
  const made = await generateSelfSigned({
    enterpriseName: 'Park',
    enterpriseNumber: '0999999130',
    keyKind: 'ecP521',
    now: new Date('2026-01-01T00:00:00Z'),
  });
  const der = new X509Certificate(exportCer(made.certificateDer, 'der'));
  const pem = new X509Certificate(exportCer(made.certificateDer, 'pem'));
  expect(pem.fingerprint256).toBe(der.fingerprint256);
  expect(Buffer.from(exportCer(made.certificateDer, 'pem')).toString()).toMatch(
    /^-----BEGIN CERTIFICATE-----\n/,
  );
  expect(fingerprints(der).sha256).toMatch(/^([0-9A-F]{4} ){15}[0-9A-F]{4}$/);
  expect(fingerprints(der).sha1).toMatch(/^([0-9A-F]{4} ){9}[0-9A-F]{4}$/);
  expect(groupedFingerprint('AB:CD:EF')).toBe('ABCD EF');
});

test.each([
  ["Crèche L'Étoile", 'creche-l-etoile.cer'],
  ['Zalen/Het\\Park: 2026', 'zalen-het-park-2026.cer'],
  ['🔐', 'certificate.cer'],
  ['x'.repeat(300), `${'x'.repeat(60)}.cer`],
  ['Jan Peeters 85.07.30-033.28', 'jan-peeters-number.cer'],
  ['85_07_30 / 033:28', 'number.cer'],
  [`${'x'.repeat(55)} 85073003328`, `${'x'.repeat(55)}-numb.cer`],
])('the file for %j is called %s', (name, file) => {
  expect(cerFileName(name)).toBe(file);
});
