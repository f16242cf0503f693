// Approval by a second person, of worker-years and of sessions alike. Who that is, main decides: the account of the computer,
// the name in Settings, and the PIN where one is given. What a page says of a person counts for nothing.
import type { HandlerInput, HandlerOutput } from '../../preload/contract/index.ts';
import type { ApprovalRefusal } from '../../preload/contract/outbox-plan.ts';
import { ok, type Result } from '../../preload/contract/result.ts';
import { scopeOf } from '../employers/employer-scope.ts';
import { recordAct } from '../history/record-act.ts';
import { attempt } from '../platform/database.ts';
import type { Session } from '../platform/session.ts';
import { findWaitingSession, listWaiting } from './approval-list-store.ts';
import {
  addGiven,
  approvalRequired,
  dropForward,
  givenOf,
  preparersOf,
  saveApproval,
  savePreparer,
  setApprovalRequired,
} from './approval-store.ts';
import { checkPin } from './approver-pin.ts';
import { findItem, patchItem } from './item-store.ts';
import { moveSubmitted } from './record-store.ts';
import { type Given, isApproved, whyItCountsNot } from './two-persons.ts';

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
  if (done.ok) {
    session.changed('outbox.changed', []);
    session.changed('provider.changed', []);
  }
  return done;
}

export function showWaiting(
  session: Session,
  input: HandlerInput<'outbox.approvals'>,
): HandlerOutput<'outbox.approvals'> {
  const { db } = session;
  const { osAccount } = session.actor();
  const { rows, total } = listWaiting(db, scopeOf(input.employerId), input);
  return {
    rows: rows.map((row) => ({
      ...row,
      withdraw: row.withdraw === 1,
      sameAccount: preparersOf(db, row.id).some((one) => one.osAccount === osAccount),
      given: givenOf(db, row.id)
        .map(({ name }) => name)
        .slice(0, 20),
    })),
    total,
    page: input.page,
    pageSize: input.pageSize,
  };
}

type Approved = HandlerOutput<'outbox.approve'>;

/** Failures: approverMissing, pinWrong, pinLater; of the disk. */
export async function approve(
  session: Session,
  { ids, proof }: HandlerInput<'outbox.approve'>,
): Promise<Result<Approved>> {
  const { db } = session;
  const { name, osAccount } = session.actor();
  let given: Given = { name, osAccount, approverId: '' };
  if (proof !== null) {
    const person = await checkPin(session, proof);
    if (!person.ok) return person;
    // The name that the PIN belongs to, whatever Settings says.
    given = { name: person.value.name, osAccount, approverId: person.value.id };
  }
  const done = attempt<Approved>(db, () => {
    const told: Approved = { approved: 0, signed: 0, refused: [] };
    for (const id of new Set(ids)) {
      const end = approveOne(session, id, given);
      if (end === 'approved' || end === 'signed') told[end] += 1;
      else told.refused.push({ id, reason: end });
    }
    return ok(told);
  });
  if (done.ok) {
    session.changed('outbox.changed', []);
    session.changed('provider.changed', []);
  }
  return done;
}

/** What waits, to be told in the history; null: nothing of it waits. */
type Waiting = {
  kind: 'workerYear' | 'session';
  employerId: string | null;
  summary: string;
  facts: Record<string, string | number>;
};

function waitingOf(session: Session, id: string): Waiting | null {
  const item = findItem(session.db, 'all', id);
  if (item !== null) {
    const { worker_name: worker, year, prepared_by: preparedBy } = item;
    const facts = { worker, year, preparedBy: preparedBy ?? '' };
    return item.waits_for_approval === 0
      ? null
      : { kind: 'workerYear', employerId: item.employer_id, summary: `${worker} · ${year}`, facts };
  }
  const one = findWaitingSession(session.db, id);
  if (one === null) return null;
  return { kind: 'session', employerId: null, summary: one.title, facts: { preparedBy: one.preparedBy } };
}

function approveOne(
  session: Session,
  id: string,
  given: Given,
): 'approved' | 'signed' | ApprovalRefusal['reason'] {
  const { db } = session;
  const waiting = waitingOf(session, id);
  if (waiting === null) return 'notWaiting';
  const preparers = preparersOf(db, id);
  const before = givenOf(db, id);
  const reason = whyItCountsNot(preparers, before, given);
  if (reason !== null) return reason;
  const at = session.clock.now().toISOString();
  addGiven(db, id, given, at);
  const all = [...before, given];
  const done = isApproved(preparers, all);
  if (done) {
    const names = all.map(({ name }) => name).join(', ');
    saveApproval(db, { id, kind: waiting.kind }, { names, osAccount: given.osAccount }, at);
  }
  recordAct(session, {
    employerId: waiting.employerId,
    kind: done ? 'outbox.approved' : 'outbox.approvalSigned',
    subject: { kind: waiting.kind === 'session' ? 'providerSession' : 'outboxItem', id },
    summary: waiting.summary,
    payload: { ...waiting.facts, approvedBy: given.name, withPin: given.approverId !== '' },
  });
  return done ? 'approved' : 'signed';
}

/** Items that left meanwhile, or that hold a request whose fate is not known, stay. */
export function refuseApproval(
  session: Session,
  inFlight: ReadonlySet<string>,
  { ids, reason }: HandlerInput<'outbox.refuseApproval'>,
): Result<{ refused: number }> {
  const { db } = session;
  const done = attempt<{ refused: number }>(db, () => {
    let refused = 0;
    for (const id of new Set(ids)) if (refuseOne(session, inFlight, id, reason)) refused += 1;
    return ok({ refused });
  });
  if (done.ok && done.value.refused > 0) {
    session.changed('outbox.changed', []);
    session.changed('training.changed', []);
    session.changed('provider.changed', []);
  }
  return done;
}

function refuseOne(session: Session, inFlight: ReadonlySet<string>, id: string, reason: string): boolean {
  const { db } = session;
  const item = findItem(db, 'all', id);
  const sent = findWaitingSession(db, id);
  if (item !== null && item.state === 'ready' && item.request_body === null && !inFlight.has(id)) {
    patchItem(db, item, { state: 'withdrawn', needs_decision: 0, failure: null });
    moveSubmitted(db, id, 'draft', session.clock.now().toISOString());
  } else if (sent !== null) dropForward(db, id);
  else return false;
  recordAct(session, {
    employerId: item?.employer_id ?? null,
    kind: 'outbox.approvalRefused',
    subject: { kind: item === null ? 'providerSession' : 'outboxItem', id },
    summary: item === null ? (sent?.title ?? '') : `${item.worker_name} · ${item.year}`,
    payload: { preparedBy: item?.prepared_by ?? sent?.preparedBy ?? '', reason },
  });
  return true;
}
