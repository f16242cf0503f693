// Saves a container again with current protection: the same key and chain, sealed with PBES2 (AES-256-CBC, PBKDF2 with
// HMAC-SHA-256) and an HMAC-SHA-256 over all.
import { ok, type Result } from '../../preload/contract/result.ts';
import { type OpenOptions, openContainer } from './open-container.ts';
import { asContractFailure } from './refusal.ts';
import { writeContainer } from './write-container.ts';

/** What OWASP recommends for PBKDF2 with HMAC-SHA-256 and a password that a person thought of. */
export const protectIterations = 600_000;
export const protectCipher = 'AES-256-CBC';
export const protectMac = 'HMAC-SHA-256';

/** Failures: those of opening, as a Result of the contract. */
export async function protectContainer(
  bytes: Uint8Array,
  password: string,
  newPassword: string,
  options: OpenOptions = {},
): Promise<Result<{ container: Uint8Array; name: string }>> {
  const opened = await openContainer(bytes, password, options);
  if (!opened.ok) return asContractFailure(opened.failure);
  const { privateKey, certificate, chain, entry } = opened.value;
  const content = {
    privateKey,
    certificateDer: certificate.raw,
    chain: chain.map(({ raw }) => raw),
    friendlyName: entry.name,
  };
  return ok({ container: await writeContainer(content, newPassword, protectIterations), name: entry.name });
}
