// Adds, changes and removes Chaman accounts; an added account serves the employers that had no route yet.
import type { Account } from '../../preload/contract/accounts.ts';
import type { HandlerInput } from '../../preload/contract/index.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { findCertificate } from '../certificates/certificate-store.ts';
import { fillMissingRoutes } from '../employers/default-route.ts';
import { recordAct } from '../history/record-act.ts';
import { attempt } from '../platform/database.ts';
import type { Session } from '../platform/session.ts';
import { deleteLink, saveLink } from './account-certificate-store.ts';
import {
  accountByClientId,
  employersServed,
  findAccount,
  findKeptAccount,
  insertAccount,
  markAccountClosed,
  markAccountRemoved,
  updateAccount,
} from './account-store.ts';
import { tokenSource } from './token-source.ts';

type Nothing = Record<string, never>;

/** Failures: notFound (certificate), alreadyExists (this client id is in use). */
export function addAccount(session: Session, input: HandlerInput<'account.add'>): Result<{ id: string }> {
  const { db } = session;
  let routed: string[] = [];
  const added = attempt(db, () => {
    if (findCertificate(db, input.certificateId) === null)
      return fail('notFound', { details: { field: 'certificateId' } });
    if (accountByClientId(db, input.clientId) !== null)
      return fail('alreadyExists', { details: { field: 'clientId' } });
    const id = session.ids.newId();
    insertAccount(db, { id, ...input });
    routed = fillMissingRoutes(session);
    note(session, 'account.added', id, `${input.name} ${input.clientId}`, { ...input, routed });
    return ok({ id });
  });
  if (added.ok) {
    session.changed('account.changed', [added.value.id]);
    if (routed.length > 0) session.changed('employer.changed', routed);
  }
  return added;
}

/** Failures: notFound, conflict, alreadyExists. Tokens of the account are dropped. */
export function changeAccount(session: Session, input: HandlerInput<'account.update'>): Result<Nothing> {
  const { db } = session;
  const { id, expectedRevision, ...given } = input;
  let routed: string[] = [];
  const changed = attempt<Nothing>(db, () => {
    const account = findAccount(db, id);
    if (account === null) return fail('notFound');
    const { rights = account.rights, scopes = account.scopes } = given;
    const fields = { ...given, rights, scopes };
    if (findCertificate(db, fields.certificateId) === null)
      return fail('notFound', { details: { field: 'certificateId' } });
    const holder = accountByClientId(db, fields.clientId);
    if (holder !== null && holder !== id) return fail('alreadyExists', { details: { field: 'clientId' } });
    if (!updateAccount(db, id, expectedRevision, fields)) return fail('conflict');
    keepFormer(session, account, fields.certificateId);
    // A right that was not there before may be the way that some employers waited for.
    if (rights.some((right) => !account.rights.includes(right))) routed = fillMissingRoutes(session);
    note(session, 'account.changed', id, `${fields.name} ${fields.clientId}`, fields);
    return ok({});
  });
  if (changed.ok) {
    tokenSource(session).forget(id);
    session.changed('account.changed', [id]);
    if (routed.length > 0) session.changed('employer.changed', routed);
  }
  return changed;
}

/** The certificate that signed until now stays beside the new one until a person lets it go, as after a renewal. */
function keepFormer(session: Session, account: Account, next: string): void {
  const { id, certificateId: before } = account;
  if (before === null || before === next) return;
  const since = session.clock.now().toISOString();
  const link = { certificateId: before, since, addedInChamanAt: since, testedAt: null, testOutcome: null };
  saveLink(session.db, id, { ...link, role: 'former' });
  deleteLink(session.db, id, next);
}

/** Undoes a closing. Failures: notFound, stateNotAllowed (it is not closed). */
export function reopenAccount(session: Session, id: string): Result<Nothing> {
  const { db } = session;
  const opened = attempt<Nothing>(db, () => {
    const account = findKeptAccount(db, id);
    if (account === null) return fail('notFound');
    if (account.closedAt === null) return fail('stateNotAllowed');
    markAccountClosed(db, id, null);
    note(session, 'account.reopened', id, account.name, { clientId: account.clientId });
    return ok({});
  });
  if (opened.ok) {
    session.changed('account.changed', [id]);
    session.changed('route.changed', []);
  }
  return opened;
}

/** Failure stateNotAllowed while employers are served by it (`details.employers`). */
export function removeAccount(session: Session, id: string): Result<Nothing> {
  const { db } = session;
  const removed = attempt<Nothing>(db, () => {
    const account = findKeptAccount(db, id);
    if (account === null) return fail('notFound');
    const served = employersServed(db, id, session.businessDate());
    if (served > 0) return fail('stateNotAllowed', { details: { employers: served } });
    markAccountRemoved(db, id, session.clock.now().toISOString());
    note(session, 'account.removed', id, account.name, { clientId: account.clientId });
    return ok({});
  });
  if (removed.ok) {
    tokenSource(session).forget(id);
    session.changed('account.changed', [id]);
  }
  return removed;
}

function note(
  session: Session,
  kind: string,
  id: string,
  summary: string,
  payload: Record<string, unknown>,
): void {
  recordAct(session, { employerId: null, kind, subject: { kind: 'account', id }, summary, payload });
}
