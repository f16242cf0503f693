// The proof of an erasure: a row of its own, and an event with the digest of which requests it was.
import { idsDigest } from '../history/event-hash.ts';
import { recordAct } from '../history/record-act.ts';
import type { Session } from '../platform/session.ts';
import { type ErasureReason, insertErasure } from './care-store.ts';

export type Erased = { ids: readonly string[]; at: string; reason: ErasureReason; answers: number };

/** Within the transaction that erases. */
export function proveErasure(session: Session, { ids, at, reason, answers }: Erased): void {
  const id = session.ids.newId();
  const digest = idsDigest([...ids]);
  insertErasure(session.db, { id, at, reason, answers, digest });
  // On the chain of the app: one run erases for several employers, and the digest names no one.
  recordAct(session, {
    employerId: null,
    kind: 'applicantAnswer.erased',
    subject: { kind: 'applicantErasure', id },
    summary: '',
    payload: { reason, requests: ids.length, answers, digest },
  });
}
