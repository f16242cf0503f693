// What a kill left of removals: the database says that a key is gone while the keychain still holds it.
import { ok } from '../../preload/contract/result.ts';
import { attempt } from '../platform/database.ts';
import type { Session } from '../platform/session.ts';
import { removedCertificate } from './certificate-store.ts';
import { certificateEntry } from './certificate-vault.ts';
import { forgetRemoval, openRemovals } from './keychain-removal-store.ts';
import { noteAct } from './note-act.ts';

/** Call once when an environment is opened to write. What the keychain refuses now waits for the next time. */
export async function finishRemovals(session: Session): Promise<void> {
  for (const entry of openRemovals(session.db)) await finishRemoval(session, entry);
  // Parts of entries that were being written or removed.
  await session.keychain.sweep();
}

/** The entry of a certificate that was removed, or of a request that was answered. */
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
