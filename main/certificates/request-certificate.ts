// Signing requests: made with a key that waits in the keychain, saved for the issuer, listed, removed.
import type { CertificateRequest } from '../../preload/contract/certificates.ts';
import type { HandlerInput } from '../../preload/contract/index.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { attempt } from '../platform/database.ts';
import type { Session } from '../platform/session.ts';
import { plainFileName } from './export-cer.ts';
import { finishRemoval } from './finish-removals.ts';
import { generateRequest, requestPem } from './generate-request.ts';
import { forgetRemoval, noteRemoval } from './keychain-removal-store.ts';
import { noteAct } from './note-act.ts';
import {
  findOpenRequest,
  markOrdered,
  markRequestRemoved,
  openRequests,
  type RequestRow,
  saveRequest,
} from './request-store.ts';

type Nothing = Record<string, never>;

export const requestEntry = (id: string): string => `request/${id}`;

/** Failures: those of the keychain. The key goes there first, so that no request leaves whose key is lost. */
export async function makeRequest(
  session: Session,
  input: HandlerInput<'certificate.request'>,
): Promise<Result<{ id: string }>> {
  const id = session.ids.newId();
  const made = await generateRequest(input);
  const pkcs8 = made.privateKey.export({ format: 'der', type: 'pkcs8' });
  noteRemoval(session.db, requestEntry(id), session.clock.now().toISOString());
  const stored = await session.keychain.set(requestEntry(id), new Uint8Array(pkcs8));
  pkcs8.fill(0);
  if (!stored.ok) return stored;
  const written = attempt<{ id: string }>(session.db, () => {
    const { requestDer, publicKeySha256 } = made;
    const createdAt = session.clock.now().toISOString();
    forgetRemoval(session.db, requestEntry(id));
    saveRequest(session.db, { id, ...input, requestDer, publicKeySha256, createdAt });
    noteAct(session, 'certificate.requested', id, input.name, {
      enterpriseNumber: input.enterpriseNumber,
      keyKind: input.keyKind,
      publicKey: publicKeySha256,
    });
    return ok({ id });
  });
  if (!written.ok) await finishRemoval(session, requestEntry(id));
  else session.changed('certificate.changed', [id]);
  return written;
}

export async function listRequests(session: Session): Promise<Result<{ rows: CertificateRequest[] }>> {
  const rows: CertificateRequest[] = [];
  for (const row of openRequests(session.db)) rows.push(await shown(session, row));
  return ok({ rows });
}

async function shown(session: Session, row: RequestRow): Promise<CertificateRequest> {
  const { requestDer: _, publicKeySha256, ...rest } = row;
  const held = await session.keychain.get(requestEntry(row.id));
  const stored = held.ok && held.value !== null;
  if (held.ok) held.value?.fill(0);
  return { ...rest, fingerprint: publicKeySha256, stored };
}

export async function saveRequestFile(
  session: Session,
  windowId: string,
  id: string,
): Promise<Result<{ saved: boolean; name: string }>> {
  const row = findOpenRequest(session.db, id);
  if (row === null) return fail('notFound');
  const name = plainFileName(row.name, 'request', 'csr');
  const saved = await session.host.saveFile(windowId, name, requestPem(row.requestDer));
  if (!saved.ok) return saved;
  return ok({ saved: saved.value !== null, name: saved.value?.name ?? '' });
}

export function noteOrdered(session: Session, id: string, ordered: boolean): Result<Nothing> {
  const at = ordered ? session.clock.now().toISOString() : null;
  const done = attempt<Nothing>(session.db, () => {
    const row = findOpenRequest(session.db, id);
    if (row === null || !markOrdered(session.db, id, at)) return fail('notFound');
    noteAct(session, ordered ? 'certificate.ordered' : 'certificate.orderReversed', id, row.name, {});
    return ok({});
  });
  if (done.ok) session.changed('certificate.changed', [id]);
  return done;
}

/** The key goes too: an answer that comes later can no longer be used. */
export async function removeRequest(session: Session, id: string): Promise<Result<Nothing>> {
  const row = findOpenRequest(session.db, id);
  if (row === null) return fail('notFound');
  const removed = await session.keychain.delete(requestEntry(id));
  if (!removed.ok) return removed;
  const done = attempt<Nothing>(session.db, () => {
    markRequestRemoved(session.db, id, session.clock.now().toISOString());
    noteAct(session, 'certificate.requestRemoved', id, row.name, { publicKey: row.publicKeySha256 });
    return ok({});
  });
  if (done.ok) session.changed('certificate.changed', [id]);
  return done;
}
