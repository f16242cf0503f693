// Takes a certificate into use: judged first, then its container and password go to the keychain. What is written to
// the database is the caller's: the public certificate and the verdict.

import type { CertificateVerdict } from '../../preload/contract/certificates.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import type { CertificateVault } from './certificate-vault.ts';
import { type InspectInput, inspectCertificate } from './inspect-certificate.ts';

export type KeptCertificate = {
  id: string;
  origin: 'imported' | 'generated';
  /** Public certificate, DER. */
  certificateDer: Uint8Array;
  chainDer: Uint8Array[];
  verdict: CertificateVerdict;
};

/**
 * Failures: those of opening; `severalKeys` when `entry` is needed; `certificateNotUsable` with the ids of the failed
 * criteria, so that nothing is kept that every service would refuse; those of the keychain.
 */
export async function importCertificate(
  input: InspectInput & { id: string },
  vault: Pick<CertificateVault, 'store'>,
): Promise<Result<KeptCertificate>> {
  const inspected = await inspectCertificate(input);
  if (!inspected.ok) return inspected;
  if (inspected.value.kind === 'chooseEntry') {
    return fail('severalKeys', { details: { keys: inspected.value.entries.length } });
  }
  const { verdict, opened } = inspected.value;
  if (verdict.verdict === 'notUsable') {
    const failed = verdict.criteria.filter(({ outcome }) => outcome === 'failed').map(({ id }) => id);
    return fail('certificateNotUsable', { details: { criteria: failed.join(' ') } });
  }
  const stored = await vault.store(input.id, {
    container: input.bytes,
    password: input.password,
    entry: opened.entry.entry,
  });
  if (!stored.ok) return stored;
  return ok({
    id: input.id,
    origin: 'imported',
    certificateDer: new Uint8Array(opened.certificate.raw),
    chainDer: opened.chain.map(({ raw }) => new Uint8Array(raw)),
    verdict,
  });
}
