// Importing and generating: what is judged, what reaches the keychain, and what does not.
import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { createVault } from '../../../main/certificates/certificate-vault.ts';
import { generateCertificate } from '../../../main/certificates/generate-certificate.ts';
import { generateSelfSigned } from '../../../main/certificates/generate-self-signed.ts';
import { importCertificate } from '../../../main/certificates/import-certificate.ts';
import { inspectCertificate } from '../../../main/certificates/inspect-certificate.ts';
import type { VaultEntry } from '../../../main/certificates/vault-entry.ts';
import { writeContainer } from '../../../main/certificates/write-container.ts';
import { systemClock } from '../../../main/platform/clock.ts';
import { memoryKeychain } from '../../../main/platform/keychain-entries.ts';
import { verdictSchema } from '../../../preload/contract/certificates.ts';
import { fail, ok } from '../../../preload/contract/result.ts';

const now = new Date('2026-03-01T10:00:00Z');
const enterprise = { enterpriseName: 'Zalen Het Park', enterpriseNumber: '0999999130' };
const context = { now: now.toISOString(), issuers: [], ...enterprise };

function recordingVault() {
  const stored: [string, VaultEntry][] = [];
  return {
    stored,
    store: async (id: string, entry: VaultEntry) => {
      stored.push([id, entry]);
      return ok(undefined);
    },
  };
}

describe('importing', () => {
  test('keeps the container as it came, with its password', async () => {
    const made = await generateSelfSigned({ ...enterprise, keyKind: 'ecP521', now });
    const vault = recordingVault();
    const kept = await importCertificate(
      { id: 'a', bytes: made.container, password: made.password, context },
      vault,
    );
    expect(kept).toMatchObject({ ok: true, value: { origin: 'imported', verdict: { verdict: 'usable' } } });
    expect(vault.stored).toEqual([['a', { container: made.container, password: made.password, entry: 0 }]]);
  });

  test('keeps nothing that every service would refuse, and names the criteria', async () => {
    const made = await generateSelfSigned({ ...enterprise, keyKind: 'ecP384', now });
    const vault = recordingVault();
    const late = { ...context, now: '2040-01-01T00:00:00.000Z' };
    const input = { id: 'a', bytes: made.container, password: made.password, context: late };
    expect(await importCertificate(input, vault)).toEqual(
      fail('certificateNotUsable', { details: { criteria: 'CERT-NOT-AFTER' } }),
    );
    expect(vault.stored).toEqual([]);
  });

  test('passes on what the keychain says', async () => {
    const made = await generateSelfSigned({ ...enterprise, keyKind: 'ecP384', now });
    const input = { id: 'a', bytes: made.container, password: made.password, context };
    const locked = { store: async () => fail('keychainLocked') };
    expect(await importCertificate(input, locked)).toMatchObject({ failure: { code: 'keychainLocked' } });
  });
});

test('generating keeps a container that opens with the password beside it', async () => {
  const vault = recordingVault();
  const kept = await generateCertificate(
    { id: 'b', ...enterprise, keyKind: 'rsa2048', now, issuers: [] },
    vault,
  );
  expect(kept).toMatchObject({ ok: true, value: { origin: 'generated', verdict: { verdict: 'usable' } } });
  const [entry] = vault.stored;
  const again = await inspectCertificate({
    bytes: entry?.[1].container ?? new Uint8Array(),
    password: entry?.[1].password ?? '',
    context,
  });
  if (!again.ok || again.value.kind !== 'verdict') throw new Error('does not open');
  expect(verdictSchema.parse(again.value.verdict)).toEqual(again.value.verdict);
  expect(again.value.verdict.criteria.filter(({ outcome }) => outcome !== 'ok')).toEqual([]);
});

test('a container of ours opens with any password and friendly name', async () => {
  const made = await generateSelfSigned({ ...enterprise, keyKind: 'ecP384', now });
  for (const password of ['', 'é€🔐', ' x ']) {
    const bytes = await writeContainer(
      { privateKey: made.privateKey, certificateDer: made.certificateDer, friendlyName: 'Crèche €' },
      password,
      50,
    );
    expect(await inspectCertificate({ bytes, password, context })).toMatchObject({
      ok: true,
      value: { opened: { entry: { name: 'Crèche €' } } },
    });
    const other = await inspectCertificate({ bytes, password: `${password}x`, context });
    expect(other).toMatchObject({ failure: { code: 'wrongPassword' } });
  }
});

test('no verdict carries a private key', async () => {
  const made = await generateSelfSigned({ ...enterprise, keyKind: 'ecP384', now });
  const inspected = await inspectCertificate({ bytes: made.container, password: made.password, context });
  if (!inspected.ok || inspected.value.kind !== 'verdict') throw new Error('does not open');
  const text = JSON.stringify(inspected.value.verdict);
  const secret = made.privateKey.export({ format: 'jwk' }).d ?? '';
  expect(secret.length).toBeGreaterThan(40);
  expect(text).not.toContain(secret);
  expect(text).not.toContain(made.password);
  // Positive control: the search finds what is there.
  expect(JSON.stringify({ ...inspected.value.verdict, planted: secret })).toContain(secret);
});

test('a key that stands alone is not taken for a certificate', async () => {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-384' });
  const bytes = Buffer.from(privateKey.export({ format: 'pem', type: 'pkcs8' }));
  expect(await inspectCertificate({ bytes, password: '', context })).toMatchObject({
    failure: { code: 'keyWithoutCertificate' },
  });
});

test('a container of RSA 4096 survives the keychain, which takes it in parts', async () => {
  const vault = createVault({ keychain: memoryKeychain(), clock: systemClock });
  const kept = await generateCertificate(
    { id: 'c', ...enterprise, keyKind: 'rsa4096', now, issuers: [] },
    vault,
  );
  const opened = await vault.open('c');
  if (!kept.ok || !opened.ok) throw new Error('not kept');
  expect(opened.value.certificate.raw).toEqual(Buffer.from(kept.value.certificateDer));
  expect(opened.value.privateKey.asymmetricKeyDetails?.modulusLength).toBe(4_096);
  vault.lock();
  expect(await vault.openSigningKey('c')).toMatchObject({ ok: true });
});
