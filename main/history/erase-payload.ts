// Erases what is personal in events while the chain still verifies: payload, salt and search words go, the hashes stay,
// and the chain of the app records which events it were.
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { attempt, checkpoint } from '../platform/database.ts';
import type { Session } from '../platform/session.ts';
import { idsDigest } from './event-hash.ts';
import { closeRetentionRun, deletePayload, insertRetentionRun } from './history-store.ts';
import { recordAct } from './record-act.ts';

type Eraser = Pick<Session, 'db' | 'ids' | 'clock' | 'actor' | 'appVersion' | 'changed'>;
export type Erasure = { retentionRunId: string; erased: number };

/**
 * Erases the payloads of events, all or none. `reason` is a code such as `retention5years`, without personal data.
 * Failures: notFound (nothing left to erase), diskFull, databaseBusy.
 */
export function erasePayloads(session: Eraser, eventIds: readonly string[], reason: string): Result<Erasure> {
  const { db, ids, clock } = session;
  const done = attempt(db, () => {
    const id = ids.newId();
    insertRetentionRun(db, { id, at: clock.now().toISOString(), reason });
    const erased = [...new Set(eventIds)].filter((eventId) => deletePayload(db, eventId, id));
    if (erased.length === 0) return fail('notFound');
    recordAct(session, {
      employerId: null,
      kind: 'history.erased',
      subject: { kind: 'retentionRun', id },
      summary: '',
      payload: { reason, events: erased.length, digest: idsDigest(erased) },
    });
    closeRetentionRun(db, id);
    return ok({ retentionRunId: id, erased: erased.length });
  });
  // The log of the last writes still holds the pages as they were.
  if (done.ok) checkpoint(db);
  return done;
}
