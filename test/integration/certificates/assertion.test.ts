// The client assertion as others see it: verified with the public key only, by OpenSSL and by jose.
import { execFileSync } from 'node:child_process';
import { createPublicKey, generateKeyPairSync, X509Certificate } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decodeProtectedHeader, jwtVerify } from 'jose';
import { afterAll, describe, expect, test } from 'vitest';
import { generateSelfSigned } from '../../../main/certificates/generate-self-signed.ts';
import { assertionAlgorithm, signAssertion } from '../../../main/certificates/sign-assertion.ts';

const folder = mkdtempSync(join(tmpdir(), 'assertion-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const now = new Date('2026-03-01T10:00:00.400Z');
const seconds = Math.floor(now.getTime() / 1_000);
const clientId = 'self_service_chaman_123456_a1b2c3d4e5';
const audience = 'https://token.example/REST/oauth/v5/token';

const signed = async (input: Parameters<typeof signAssertion>[0]): Promise<string> => {
  const token = await signAssertion(input);
  if (!token.ok) throw new Error(token.failure.code);
  return token.value;
};

/** ECDSA in a JWS is r and s side by side (RFC 7518, §3.4); OpenSSL wants them as ASN.1. */
function asn1Signature(raw: Buffer): Buffer {
  const half = raw.length / 2;
  const integer = (bytes: Buffer) => {
    const start = bytes.findIndex((byte) => byte !== 0);
    const plain = bytes.subarray(start);
    const value = (plain[0] ?? 0) & 0x80 ? Buffer.concat([Buffer.from([0]), plain]) : plain;
    return Buffer.concat([Buffer.from([2, value.length]), value]);
  };
  const body = Buffer.concat([integer(raw.subarray(0, half)), integer(raw.subarray(half))]);
  const head = body.length < 128 ? [0x30, body.length] : [0x30, 0x81, body.length];
  return Buffer.concat([Buffer.from(head), body]);
}

describe.each([
  ['rsa2048', 'RS256', '-sha256'],
  ['rsa4096', 'RS256', '-sha256'],
  ['ecP384', 'ES384', '-sha384'],
  ['ecP521', 'ES512', '-sha512'],
] as const)('an assertion signed with %s', (keyKind, algorithm, digest) => {
  test(`is ${algorithm} and verifies with openssl dgst, and not once a character is changed`, async () => {
    const made = await generateSelfSigned({
      enterpriseName: 'Park',
      enterpriseNumber: '0999999130',
      keyKind,
      now,
    });
    const token = await signed({ key: made.privateKey, clientId, audience, now });
    expect(decodeProtectedHeader(token)).toEqual({ alg: algorithm, typ: 'JWT' });
    const publicKey = new X509Certificate(made.certificateDer).publicKey;
    const [head = '', body = '', signature = ''] = token.split('.');
    const raw = Buffer.from(signature, 'base64url');
    const paths = {
      key: join(folder, `${keyKind}.pub`),
      data: join(folder, `${keyKind}.txt`),
      signature: join(folder, `${keyKind}.sig`),
    };
    writeFileSync(paths.key, publicKey.export({ format: 'pem', type: 'spki' }));
    writeFileSync(paths.signature, algorithm === 'RS256' ? raw : asn1Signature(raw));
    const verify = (text: string) => {
      writeFileSync(paths.data, text);
      const args = ['dgst', digest, '-verify', paths.key, '-signature', paths.signature, paths.data];
      return execFileSync('openssl', args, { encoding: 'utf8', stdio: 'pipe' });
    };
    expect(verify(`${head}.${body}`)).toContain('Verified OK');
    expect(() => verify(`${head}.${body}A`)).toThrow();
  });

  test('verifies with jose and carries exactly the five published claims', async () => {
    const made = await generateSelfSigned({
      enterpriseName: 'Park',
      enterpriseNumber: '0999999130',
      keyKind,
      now,
    });
    const token = await signed({ key: made.privateKey, clientId, audience, now });
    const { payload } = await jwtVerify(token, createPublicKey(made.privateKey), {
      audience,
      currentDate: now,
    });
    expect(payload).toEqual({
      iss: clientId,
      sub: clientId,
      aud: audience,
      exp: seconds + 300,
      jti: expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
  });
});

describe('an assertion', () => {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-384' });
  const claims = async (more: object) => {
    const token = await signed({ key: privateKey, clientId, audience, now, ...more });
    return JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
  };

  test('has a fresh identifier each time', async () => {
    const ids = await Promise.all(Array.from({ length: 50 }, async () => (await claims({})).jti));
    expect(new Set(ids).size).toBe(50);
  });

  test('expires by the clock of the service where that is known', async () => {
    expect(await claims({ skewSeconds: -90 })).toMatchObject({ exp: seconds - 90 + 300 });
  });

  test('is not signed for a clock that is off by more than a quarter of an hour', async () => {
    const input = { key: privateKey, clientId, audience, now };
    for (const skewSeconds of [901, -901, 130_000_000])
      expect(await signAssertion({ ...input, skewSeconds })).toMatchObject({
        ok: false,
        failure: { code: 'clockSkew' },
      });
    expect((await signAssertion({ ...input, skewSeconds: 900 })).ok).toBe(true);
  });

  test('never lives longer than the ten minutes that are allowed', async () => {
    expect(await claims({ lifetimeSeconds: 86_400 })).toMatchObject({ exp: seconds + 600 });
  });

  test('is refused for keys that the services do not take', () => {
    const refused = [
      generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey,
      generateKeyPairSync('rsa', { modulusLength: 1024 }).privateKey,
      generateKeyPairSync('ed25519').privateKey,
    ];
    for (const key of refused) {
      expect(assertionAlgorithm(key)).toMatchObject({ ok: false, failure: { code: 'certificateNotUsable' } });
    }
  });
});
