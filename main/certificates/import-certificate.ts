// Takes a certificate into use: judged first, then its container and password go to the keychain. What is written to
// the database is the caller's: the public certificate and the verdict.
import { randomBytes } from 'node:crypto';
import type { CertificateVerdict } from '../../preload/contract/certificates.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import type { CertificateVault } from './certificate-vault.ts';
import { type InspectInput, inspectCertificate } from './inspect-certificate.ts';
import type { OpenedContainer } from './open-container.ts';
import type { VaultEntry } from './vault-entry.ts';
import { writeContainer } from './write-container.ts';

export type KeptCertificate = {
  id: string;
  origin: 'imported' | 'generated' | 'issued';
  /** Public certificate, DER. */
  certificateDer: Uint8Array;
  chainDer: Uint8Array[];
  verdict: CertificateVerdict;
};

/**
 * Failures: those of opening; `severalKeys` when `entry` is needed; `certificateWithoutKey` and `certificateBundle` for
 * a certificate alone; `certificateNotUsable` with the ids of the failed
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
  const { verdict, opened, facts } = inspected.value;
  if (opened === null) return fail(facts.format === 'bundle' ? 'certificateBundle' : 'certificateWithoutKey');
  const refused = refusedBy(verdict);
  if (refused) return refused;
  const stored = await vault.store(input.id, await entryFor(input, opened));
  if (!stored.ok) return stored;
  return ok({
    id: input.id,
    origin: 'imported',
    certificateDer: new Uint8Array(opened.certificate.raw),
    chainDer: opened.chain.map(({ raw }) => new Uint8Array(raw)),
    verdict,
  });
}

/** `certificateNotUsable` with the failed criteria, or null. */
export function refusedBy({ verdict, criteria }: CertificateVerdict): ReturnType<typeof fail> | null {
  if (verdict !== 'notUsable') return null;
  const failed = criteria.filter(({ outcome }) => outcome === 'failed').map(({ id }) => id);
  return fail('certificateNotUsable', { details: { criteria: failed.join(' ') } });
}

/** A file is kept as it came, with its password; two files become one container with a password of ours. */
async function entryFor(input: InspectInput, opened: OpenedContainer): Promise<VaultEntry> {
  if (!input.keyFile) {
    return { container: input.bytes, password: input.password, entry: opened.entry.entry };
  }
  return freshEntry(opened, opened.entry.name);
}

/** A container of ours around a key and its certificate, with a password of 192 random bits that nobody has to type. */
export async function freshEntry(
  { privateKey, certificate, chain }: Pick<OpenedContainer, 'privateKey' | 'certificate' | 'chain'>,
  friendlyName: string,
): Promise<VaultEntry> {
  const password = randomBytes(24).toString('base64url');
  const chainDer = chain.map(({ raw }) => raw);
  const content = { privateKey, certificateDer: certificate.raw, chain: chainDer, friendlyName };
  return { container: await writeContainer(content, password), password, entry: 0 };
}
