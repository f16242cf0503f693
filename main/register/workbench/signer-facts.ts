// What the certificate in a message says of itself: public facts, and whether it may sign by the policy of the platform (§6).
import { X509Certificate } from 'node:crypto';
import type { SignerFacts } from '../../../preload/contract/cbss-workbench.ts';

/** Null: no certificate can be read there. */
export function certificateIn(base64: string): X509Certificate | null {
  const text = base64.replace(/\s/g, '');
  if (text === '' || !/^[A-Za-z0-9+/]+={0,2}$/.test(text)) return null;
  try {
    const certificate = new X509Certificate(Buffer.from(text, 'base64'));
    return daysOf(certificate).some(Number.isNaN) ? null : certificate;
  } catch {
    return null;
  }
}

/** From its words: of a day that no calendar has Node's own dates are what memory held. */
const daysOf = ({ validFrom, validTo }: X509Certificate): [number, number] => [
  Date.parse(validFrom),
  Date.parse(validTo),
];

export function signerFacts(certificate: X509Certificate, now: number): SignerFacts {
  const { asymmetricKeyType: kind, asymmetricKeyDetails: details } = certificate.publicKey;
  const [from, to] = daysOf(certificate);
  return {
    subject: oneLine(certificate.subject),
    issuer: oneLine(certificate.issuer),
    notBefore: new Date(from).toISOString(),
    notAfter: new Date(to).toISOString(),
    kind: kind === 'rsa' ? 'RSA' : kind === 'ec' ? 'EC' : 'other',
    bits: details?.modulusLength ?? null,
    valid: from <= now && now <= to,
  };
}

/** RSA from 2,048 bits on, and within its dates. */
export const maySign = ({ kind, bits, valid }: SignerFacts): boolean =>
  kind === 'RSA' && (bits ?? 0) >= 2_048 && valid;

const oneLine = (name: string): string => name.split('\n').join(', ').slice(0, 500);
