// Reads from a certificate what the criteria ask. Node gives names, dates and keys; signature algorithm and key usage
// are read from the ASN.1 (RFC 5280, §4.1 and §4.2.1.3), which Node does not show.
import type { KeyObject, X509Certificate } from 'node:crypto';
import type { CertificateFacts, KeyFacts } from '../../preload/rules/certificates/certificate-facts.ts';
import { belongs } from './container-entries.ts';
import { readKeyUsage, readSignature } from './read-extensions.ts';
import { allValues, attributeValues, subjectText } from './subject-text.ts';

const curveNames: Record<string, string> = {
  prime256v1: 'P-256',
  secp256k1: 'secp256k1',
  secp384r1: 'P-384',
  secp521r1: 'P-521',
};

export function readFacts(
  certificate: X509Certificate,
  privateKey: KeyObject | null,
  format: CertificateFacts['format'],
  protection: CertificateFacts['protection'] = null,
): CertificateFacts {
  const { subject, issuer } = certificate;
  return {
    format,
    protection,
    privateKey: privateKey === null ? 'missing' : belongs(certificate, privateKey) ? 'belongs' : 'other',
    key: keyFacts(certificate),
    signature: readSignature(certificate.raw),
    keyUsage: readKeyUsage(certificate.raw),
    notBefore: instant(certificate.validFrom, '9999-12-31T23:59:59.000Z'),
    notAfter: instant(certificate.validTo, '1970-01-01T00:00:00.000Z'),
    subject: subjectText(subject),
    subjectValues: allValues(subject),
    issuer: subjectText(issuer),
    issuerCommonName: attributeValues(issuer, 'CN')[0] ?? '',
    selfSigned: isSelfSigned(certificate),
    serialNumber: certificate.serialNumber.slice(0, 80),
    fingerprintSha256: certificate.fingerprint256,
    fingerprintSha1: certificate.fingerprint,
  };
}

/** Node writes `Jun 11 12:26:00 2027 GMT`. A date that cannot be read gives one that no criterion accepts. */
function instant(text: string, unreadable: string): string {
  const date = new Date(text);
  return Number.isNaN(date.getTime()) ? unreadable : date.toISOString();
}

function keyFacts(certificate: X509Certificate): KeyFacts {
  let key: KeyObject;
  try {
    key = certificate.publicKey;
  } catch {
    return { kind: 'other', name: 'unknown' };
  }
  const { modulusLength, namedCurve } = key.asymmetricKeyDetails ?? {};
  if (key.asymmetricKeyType === 'rsa' && modulusLength) return { kind: 'rsa', bits: modulusLength };
  if (key.asymmetricKeyType === 'ec') {
    return { kind: 'ec', curve: curveNames[namedCurve ?? ''] ?? namedCurve ?? 'unknown' };
  }
  return { kind: 'other', name: (key.asymmetricKeyType ?? 'unknown').toUpperCase() };
}

/** Signed by its own key, not merely carrying the same name twice. */
function isSelfSigned(certificate: X509Certificate): boolean {
  if (certificate.subject !== certificate.issuer) return false;
  try {
    return certificate.verify(certificate.publicKey);
  } catch {
    return false;
  }
}
