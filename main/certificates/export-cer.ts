// The public part of a certificate as a `.cer` file for Chaman, and its fingerprints for comparing by eye.
import { X509Certificate } from 'node:crypto';
import { maskText } from '../platform/log-mask.ts';

export type CerForm = 'der' | 'pem';

/** Windows and Chaman know both forms under the ending `.cer`. */
export function exportCer(certificate: X509Certificate | Uint8Array, form: CerForm): Uint8Array {
  const x509 = certificate instanceof X509Certificate ? certificate : new X509Certificate(certificate);
  return form === 'der' ? new Uint8Array(x509.raw) : Buffer.from(x509.toString(), 'ascii');
}

/** `AB:CD:…` becomes groups of four, which the eye follows better: `ABCD EF01 …`. */
export const groupedFingerprint = (colons: string): string =>
  (colons.replaceAll(':', '').match(/.{1,4}/g) ?? []).join(' ');

export function fingerprints(certificate: X509Certificate): { sha256: string; sha1: string } {
  return {
    sha256: groupedFingerprint(certificate.fingerprint256),
    sha1: groupedFingerprint(certificate.fingerprint),
  };
}

export const cerFileName = (name: string): string => plainFileName(name, 'certificate', 'cer');

/**
 * `Crèche L'Étoile` → `creche-l-etoile.cer`; safe on every file system. A name may come out of a stranger's file, so what
 * looks like a social-security number is masked, however it was grouped.
 */
export function plainFileName(name: string, otherwise: string, ending: string): string {
  const plain = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-');
  const masked = maskText(plain)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60);
  return `${masked || otherwise}.${ending}`;
}
