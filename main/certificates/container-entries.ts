// Brings keys and certificates of one file together: which certificate belongs to which key, and the chain above it.
import type { KeyObject, X509Certificate } from 'node:crypto';
import { parsedCertificate } from './certificate-bundle.ts';
import type { Found, FoundCertificate, FoundKey } from './pkcs12-reader.ts';
import { privateKeyOf } from './private-key.ts';
import type { FileFormat } from './read-file.ts';
import { type EntrySummary, Refusal } from './refusal.ts';
import { subjectText } from './subject-text.ts';

export type Entry = {
  name: string;
  certificate: X509Certificate;
  /** Issuers that the file brings along, nearest first. */
  chain: X509Certificate[];
  privateKey: KeyObject;
};

type Parsed = FoundCertificate & { x509: X509Certificate };

/** One entry per key that has its certificate, in the order of the file; the same key written twice counts once. */
export function entriesOf(found: Found, format: FileFormat): Entry[] {
  const certificates = found.certificates.flatMap((certificate) => {
    const x509 = parsedCertificate(certificate.der);
    return x509 ? [{ ...certificate, x509 }] : [];
  });
  if (found.keys.length === 0) {
    if (certificates.length === 0) throw new Refusal('noPrivateKey');
    throw new Refusal(format === 'bundle' ? 'certificateBundle' : 'certificateWithoutKey', {
      certificates: certificates.map(({ x509 }) => x509),
    });
  }
  if (certificates.length === 0) throw new Refusal('keyWithoutCertificate');
  const entries: Entry[] = [];
  for (const key of found.keys) {
    const privateKey = privateKeyOf(key.pkcs8, 'pkcs8');
    const own = ownCertificate(key, privateKey, certificates);
    if (!own || entries.some((entry) => entry.certificate.fingerprint256 === own.x509.fingerprint256))
      continue;
    entries.push({
      name: key.friendlyName || own.friendlyName,
      certificate: own.x509,
      chain: chainAbove(
        own.x509,
        certificates.map(({ x509 }) => x509),
      ),
      privateKey,
    });
  }
  if (entries.length === 0) {
    throw new Refusal('keyDoesNotMatch', { details: { certificates: certificates.length } });
  }
  return entries;
}

export const summaryOf = (entry: Entry, index: number): EntrySummary => ({
  entry: index,
  name: entry.name,
  subject: subjectText(entry.certificate.subject),
  fingerprint: entry.certificate.fingerprint256,
});

/** The certificate with this public key: the one that the file names for it, else the one that lasts longest. */
function ownCertificate(key: FoundKey, privateKey: KeyObject, certificates: Parsed[]): Parsed | undefined {
  const matching = certificates.filter(({ x509 }) => belongs(x509, privateKey));
  const named = matching.find(({ localKeyId }) => localKeyId !== '' && localKeyId === key.localKeyId);
  return named ?? matching.sort((a, b) => Date.parse(b.x509.validTo) - Date.parse(a.x509.validTo))[0];
}

export function belongs(certificate: X509Certificate, privateKey: KeyObject): boolean {
  try {
    return certificate.checkPrivateKey(privateKey);
  } catch {
    return false;
  }
}

/** Issuers above a certificate, nearest first, as far as they are among the given ones. */
export function chainAbove(
  leaf: X509Certificate,
  certificates: readonly X509Certificate[],
): X509Certificate[] {
  const chain: X509Certificate[] = [];
  for (let current = leaf; chain.length < 10; ) {
    const issuer = certificates.find(
      (x509) =>
        x509.fingerprint256 !== current.fingerprint256 &&
        !chain.some((seen) => seen.fingerprint256 === x509.fingerprint256) &&
        current.checkIssued(x509),
    );
    if (!issuer) break;
    chain.push(issuer);
    current = issuer;
  }
  return chain;
}
