// Makes a key pair, on Node's thread pool, and the subject in the enterprise's name: what a self-signed certificate and a
// signing request have in common.
import { generateKeyPair, type KeyObject, webcrypto } from 'node:crypto';
import { promisify } from 'node:util';
import type { JsonNameParams } from '@peculiar/x509';

const generate = promisify(generateKeyPair);

export type KeyKind = 'rsa2048' | 'rsa3072' | 'rsa4096' | 'ecP384' | 'ecP521';
export type KeyPair = { privateKey: KeyObject; publicKey: KeyObject };

/** How the key signs: RSA with SHA-256, EC with the digest of its curve. */
export type Signing = { name: 'RSASSA-PKCS1-v1_5' | 'ECDSA'; hash: string; namedCurve?: string };
type KeyChoice = { signing: Signing; bits: number };

const rsa = (bits: number): KeyChoice => ({
  signing: { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' },
  bits,
});
const choices: Record<KeyKind, KeyChoice> = {
  rsa2048: rsa(2_048),
  rsa3072: rsa(3_072),
  rsa4096: rsa(4_096),
  ecP384: { signing: { name: 'ECDSA', hash: 'SHA-384', namedCurve: 'P-384' }, bits: 384 },
  ecP521: { signing: { name: 'ECDSA', hash: 'SHA-512', namedCurve: 'P-521' }, bits: 521 },
};

export const signingOf = (kind: KeyKind): Signing => choices[kind].signing;

/** Never on the main thread: RSA 4096 takes seconds. */
export function generateKey(kind: KeyKind): Promise<KeyPair> {
  const { signing, bits } = choices[kind];
  return signing.namedCurve
    ? generate('ec', { namedCurve: signing.namedCurve })
    : generate('rsa', { modulusLength: bits, publicExponent: 0x10001 });
}

/** The pair as WebCrypto keys; the public one can be read again, because its bytes become part of what is signed. */
export async function webKeys(pair: KeyPair, signing: Signing): Promise<CryptoKeys> {
  const privateDer = pair.privateKey.export({ format: 'der', type: 'pkcs8' });
  const publicDer = pair.publicKey.export({ format: 'der', type: 'spki' });
  const keys = {
    privateKey: await webcrypto.subtle.importKey('pkcs8', privateDer, signing, false, ['sign']),
    publicKey: await webcrypto.subtle.importKey('spki', publicDer, signing, true, ['verify']),
  };
  privateDer.fill(0);
  return keys;
}
type CryptoKeys = { privateKey: webcrypto.CryptoKey; publicKey: webcrypto.CryptoKey };

/** Common name and organisation hold at most 64 characters (RFC 5280, appendix A.1); number as in ETSI EN 319 412-1. */
export function subjectOf(enterprise: { enterpriseName: string; enterpriseNumber: string }): JsonNameParams {
  const name = [...enterprise.enterpriseName.normalize('NFC').trim()].slice(0, 64).join('');
  const number = `NTRBE-${enterprise.enterpriseNumber}`;
  // Said to be text: a bare string that begins with `#` would be taken for a value in hexadecimal BER.
  const text = [{ utf8String: name }];
  return [{ C: ['BE'] }, { O: text }, { '2.5.4.97': [number] }, { CN: text }];
}

/** Loaded on demand: decorators and all its schemas take a good part of a second that the start has no use for. */
export async function x509Library() {
  await import('reflect-metadata');
  return import('@peculiar/x509');
}
