// Builds the request of a worker-year from what stands at the service and what was queued, and freezes it: body, hash and
// the state before are on the disk, with their event in the history, before a byte of it leaves.
import { createHash } from 'node:crypto';
import { recordAct } from '../history/record-act.ts';
import type { Session } from '../platform/session.ts';
import { type AllowingQuestion, allowingLine, yearOf } from '../register/allowing/allowing-line.ts';
import { flaContract } from '../training/fla-api.ts';
import { toRequest, toWire, type WireTraining } from '../training/fla-wire.ts';
import { printOf, printsOf } from './compare-sets.ts';
import { findItem, patchItem } from './item-store.ts';
import { type FrozenRequest, frozenOf } from './outbox-item.ts';
import { acceptedOf, moveSubmitted, ourReferences, recordsOf, snapshotOf } from './record-store.ts';

export type Frozen =
  | { kind: 'frozen'; request: FrozenRequest }
  /** Taken back, changed meanwhile or not approved: nothing to send. */
  | { kind: 'gone' }
  /** Others changed what we had filed: a person decides. */
  | { kind: 'decide' };

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Within one transaction. `shown` is what the service shows now. */
export function freezeRequest(session: Session, itemId: string, shown: readonly WireTraining[]): Frozen {
  const { db } = session;
  const item = findItem(db, 'all', itemId);
  if (item === null || item.state !== 'ready' || item.request_body !== null) return { kind: 'gone' };
  // Whatever led here: without the second person nothing leaves.
  if (item.waits_for_approval === 1) return { kind: 'gone' };
  const ours = ourReferences(db, item.worker_id, item.year);
  if (item.overrule === 0 && changedByOthers(session, item.worker_id, item.year, shown))
    return { kind: 'decide' };
  const kept = shown.filter((training) => !ours.has(training.externalReference));
  const mine = recordsOf(db, itemId)
    .filter((record) => record.withdraw === 0)
    .map((record) => toWire(snapshotOf(record), record.external_reference));
  const body = JSON.stringify({ trainings: [...mine, ...kept.map(toRequest)] });
  const request: FrozenRequest = {
    body,
    hash: sha256(body),
    before: printsOf(shown),
    keptTitles: kept.map((training) => String(training['title'] ?? '').slice(0, 255)),
  };
  patchItem(db, item, {
    request_body: body,
    request_hash: request.hash,
    state_before: JSON.stringify(request.before),
    kept_titles: JSON.stringify(request.keptTitles),
  });
  leave(session, itemId, request);
  return { kind: 'frozen', request };
}

/** The frozen request leaves, the first time or again: its state and its event, within one transaction. */
export function leave(session: Session, itemId: string, request: FrozenRequest): boolean {
  const { db } = session;
  const item = findItem(db, 'all', itemId);
  if (item === null || frozenOf(item)?.hash !== request.hash) return false;
  if (item.state !== 'ready' && item.state !== 'unknown') return false;
  const at = session.clock.now().toISOString();
  patchItem(db, item, {
    state: 'sending',
    attempts: item.attempts + 1,
    sent_at: at,
    failure: null,
    next_attempt_at: null,
    needs_decision: 0,
  });
  moveSubmitted(db, itemId, 'sending', at);
  recordAct(session, {
    employerId: item.employer_id,
    kind: 'fla.requested',
    subject: { kind: 'outboxItem', id: itemId },
    contract: flaContract,
    summary: `${item.worker_name} · ${item.year}`,
    payload: {
      worker: item.worker_name,
      insz: item.insz,
      year: item.year,
      // The line that allows it; null: none does, and it went on with a warning.
      register: allowingLine(session, allowingOf(item)),
      attempt: item.attempts + 1,
      requestHash: request.hash,
      request: request.body,
      keptFromOthers: request.keptTitles,
    },
  });
  return true;
}

/** Whether something that was accepted from us now reads otherwise, or is gone. */
function changedByOthers(
  session: Session,
  workerId: string,
  year: number,
  shown: readonly WireTraining[],
): boolean {
  const prints = printsOf(shown);
  return acceptedOf(session.db, workerId, year).some(
    ({ reference, fields }) => prints[reference] !== printOf(toWire(fields, reference)),
  );
}

/** For whom an item is sent, as the register is asked. */
export const allowingOf = (item: {
  employer_id: string;
  worker_id: string;
  year: number;
}): AllowingQuestion => ({
  ...{ employerId: item.employer_id, workerId: item.worker_id, purpose: 'training' },
  ...yearOf(item.year),
});
