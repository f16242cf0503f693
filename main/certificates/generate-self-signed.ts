// Makes a key pair and a self-signed certificate in the name of the enterprise, as the authority allows it: digest
// SHA-256 or better, Key Usage Digital Signature. The container it comes in goes to the keychain.
import { generateKeyPair, type KeyObject, randomBytes, webcrypto } from 'node:crypto';
import { promisify } from 'node:util';
import { writeContainer } from './write-container.ts';

const generate = promisify(generateKeyPair);

export type KeyKind = 'rsa2048' | 'rsa3072' | 'rsa4096' | 'ecP384' | 'ecP521';

/**
 * Three years. The authority names no limit for self-signed certificates; shorter means
 * uploading in Chaman more often, longer means that a key that was copied unseen stays useful longer.
 */
export const defaultValidityMonths = 36;

export type GenerateOptions = {
  enterpriseName: string;
  /** Ten digits. */
  enterpriseNumber: string;
  keyKind: KeyKind;
  /** 1 to 60. */
  validityMonths?: number;
  now: Date;
};

export type GeneratedCertificate = {
  certificateDer: Uint8Array;
  privateKey: KeyObject;
  /** PKCS#12, opened by `password`: 192 random bits that nobody has to type. */
  container: Uint8Array;
  password: string;
};

type KeyChoice = { algorithm: 'RSASSA-PKCS1-v1_5' | 'ECDSA'; hash: string; curve?: string; bits?: number };

const choices: Record<KeyKind, KeyChoice> = {
  rsa2048: { algorithm: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256', bits: 2_048 },
  rsa3072: { algorithm: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256', bits: 3_072 },
  rsa4096: { algorithm: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256', bits: 4_096 },
  ecP384: { algorithm: 'ECDSA', hash: 'SHA-384', curve: 'P-384' },
  ecP521: { algorithm: 'ECDSA', hash: 'SHA-512', curve: 'P-521' },
};

export async function generateSelfSigned(options: GenerateOptions): Promise<GeneratedCertificate> {
  const choice = choices[options.keyKind];
  const { privateKey, publicKey } = choice.curve
    ? await generate('ec', { namedCurve: choice.curve })
    : await generate('rsa', { modulusLength: choice.bits ?? 3_072, publicExponent: 0x10001 });
  const certificateDer = await certificateFor(privateKey, publicKey, choice, options);
  const password = randomBytes(24).toString('base64url');
  const container = await writeContainer(
    { privateKey, certificateDer, friendlyName: options.enterpriseName },
    password,
  );
  return { certificateDer, privateKey, container, password };
}

async function certificateFor(
  privateKey: KeyObject,
  publicKey: KeyObject,
  choice: KeyChoice,
  options: GenerateOptions,
): Promise<Uint8Array> {
  // Loaded on demand: decorators and all its schemas take a good part of a second that the start has no use for.
  await import('reflect-metadata');
  const x509 = await import('@peculiar/x509');
  const algorithm = choice.curve
    ? { name: 'ECDSA', namedCurve: choice.curve, hash: choice.hash }
    : { name: 'RSASSA-PKCS1-v1_5', hash: choice.hash };
  const keys = {
    privateKey: await importKey('pkcs8', privateKey, algorithm, 'sign'),
    publicKey: await importKey('spki', publicKey, algorithm, 'verify'),
  };
  const { notBefore, notAfter } = validity(options.now, options.validityMonths ?? defaultValidityMonths);
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    name: subjectOf(options),
    serialNumber: serialNumber(),
    notBefore,
    notAfter,
    keys,
    signingAlgorithm: algorithm,
    extensions: [
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
      new x509.BasicConstraintsExtension(false, undefined, true),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  });
  return new Uint8Array(certificate.rawData);
}

function importKey(
  format: 'pkcs8' | 'spki',
  key: KeyObject,
  algorithm: { name: string; namedCurve?: string; hash: string },
  use: 'sign' | 'verify',
): Promise<webcrypto.CryptoKey> {
  // The public key has to be readable again, because its bytes become part of the certificate.
  return webcrypto.subtle.importKey(
    format,
    key.export({ format: 'der', type: format }),
    algorithm,
    use === 'verify',
    [use],
  );
}

/** Common name and organisation hold at most 64 characters (RFC 5280, appendix A.1); number as in ETSI EN 319 412-1. */
function subjectOf({ enterpriseName, enterpriseNumber }: GenerateOptions) {
  const name = [...enterpriseName.normalize('NFC').trim()].slice(0, 64).join('');
  return [{ C: ['BE'] }, { O: [name] }, { '2.5.4.97': [`NTRBE-${enterpriseNumber}`] }, { CN: [name] }];
}

/** 16 random bytes, positive and not zero (RFC 5280, §4.1.2.2 allows 20). */
function serialNumber(): string {
  const bytes = randomBytes(16);
  bytes.writeUInt8((bytes.readUInt8(0) & 0x7f) | 0x40, 0);
  return bytes.toString('hex');
}

/** From an hour ago, because the service's clock may be behind, to the day before the same date `months` later. */
export function validity(now: Date, months: number): { notBefore: Date; notAfter: Date } {
  const notBefore = new Date(Math.floor((now.getTime() - 3_600_000) / 1_000) * 1_000);
  const notAfter = new Date(Math.floor(now.getTime() / 1_000) * 1_000);
  const day = notAfter.getUTCDate();
  notAfter.setUTCDate(1);
  notAfter.setUTCMonth(notAfter.getUTCMonth() + months);
  const lastDay = new Date(Date.UTC(notAfter.getUTCFullYear(), notAfter.getUTCMonth() + 1, 0)).getUTCDate();
  notAfter.setUTCDate(Math.min(day, lastDay) - 1);
  return { notBefore, notAfter };
}
