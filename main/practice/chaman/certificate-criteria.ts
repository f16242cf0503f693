// The criteria that the portal puts to an uploaded certificate, and the codes that name each failure.
import { X509Certificate } from 'node:crypto';
import { type DerNode, readChildren, readNode, readObjectId } from '../tls/der-read.ts';

export type CertificateIssue =
  | 'notACertificate'
  | 'privateKeyUploaded'
  | 'containerUploaded'
  | 'requestUploaded'
  | 'keyTypeNotAllowed'
  | 'keySizeNotAllowed'
  | 'curveNotAllowed'
  | 'digestNotAllowed'
  | 'keyUsageMissing'
  | 'keyUsageNotDigitalSignature'
  | 'notYetValid'
  | 'expired';

export interface JudgedCertificate {
  readonly issues: readonly CertificateIssue[];
  readonly certificate: X509Certificate | undefined;
}

const GOOD_DIGESTS = new Set([
  '1.2.840.113549.1.1.11',
  '1.2.840.113549.1.1.12',
  '1.2.840.113549.1.1.13',
  '1.2.840.10045.4.3.2',
  '1.2.840.10045.4.3.3',
  '1.2.840.10045.4.3.4',
]);
const RSASSA_PSS = '1.2.840.113549.1.1.10';
const SHA2 = new Set(['2.16.840.1.101.3.4.2.1', '2.16.840.1.101.3.4.2.2', '2.16.840.1.101.3.4.2.3']);
const KEY_USAGE = '2.5.29.15';

const digestIsAllowed = (algorithm: DerNode | undefined): boolean => {
  const [id, parameters] = readChildren(algorithm) ?? [];
  const name = readObjectId(id);
  if (name !== RSASSA_PSS) return name !== undefined && GOOD_DIGESTS.has(name);
  // Absent parameters mean SHA-1 (RFC 4055, 3.1).
  const hash = (readChildren(parameters) ?? []).find((node) => node.tag === 0xa0);
  const [hashAlgorithm] = readChildren(hash) ?? [];
  const hashName = readObjectId(readChildren(hashAlgorithm)?.[0]);
  return hashName !== undefined && SHA2.has(hashName);
};

const keyUsageIssue = (body: readonly DerNode[]): CertificateIssue | undefined => {
  const list = readChildren(body.find((node) => node.tag === 0xa3))?.[0];
  for (const extension of readChildren(list) ?? []) {
    const fields = readChildren(extension) ?? [];
    if (readObjectId(fields[0]) !== KEY_USAGE) continue;
    const bits = readNode(fields.at(-1)?.content ?? Buffer.alloc(0));
    return ((bits?.content[1] ?? 0) & 0x80) === 0 ? 'keyUsageNotDigitalSignature' : undefined;
  }
  return 'keyUsageMissing';
};

const keyIssue = ({ publicKey }: X509Certificate): CertificateIssue | undefined => {
  const details = publicKey.asymmetricKeyDetails;
  if (publicKey.asymmetricKeyType === 'rsa') {
    return [2048, 3072, 4096].includes(details?.modulusLength ?? 0) ? undefined : 'keySizeNotAllowed';
  }
  if (publicKey.asymmetricKeyType === 'ec') {
    return ['secp384r1', 'secp521r1'].includes(details?.namedCurve ?? '') ? undefined : 'curveNotAllowed';
  }
  return 'keyTypeNotAllowed';
};

const parse = (bytes: Buffer): X509Certificate | undefined => {
  try {
    const certificate = new X509Certificate(bytes);
    // An unreadable key or a day that no calendar has only shows itself here; of such a day Node's own date is what memory held.
    const days = [certificate.validFrom, certificate.validTo].map((day) => Date.parse(day));
    const whole = certificate.publicKey.type === 'public' && !days.some(Number.isNaN);
    return whole ? certificate : undefined;
  } catch {
    return undefined;
  }
};

// What else people upload by mistake, told apart by how it begins: PKCS#12 (RFC 7292), PKCS#8 and PKCS#1 keys.
const PKCS7_CONTENTS = ['1.2.840.113549.1.7.1', '1.2.840.113549.1.7.2'];

const mistakenFor = (bytes: Buffer): CertificateIssue | undefined => {
  if (bytes.includes('PRIVATE KEY-----')) return 'privateKeyUploaded';
  if (bytes.includes('CERTIFICATE REQUEST-----')) return 'requestUploaded';
  // A container of indefinite length (BER), as NSS and macOS write them.
  if (bytes.subarray(0, 5).equals(Buffer.from('3080020103', 'hex'))) return 'containerUploaded';
  const [version, second, third] = readChildren(readNode(bytes)) ?? [];
  if (version?.tag !== 0x02) return undefined;
  const kind = readObjectId(readChildren(second)?.[0]);
  if (version.content[0] === 3 && kind !== undefined && PKCS7_CONTENTS.includes(kind))
    return 'containerUploaded';
  // Version, algorithm, octets; or a row of integers; or (SEC 1) a version and the octets of the key.
  const isKey = third?.tag === 0x04 || (second?.tag === 0x02 && third?.tag === 0x02) || second?.tag === 0x04;
  return isKey ? 'privateKeyUploaded' : undefined;
};

/** Every issue of an uploaded file, all at once, at the instant `now` (epoch milliseconds). */
export const judgeCertificate = (bytes: Buffer, now: number): JudgedCertificate => {
  const mistaken = mistakenFor(bytes);
  if (mistaken !== undefined) return { issues: [mistaken], certificate: undefined };
  const certificate = parse(bytes);
  if (certificate === undefined) return { issues: ['notACertificate'], certificate: undefined };
  const outer = readChildren(readNode(Buffer.from(certificate.raw))) ?? [];
  const body = readChildren(outer[0]) ?? [];
  const issues = [
    keyIssue(certificate),
    digestIsAllowed(outer[1]) ? undefined : ('digestNotAllowed' as const),
    keyUsageIssue(body),
    now < certificate.validFromDate.getTime() ? ('notYetValid' as const) : undefined,
    now > certificate.validToDate.getTime() ? ('expired' as const) : undefined,
  ].filter((issue) => issue !== undefined);
  return { issues, certificate };
};
