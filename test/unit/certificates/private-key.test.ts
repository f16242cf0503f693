// Which keys of a file are handed to OpenSSL. What it computes while reading grows with the cube of the numbers, so an
// absurd one is refused by its outline; whatever people have is read, also where the verdict then refuses its kind.
import { execFileSync } from 'node:child_process';
import { generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { encode, type Node, tags } from '../../../main/certificates/asn1.ts';
import { octetString, oidOf, sequence } from '../../../main/certificates/asn1-build.ts';
import { openContainer } from '../../../main/certificates/open-container.ts';
import { privateKeyOf } from '../../../main/certificates/private-key.ts';

const pkcs8 = (key: KeyObject): Buffer => key.export({ format: 'der', type: 'pkcs8' });
const openssl = (...args: string[]): Buffer => execFileSync('openssl', args, { stdio: 'pipe' });
const number = (bytes: Buffer): Node => ({
  tagClass: 0,
  type: tags.INTEGER,
  value: Buffer.concat([Buffer.of(0), bytes]),
});
/** Odd and of full length. */
function large(bits: number): Node {
  const bytes = randomBytes(bits / 8);
  bytes.writeUInt8(bytes.readUInt8(0) | 0x80, 0);
  bytes.writeUInt8(bytes.readUInt8(bytes.length - 1) | 1, bytes.length - 1);
  return number(bytes);
}
const zero: Node = { tagClass: 0, type: tags.INTEGER, value: Buffer.of(0) };
const dsaId = '1.2.840.10040.4.1';
const dsa = (bits: number, secretBits: number): Buffer =>
  encode(
    sequence(
      zero,
      sequence(oidOf(dsaId), sequence(large(bits), large(256), large(bits))),
      octetString(encode(large(secretBits))),
    ),
  );

describe('a key is read', () => {
  test.each([
    ['RSA', () => generateKeyPairSync('rsa', { modulusLength: 2_048 }).privateKey],
    ['RSASSA-PSS', () => generateKeyPairSync('rsa-pss', { modulusLength: 2_048 }).privateKey],
    ['EC P-384', () => generateKeyPairSync('ec', { namedCurve: 'P-384' }).privateKey],
    ['EC P-521', () => generateKeyPairSync('ec', { namedCurve: 'P-521' }).privateKey],
    ['Ed25519', () => generateKeyPairSync('ed25519').privateKey],
    ['Ed448', () => generateKeyPairSync('ed448').privateKey],
    ['DSA', () => generateKeyPairSync('dsa', { modulusLength: 1_024, divisorLength: 160 }).privateKey],
  ])('of kind %s', (_, make) => {
    const key = make();
    expect(privateKeyOf(pkcs8(key), 'pkcs8').equals(key)).toBe(true);
  });

  test('in the old outlines of RSA and EC', () => {
    const rsa = generateKeyPairSync('rsa', { modulusLength: 2_048 }).privateKey;
    const ec = generateKeyPairSync('ec', { namedCurve: 'P-384' }).privateKey;
    expect(privateKeyOf(rsa.export({ format: 'der', type: 'pkcs1' }), 'pkcs1').equals(rsa)).toBe(true);
    expect(privateKeyOf(ec.export({ format: 'der', type: 'sec1' }), 'sec1').equals(ec)).toBe(true);
  });
});

describe('a key is refused before OpenSSL sees it', () => {
  const explicit = (...form: string[]): Buffer =>
    openssl(
      ...['genpkey', '-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-384'],
      ...['-pkeyopt', 'ec_param_enc:explicit', '-outform', 'DER', ...form],
    );

  test.each([
    ['DSA with a modulus that nobody uses', () => dsa(4_000, 256)],
    ['DSA with a secret as long as its modulus', () => dsa(2_048, 2_048)],
    [
      'RSA of three primes',
      () => openssl('genpkey', '-algorithm', 'RSA', '-pkeyopt', 'rsa_keygen_primes:3', '-outform', 'DER'),
    ],
    ['a curve of its own', () => explicit()],
    [
      'more than 10 kB',
      () => Buffer.concat([pkcs8(generateKeyPairSync('ed25519').privateKey), Buffer.alloc(10_000)]),
    ],
  ])('%s', (_, make) => {
    expect(() => privateKeyOf(make(), 'pkcs8')).toThrow('fileUnreadable');
  });

  test('RSA of three primes in its own outline', () => {
    const key = openssl('genpkey', '-algorithm', 'RSA', '-pkeyopt', 'rsa_keygen_primes:3');
    const der = execFileSync('openssl', ['rsa', '-traditional', '-outform', 'DER'], {
      input: key,
      stdio: 'pipe',
    });
    expect(() => privateKeyOf(der, 'pkcs1')).toThrow('fileUnreadable');
  });
});

const pem = (label: string, der: Buffer): string =>
  `-----BEGIN ${label}-----\n${der.toString('base64')}\n-----END ${label}-----\n`;

test('a file with such a key beside a good certificate is refused as unreadable', async () => {
  const pair = openssl(
    ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-384', '-nodes'],
    ...['-keyout', '/dev/null', '-days', '30', '-subj', '/CN=x'],
  );
  const opened = await openContainer(Buffer.from(`${pair}${pem('PRIVATE KEY', dsa(4_000, 256))}`), '');
  expect(opened).toEqual({ ok: false, failure: { code: 'fileUnreadable' } });
});
