// What we generate, judged by other programs: OpenSSL, Java and GnuTLS open the container and read the certificate.
import { execFileSync } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { exportCer } from '../../../main/certificates/export-cer.ts';
import { generateSelfSigned, type KeyKind } from '../../../main/certificates/generate-self-signed.ts';

const folder = mkdtempSync(join(tmpdir(), 'generated-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const now = new Date();
const generate = (keyKind: KeyKind) =>
  generateSelfSigned({
    enterpriseName: 'Crèche L’Étoile ASBL',
    enterpriseNumber: '0999999130',
    keyKind,
    validityMonths: 24,
    now,
  });

const save = (name: string, bytes: Uint8Array | string): string => {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
};
const run = (tool: string, ...args: string[]) =>
  execFileSync(tool, args, { encoding: 'utf8', env: { ...process.env, LC_ALL: 'C.UTF-8' }, stdio: 'pipe' });

describe.each([
  ['rsa2048', 'sha256WithRSAEncryption', '2048 bit'],
  ['rsa3072', 'sha256WithRSAEncryption', '3072 bit'],
  ['rsa4096', 'sha256WithRSAEncryption', '4096 bit'],
  ['ecP384', 'ecdsa-with-SHA384', 'P-384'],
  ['ecP521', 'ecdsa-with-SHA512', 'P-521'],
] as const)('a generated %s certificate', (kind, signature, key) => {
  test('opens in OpenSSL with its password, and the key is that of the certificate', async () => {
    const made = await generate(kind);
    const container = save(`${kind}.p12`, made.container);
    const password = save(`${kind}.pw`, made.password);
    const pem = run('openssl', 'pkcs12', '-in', container, '-passin', `file:${password}`, '-nodes');
    const files = save(`${kind}.pem`, pem);
    expect(run('openssl', 'pkey', '-in', files, '-pubout')).toBe(
      run('openssl', 'x509', '-in', files, '-pubkey', '-noout'),
    );
    expect(() => run('openssl', 'pkcs12', '-in', container, '-passin', 'pass:other', '-nokeys')).toThrow();
  });

  test('is what the authority asks for, as OpenSSL prints it', async () => {
    const made = await generate(kind);
    const certificate = save(`${kind}.cer`, exportCer(made.certificateDer, 'der'));
    const text = run('openssl', 'x509', '-in', certificate, '-noout', '-text', '-nameopt', 'utf8');
    expect(text).toContain(`Signature Algorithm: ${signature}`);
    expect(text).toContain(key);
    expect(text).toMatch(/X509v3 Key Usage: critical\s+Digital Signature\n/);
    expect(text).toContain('CA:FALSE');
    expect(text).toContain('CN=Crèche L’Étoile ASBL');
    expect(text).toContain('NTRBE-0999999130');
    const pem = save(`${kind}.pem.cer`, exportCer(made.certificateDer, 'pem'));
    expect(run('openssl', 'verify', '-CAfile', pem, pem)).toContain('OK');
  });
});

test('a generated container opens in Java', async ({ skip }) => {
  const made = await generate('rsa3072');
  const container = save('java.p12', made.container);
  const listed = runIfPresent('keytool', 'Java', skip, [
    ...['-list', '-keystore', container, '-storetype', 'PKCS12', '-storepass', made.password],
  ]);
  expect(listed).toContain('PrivateKeyEntry');
  expect(listed).toContain(new X509Certificate(made.certificateDer).fingerprint256);
});

test('a generated container opens in GnuTLS', async ({ skip }) => {
  const made = await generate('ecP384');
  const container = save('gnutls.p12', made.container);
  const listed = runIfPresent('certtool', 'gnutls-bin', skip, [
    ...['--p12-info', '--inder', '--infile', container, '--password', made.password],
  ]);
  expect(listed).toContain('BEGIN CERTIFICATE');
});

function runIfPresent(tool: string, from: string, skip: (note: string) => never, args: string[]): string {
  try {
    execFileSync('which', [tool], { stdio: 'ignore' });
  } catch {
    if (process.env['CI']) throw new Error(`missing: ${tool} (install ${from})`);
    skip(`missing: ${tool} (install ${from})`);
  }
  return run(tool, ...args);
}
