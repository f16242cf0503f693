// Makes a key pair and a self-signed certificate in the name of the enterprise, as the authority allows it: digest
// SHA-256 or better, Key Usage Digital Signature. The container it comes in goes to the keychain.
import { type KeyObject, randomBytes } from 'node:crypto';
import {
  generateKey,
  type KeyKind,
  type KeyPair,
  signingOf,
  subjectOf,
  webKeys,
  x509Library,
} from './generate-key.ts';
import { writeContainer } from './write-container.ts';

export type { KeyKind } from './generate-key.ts';

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

export async function generateSelfSigned(options: GenerateOptions): Promise<GeneratedCertificate> {
  const pair = await generateKey(options.keyKind);
  const certificateDer = await certificateFor(pair, options);
  const password = randomBytes(24).toString('base64url');
  const { privateKey } = pair;
  const content = { privateKey, certificateDer, friendlyName: options.enterpriseName };
  return { certificateDer, privateKey, container: await writeContainer(content, password), password };
}

async function certificateFor(pair: KeyPair, options: GenerateOptions): Promise<Uint8Array> {
  const x509 = await x509Library();
  const signing = signingOf(options.keyKind);
  const keys = await webKeys(pair, signing);
  const { notBefore, notAfter } = validity(options.now, options.validityMonths ?? defaultValidityMonths);
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    name: new x509.Name(subjectOf(options)),
    serialNumber: serialNumber(),
    notBefore,
    notAfter,
    keys,
    signingAlgorithm: signing,
    extensions: [
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
      new x509.BasicConstraintsExtension(false, undefined, true),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  });
  return new Uint8Array(certificate.rawData);
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
