// What a kill left in the keychain: keys that the database does not know yet, or no longer. Noted before, so that the next
// start finds them.
import { ok } from '../../preload/contract/result.ts';
import { attempt } from '../platform/database.ts';
import type { Session } from '../platform/session.ts';
import { removedCertificate } from './certificate-store.ts';
import { type CertificateVault, certificateEntry } from './certificate-vault.ts';
import { forgetRemoval, noteRemoval, openRemovals } from './keychain-removal-store.ts';
import { noteAct } from './note-act.ts';
import { sessionVault } from './session-vault.ts';

/** The vault for a certificate that the database does not know yet: `keptInDatabase` belongs to the transaction that adds it. */
export const notingVault = (session: Session): Pick<CertificateVault, 'store'> => ({
  store: (id, entry) => {
    noteRemoval(session.db, certificateEntry(id), session.clock.now().toISOString());
    return sessionVault(session).store(id, entry);
  },
});

export const keptInDatabase = (session: Session, id: string): void =>
  forgetRemoval(session.db, certificateEntry(id));

/** Call once when an environment is opened to write. What the keychain refuses now waits for the next time. */
export async function finishRemovals(session: Session): Promise<void> {
  for (const entry of openRemovals(session.db)) await finishRemoval(session, entry);
  // Parts of entries that were being written or removed.
  await session.keychain.sweep();
}

/** An entry that was noted: of a certificate that was removed or not added, or of a request that was answered or not made. */
export async function finishRemoval(session: Session, entry: string): Promise<void> {
  const gone = await session.keychain.delete(entry);
  if (!gone.ok) return;
  const { db } = session;
  attempt(db, () => {
    forgetRemoval(db, entry);
    const kept = certificateEntry('');
    const removed = entry.startsWith(kept) ? removedCertificate(db, entry.slice(kept.length)) : null;
    if (removed !== null) noteCertificateRemoved(session, removed);
    return ok({});
  });
}

export const noteCertificateRemoved = (
  session: Session,
  { id, name, fingerprint }: { id: string; name: string; fingerprint: string },
): void => noteAct(session, 'certificate.removed', id, name, { fingerprint });
