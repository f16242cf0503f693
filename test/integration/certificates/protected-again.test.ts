// Weak files saved again: what comes out is read by OpenSSL without its legacy provider and by Java, holds the same key and
// chain, and is sealed as promised.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { protectPicked } from '../../../main/certificates/protect-picked.ts';
import { newId } from '../../../main/platform/ids.ts';
import { ok } from '../../../preload/contract/result.ts';
import { type AppBench, openApp, removeFolder } from '../../support/application-bench.ts';
import { good, openWorkshop } from './matrix/workshop.ts';

const shop = openWorkshop();
const [old, fresh] = ['oud é €', 'drie losse woörden €'];
const utf8 = { encoding: 'utf8', stdio: 'pipe', env: { ...process.env, LC_ALL: 'C.UTF-8' } } as const;
const openssl = (...args: string[]): string => execFileSync('openssl', args, { ...utf8, cwd: shop.dir });

let bench: AppBench;
beforeAll(async () => {
  bench = await openApp();
});
afterAll(async () => {
  await bench.close();
  removeFolder(bench.profileDir);
  shop.close();
});

async function protect(bytes: Uint8Array, password: string, newPassword: string, keyFile?: string) {
  const [selectionId, keySelectionId] = [newId(), newId()];
  const out = shop.path(shop.fresh('.protected.p12'));
  const read = [
    { selectionId, path: shop.write(shop.fresh('.p12'), bytes) },
    ...(keyFile === undefined ? [] : [{ selectionId: keySelectionId, path: keyFile }]),
  ];
  bench.app.terminal.offer('cli:test', read, out);
  const key = keyFile === undefined ? {} : { keySelectionId };
  const result = await bench.call('certificate.protect', { selectionId, ...key, password, newPassword });
  return { result, out };
}
const passwordFile = (text: string) => `file:${shop.write(shop.fresh('.pw'), `${text}\n`)}`;
const publicKey = (pem: string) => {
  writeFileSync(shop.path('key.pem'), pem);
  return openssl('pkey', '-in', 'key.pem', '-pubout');
};

describe.each([
  ['OpenSSL 1', ['-legacy']],
  ['3DES throughout', ['-keypbe', 'PBE-SHA1-3DES', '-certpbe', 'PBE-SHA1-3DES', '-macalg', 'sha1']],
  ['nothing at all', ['-keypbe', 'NONE', '-certpbe', 'NONE', '-nomac']],
])('a container sealed by %s', (_, args) => {
  test('opens afterwards with the new password only, in OpenSSL as it comes', async () => {
    const { result, out } = await protect(await shop.pkcs12(good, old, ...args), old, fresh);
    expect(result).toMatchObject({
      ok: true,
      value: { saved: true, cipher: 'AES-256-CBC', mac: 'HMAC-SHA-256', iterations: 600_000 },
    });
    const opened = openssl('pkcs12', '-in', out, '-passin', passwordFile(fresh), '-nodes');
    expect(publicKey(opened)).toBe(openssl('x509', '-in', await shop.certificate(good), '-pubkey', '-noout'));
    expect(() => openssl('pkcs12', '-in', out, '-passin', passwordFile(old), '-nokeys')).toThrow();
  });
});

test('is sealed as it says: PBES2, AES-256-CBC, PBKDF2 and MAC with HMAC-SHA-256 and 600,000 rounds', async () => {
  const { out } = await protect(await shop.pkcs12(good, old, '-legacy'), old, fresh);
  const info = execFileSync(
    'sh',
    ['-c', `openssl pkcs12 -in "${out}" -passin "${passwordFile(fresh)}" -info -nodes -noout 2>&1`],
    utf8,
  );
  expect(info).toContain('MAC: sha256, Iteration 600000');
  expect(info.match(/PBES2, PBKDF2, AES-256-CBC, Iteration 600000, PRF hmacWithSHA256/g)).toHaveLength(2);
  // What no such file may still say.
  expect(info).not.toMatch(/pbeWith|RC2|3-?KeyTripleDES/i);
});

test('opens in Java', async ({ skip }) => {
  try {
    execFileSync('which', ['keytool'], { stdio: 'ignore' });
  } catch {
    if (process.env['CI']) throw new Error('missing: keytool (install a Java runtime)');
    skip('missing: keytool (install a Java runtime)');
  }
  const { out } = await protect(await shop.pkcs12(good, old, '-legacy'), old, 'drie losse woorden');
  const list = ['-list', '-keystore', out, '-storetype', 'PKCS12', '-storepass', 'drie losse woorden'];
  expect(execFileSync('keytool', list, utf8)).toContain('PrivateKeyEntry');
});

test('a certificate and its open key become one sealed container', async () => {
  const bytes = readFileSync(await shop.certificate(good));
  const { result, out } = await protect(bytes, '', fresh, await shop.key('rsa2048'));
  expect(result.ok).toBe(true);
  expect(openssl('pkcs12', '-in', out, '-passin', passwordFile(fresh), '-nodes')).toContain('PRIVATE KEY');
});

test('a wrong old password writes nothing, and a short new one is not taken', async () => {
  const weak = await shop.pkcs12(good, old, '-legacy');
  const wrong = await protect(weak, 'anders', fresh);
  expect(wrong.result).toMatchObject({ failure: { code: 'wrongPassword' } });
  expect(() => openssl('pkcs12', '-in', wrong.out, '-nokeys', '-passin', 'pass:x')).toThrow();
  const short = await protect(weak, old, 'elf-tekens!');
  expect(short.result).toMatchObject({ failure: { code: 'invalidInput' } });
});

test('a number of a person in the name of the file goes neither into the history nor into a file name', async () => {
  const name = 'Jan Peeters 85.07.30-033.28';
  const { result } = await protect(await shop.pkcs12(good, old, '-name', name), old, fresh);
  expect(result).toMatchObject({ ok: true, value: { saved: true } });
  const history = JSON.stringify(await bench.call('history.search', { text: '', page: 1 }));
  expect(history).toContain('"summary":"Jan Peeters [number]"');
  expect(history).not.toContain('85.07.30');
});

test.each([
  ['Zalen het Park 2024.pfx', 'zalen-het-park-2024-aes-256.p12'],
  ['Jan Peeters 85.07.30-033.28.p12', 'jan-peeters-number-aes-256.p12'],
  ['.p12', 'aes-256.p12'],
])('the place of %s is asked for under a name of its own', async (name, proposed) => {
  const session = bench.app.session();
  if (session === null) throw new Error('not open');
  const names: string[] = [];
  const bytes = await shop.pkcs12(good, old, '-legacy', '-name', 'anders');
  const host: typeof session.host = {
    ...session.host,
    readSelection: async () => ok({ name, bytes }),
    saveFile: async (_window, wanted) => {
      names.push(wanted);
      return ok(null);
    },
  };
  const input = { selectionId: newId(), password: old, newPassword: fresh };
  await protectPicked({ ...session, host }, 'cli:test', input);
  expect(names).toEqual([proposed]);
});
