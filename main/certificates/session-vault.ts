// One vault per open environment, so that every feature uses the same opened keys and they are dropped together.
import type { Session } from '../platform/session.ts';
import { type CertificateVault, createVault } from './certificate-vault.ts';

const vaults = new WeakMap<Session, CertificateVault>();

export function sessionVault(session: Session): CertificateVault {
  let vault = vaults.get(session);
  if (vault === undefined) {
    vault = createVault({ keychain: session.keychain, clock: session.clock });
    vaults.set(session, vault);
  }
  return vault;
}
