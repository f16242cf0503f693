// Brings the issuer's answer to its request: judged first, then kept with the key that waited in the keychain. Until
// both keychain and database hold the certificate, the request stays as it was, so a wrong answer loses nothing.
import { createPrivateKey, type KeyObject } from 'node:crypto';
import type { CertificateVerdict } from '../../preload/contract/certificates.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import type { Session } from '../platform/session.ts';
import { finishRemoval, notingVault } from './finish-removals.ts';
import { freshEntry, refusedBy } from './import-certificate.ts';
import { verdictOf } from './inspect-certificate.ts';
import { writeKept } from './keep-certificate.ts';
import { noteRemoval } from './keychain-removal-store.ts';
import { type Answer, readAnswer } from './read-answer.ts';
import { readFacts } from './read-facts.ts';
import { maxContainerBytes } from './read-file.ts';
import { requestEntry } from './request-certificate.ts';
import { findRequestOfKey, markAnswered, type RequestRow } from './request-store.ts';
import { judgementContext } from './show-certificates.ts';

type Judged = Answer<RequestRow> & { verdict: CertificateVerdict; privateKey: KeyObject };

/** Failures: those of reading an answer and of the keychain; `entryMissing` when the waiting key is gone. */
export async function judgeAnswer(
  session: Session,
  windowId: string,
  selectionId: string,
): Promise<Result<Judged>> {
  const file = await session.host.readSelection(windowId, selectionId, maxContainerBytes);
  if (!file.ok) return file;
  const answer = await readAnswer(file.value.bytes, (print) => findRequestOfKey(session.db, print));
  if (!answer.ok) return answer;
  const privateKey = await waitingKey(session, answer.value.request.id);
  if (!privateKey.ok) return privateKey;
  const facts = readFacts(answer.value.certificate, privateKey.value, 'certificate');
  const verdict = verdictOf(facts, judgementContext(session, answer.value.request));
  return ok({ ...answer.value, verdict, privateKey: privateKey.value });
}

async function waitingKey(session: Session, id: string): Promise<Result<KeyObject>> {
  const held = await session.keychain.get(requestEntry(id));
  if (!held.ok) return held;
  if (held.value === null) return fail('entryMissing');
  try {
    const key = createPrivateKey({ key: Buffer.from(held.value), format: 'der', type: 'pkcs8' });
    held.value.fill(0);
    return ok(key);
  } catch {
    return fail('entryDamaged');
  }
}

/** Failures as above; `certificateNotUsable` with the failed criteria, `alreadyExists`. */
export async function takeAnswer(
  session: Session,
  windowId: string,
  selectionId: string,
): Promise<Result<{ id: string; requestId: string }>> {
  const judged = await judgeAnswer(session, windowId, selectionId);
  if (!judged.ok) return judged;
  const { request, verdict, certificate, chain } = judged.value;
  const refused = refusedBy(verdict);
  if (refused) return refused;
  const id = session.ids.newId();
  const stored = await notingVault(session).store(id, await freshEntry(judged.value, request.name));
  if (!stored.ok) return stored;
  const kept = {
    id,
    origin: 'issued' as const,
    certificateDer: new Uint8Array(certificate.raw),
    chainDer: chain.map(({ raw }) => new Uint8Array(raw)),
    verdict,
  };
  const waiting = requestEntry(request.id);
  const written = await writeKept(session, kept, request, () => {
    const at = session.clock.now().toISOString();
    noteRemoval(session.db, waiting, at);
    return markAnswered(session.db, request.id, id, at);
  });
  if (!written.ok) return written;
  // The key now stands with its certificate. What stays behind here would only be a second copy of it.
  await finishRemoval(session, waiting);
  return ok({ id, requestId: request.id });
}
