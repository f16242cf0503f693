// What the certificate in a message says of itself: public facts, and whether it may sign by the policy of the platform (§6).
import { X509Certificate } from 'node:crypto';
import type { SignerFacts } from '../../../preload/contract/cbss-workbench.ts';

/** Null: no certificate can be read there. */
export function certificateIn(base64: string): X509Certificate | null {
  const text = base64.replace(/\s/g, '');
  if (text === '' || !/^[A-Za-z0-9+/]+={0,2}$/.test(text)) return null;
  try {
    return new X509Certificate(Buffer.from(text, 'base64'));
  } catch {
    return null;
  }
}

export function signerFacts(certificate: X509Certificate, now: number): SignerFacts {
  const { asymmetricKeyType: kind, asymmetricKeyDetails: details } = certificate.publicKey;
  return {
    subject: oneLine(certificate.subject),
    issuer: oneLine(certificate.issuer),
    notBefore: certificate.validFromDate.toISOString(),
    notAfter: certificate.validToDate.toISOString(),
    kind: kind === 'rsa' ? 'RSA' : kind === 'ec' ? 'EC' : 'other',
    bits: details?.modulusLength ?? null,
    valid: certificate.validFromDate.getTime() <= now && now <= certificate.validToDate.getTime(),
  };
}

/** RSA from 2,048 bits on, and within its dates. */
export const maySign = ({ kind, bits, valid }: SignerFacts): boolean =>
  kind === 'RSA' && (bits ?? 0) >= 2_048 && valid;

const oneLine = (name: string): string => name.split('\n').join(', ').slice(0, 500);
