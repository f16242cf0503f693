// Approval by a second person. Who prepared an item may not approve it: a person is known by the name in Settings, and the
// account of the computer stands beside it in the history.
import type { HandlerInput, HandlerOutput } from '../../preload/contract/index.ts';
import { ok, type Result } from '../../preload/contract/result.ts';
import { recordAct } from '../history/record-act.ts';
import { attempt } from '../platform/database.ts';
import type { Session } from '../platform/session.ts';
import {
  approvalRequired,
  type Preparer,
  preparerOf,
  saveApproval,
  savePreparer,
  setApprovalRequired,
} from './approval-store.ts';
import { findItem, patchItem } from './item-store.ts';
import type { AddressedItem } from './outbox-item.ts';
import { moveSubmitted } from './record-store.ts';

/** Within the caller's transaction. */
export const notePreparer = (session: Session, itemId: string): void =>
  savePreparer(session.db, itemId, session.actor(), session.clock.now().toISOString());

export function requireApproval(
  session: Session,
  { required }: HandlerInput<'outbox.requireApproval'>,
): Result<Record<string, never>> {
  const { db } = session;
  const done = attempt<Record<string, never>>(db, () => {
    if (approvalRequired(db) === required) return ok({});
    setApprovalRequired(db, required, session.clock.now().toISOString());
    const kind = required ? 'outbox.approvalAsked' : 'outbox.approvalDropped';
    recordAct(session, { employerId: null, kind, summary: '' });
    return ok({});
  });
  if (done.ok) session.changed('outbox.changed', []);
  return done;
}

type Approved = HandlerOutput<'outbox.approve'>;
type Reason = Approved['refused'][number]['reason'];

export function approveItems(session: Session, { ids }: HandlerInput<'outbox.approve'>): Result<Approved> {
  const { db } = session;
  const done = attempt<Approved>(db, () => {
    const at = session.clock.now().toISOString();
    const refused: Approved['refused'] = [];
    let approved = 0;
    for (const id of new Set(ids)) {
      const item = findItem(db, 'all', id);
      const reason = whyNot(session, item);
      if (item === null || reason !== null) {
        refused.push({ id, reason: reason ?? 'notWaiting' });
        continue;
      }
      saveApproval(db, id, session.actor(), at);
      approved += 1;
      note(session, item, 'outbox.approved', { preparedBy: item.prepared_by ?? '' });
    }
    return ok({ approved, refused });
  });
  if (done.ok && done.value.approved > 0) session.changed('outbox.changed', ids);
  return done;
}

function whyNot(session: Session, item: AddressedItem | null): Reason | null {
  if (item === null || item.waits_for_approval === 0) return 'notWaiting';
  const approver = session.actor();
  const preparer = preparerOf(session.db, item.id);
  if (approver.name.trim() === '') return 'nameMissing';
  // Queued before anybody was asked to approve: nobody is known to have prepared it.
  if (preparer === null) return null;
  if (preparer.name.trim() === '') return preparer.osAccount === approver.osAccount ? 'nameMissing' : null;
  return samePerson(preparer, approver) ? 'samePerson' : null;
}

/** `  lies VERDONCK` and `Lies Verdonck` are one person, on whichever account of the computer. */
export function samePerson(one: Preparer, other: Preparer): boolean {
  const plain = ({ name }: Preparer): string =>
    name.normalize('NFKC').trim().replace(/\s+/g, ' ').toLocaleLowerCase();
  return plain(one) === plain(other);
}

/** Items that left meanwhile, or that hold a request whose fate is not known, stay. */
export function refuseApproval(
  session: Session,
  inFlight: ReadonlySet<string>,
  { ids, reason }: HandlerInput<'outbox.refuseApproval'>,
): Result<{ refused: number }> {
  const { db } = session;
  const done = attempt<{ refused: number }>(db, () => {
    const at = session.clock.now().toISOString();
    let refused = 0;
    for (const id of new Set(ids)) {
      const item = findItem(db, 'all', id);
      if (item === null || item.state !== 'ready' || item.request_body !== null || inFlight.has(id)) continue;
      patchItem(db, item, { state: 'withdrawn', needs_decision: 0, failure: null });
      moveSubmitted(db, id, 'draft', at);
      refused += 1;
      note(session, item, 'outbox.approvalRefused', { preparedBy: item.prepared_by ?? '', reason });
    }
    return ok({ refused });
  });
  if (done.ok && done.value.refused > 0) {
    session.changed('outbox.changed', ids);
    session.changed('training.changed', []);
  }
  return done;
}

function note(session: Session, item: AddressedItem, kind: string, payload: Record<string, string>): void {
  recordAct(session, {
    employerId: item.employer_id,
    kind,
    subject: { kind: 'outboxItem', id: item.id },
    summary: `${item.worker_name} · ${item.year}`,
    payload: { worker: item.worker_name, year: item.year, ...payload },
  });
}
