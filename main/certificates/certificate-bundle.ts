// The certificates of a `.p7b` (PKCS#7 SignedData without content, RFC 5652, §5.1): no key, only certificates.
import { X509Certificate } from 'node:crypto';
import { encode, explicit, isContext, isSequence, type Node, oid, parts } from './asn1.ts';
import { Refusal } from './refusal.ts';

const signedData = '1.2.840.113549.1.7.2';
/** A bundle holds a chain, now and then all issuers of a vendor. */
const maxCertificates = 100;

export function isBundle(file: Node): boolean {
  try {
    return isSequence(file) && oid(parts(file)[0]) === signedData;
  } catch {
    return false;
  }
}

/** DER of each certificate, in the order of the file. */
export function bundleCertificates(file: Node): Buffer[] {
  const [, content] = parts(file);
  const certificates = parts(explicit(content, 0)).find((node) => isContext(node, 0));
  if (certificates === undefined || !Array.isArray(certificates.value)) return [];
  if (certificates.value.length > maxCertificates) throw new Refusal('fileUnreadable');
  // Other choices of the standard (attribute certificates) are tagged and left out.
  return certificates.value.filter(isSequence).map(encode);
}

/** The certificate that a file is about: the first that issued none of the others. */
export function leafOf(certificates: readonly X509Certificate[]): X509Certificate | undefined {
  return (
    certificates.find((one) => !certificates.some((other) => other !== one && issued(one, other))) ??
    certificates[0]
  );
}

function issued(issuer: X509Certificate, certificate: X509Certificate): boolean {
  return certificate.fingerprint256 !== issuer.fingerprint256 && certificate.checkIssued(issuer);
}

/** Real ones take 1 to 4 kB; names and extensions are walked through at every look. */
export const maxCertificateBytes = 64 * 1_024;

/** Null when the bytes are no certificate; refuses with `fileTooLarge` what is larger than any. */
export function parsedCertificate(der: Uint8Array): X509Certificate | null {
  if (der.byteLength > maxCertificateBytes) {
    throw new Refusal('fileTooLarge', { details: { bytes: der.byteLength, limit: maxCertificateBytes } });
  }
  try {
    return new X509Certificate(der);
  } catch {
    return null;
  }
}
