// Renewal without a gap: a second certificate is staged beside the one in use, and takes its place in one step. The old one
// is kept as a former one, so that the way back stays open until a person lets it go.

import type { Account } from '../../preload/contract/accounts.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { endStanding } from '../../preload/rules/certificates/rungs.ts';
import { type CertificateRow, findCertificate } from '../certificates/certificate-store.ts';
import { sessionVault } from '../certificates/session-vault.ts';
import { judged } from '../certificates/show-certificates.ts';
import { recordAct } from '../history/record-act.ts';
import { attempt } from '../platform/database.ts';
import type { Session } from '../platform/session.ts';
import {
  type CertificateLink,
  deleteLink,
  findLink,
  linksOf,
  noteHeld,
  putInUse,
  saveLink,
} from './account-certificate-store.ts';
import { findAccount, noteCheck } from './account-store.ts';
import { tokenSource } from './token-source.ts';

type Nothing = Record<string, never>;
export type Pair = { accountId: string; certificateId: string };
type Known = { account: Account; row: CertificateRow; link: CertificateLink | null };

/**
 * Failures: notFound; stateNotAllowed (`details.reason`: inUse, or alreadyStaged where another one is); certificateNotUsable;
 * entryMissing where the keychain no longer holds it.
 */
export async function stageCertificate(session: Session, pair: Pair): Promise<Result<Nothing>> {
  const usable = await mayBeUsed(session, pair.certificateId);
  if (!usable.ok) return usable;
  return change(session, pair, 'account.certificateStaged', ({ account, row }) => {
    if (account.certificateId === row.id) return refused('inUse');
    const other = linksOf(session.db, account.id).find(({ role }) => role === 'staged');
    if (other !== undefined && other.certificateId !== row.id) return refused('alreadyStaged');
    const known = findLink(session.db, account.id, row.id);
    saveLink(session.db, account.id, { ...(known ?? untried(row.id, session)), role: 'staged' });
    return ok({});
  });
}

/** Failure notFound where nothing is staged. */
export function unstageCertificate(session: Session, accountId: string): Result<Nothing> {
  const staged = linksOf(session.db, accountId).find(({ role }) => role === 'staged');
  if (staged === undefined) return fail('notFound');
  const pair = { accountId, certificateId: staged.certificateId };
  return change(session, pair, 'account.certificateUnstaged', () => {
    // What Chaman still holds has to be taken off there too, so it goes on as a former one.
    if (staged.addedInChamanAt === null) deleteLink(session.db, accountId, staged.certificateId);
    else saveLink(session.db, accountId, { ...staged, role: 'former' });
    return ok({});
  });
}

/** What a person says of Chaman. Failures: notFound; stateNotAllowed (inUse) for taking off the one that signs. */
export function noteInChaman(session: Session, pair: Pair, held: boolean): Result<Nothing> {
  const kind = held ? 'account.certificateAdded' : 'account.certificateDetached';
  return change(session, pair, kind, ({ account, row, link }) => {
    if (account.certificateId === row.id) return held ? ok({}) : refused('inUse');
    if (link === null) return fail('notFound');
    noteHeld(session.db, account.id, row.id, held ? session.clock.now().toISOString() : null);
    return ok({});
  });
}

/**
 * Puts a staged certificate in use, or goes back to a former one, in one transaction. Tokens of the account are dropped, so
 * that the next one is asked with the new key. Failures: notFound; stateNotAllowed (inUse, or notTested where no token was
 * given with it yet, unless `untested`); certificateNotUsable once it has ended; entryMissing; conflict.
 */
export async function switchCertificate(
  session: Session,
  { untested, ...pair }: Pair & { untested: boolean },
): Promise<Result<Nothing>> {
  const usable = await mayBeUsed(session, pair.certificateId);
  if (!usable.ok) return usable;
  const switched = change(session, pair, 'account.certificateSwitched', ({ account, row, link }) => {
    if (account.certificateId === row.id) return refused('inUse');
    if (link === null) return fail('notFound');
    if (!untested && !isTried(link)) return refused('notTested');
    if (!putInUse(session.db, account.id, { from: account.certificateId, to: row.id }))
      return fail('conflict');
    deleteLink(session.db, account.id, row.id);
    // What was found with the other certificate says nothing of this one, which got a token.
    const { testedAt, testOutcome } = link;
    if (testedAt !== null && testOutcome === 'ok' && testedAt > (account.lastCheck?.at ?? ''))
      noteCheck(session.db, account.id, testedAt, testOutcome);
    if (account.certificateId !== null) keepAsFormer(session, account.id, account.certificateId);
    return ok({});
  });
  if (switched.ok) tokenSource(session).forget(pair.accountId);
  return switched;
}

/** Ends the tie with a former certificate. Failures: notFound; stateNotAllowed (inUse, or staged: that is unstaged). */
export function letGo(session: Session, pair: Pair): Result<Nothing> {
  return change(session, pair, 'account.certificateReleased', ({ account, row, link }) => {
    if (account.certificateId === row.id) return refused('inUse');
    if (link === null) return fail('notFound');
    if (link.role === 'staged') return refused('staged');
    deleteLink(session.db, account.id, row.id);
    return ok({});
  });
}

/** A token was given with it, or it was in use and Chaman was not told to let it go. */
export const isTried = (link: CertificateLink): boolean =>
  link.testOutcome === 'ok' || (link.role === 'former' && link.addedInChamanAt !== null);

/** One act on a pair: read, changed and written down in one transaction, then told to the window. */
function change(
  session: Session,
  { accountId, certificateId }: Pair,
  kind: string,
  work: (known: Known) => Result<Nothing>,
): Result<Nothing> {
  const { db } = session;
  const done = attempt<Nothing>(db, () => {
    const account = findAccount(db, accountId);
    const row = findCertificate(db, certificateId);
    if (account === null) return fail('notFound', { details: { field: 'accountId' } });
    if (row === null) return fail('notFound', { details: { field: 'certificateId' } });
    const worked = work({ account, row, link: findLink(db, accountId, certificateId) });
    if (!worked.ok) return worked;
    recordAct(session, {
      employerId: null,
      kind,
      subject: { kind: 'account', id: accountId },
      summary: `${account.name}, ${row.name}`,
      payload: { name: row.name, fingerprint: row.fingerprint, notAfter: row.notAfter },
    });
    return ok({});
  });
  if (done.ok) session.changed('account.changed', [accountId]);
  return done;
}

/** Chaman holds it, as far as is known: it signed until now. */
function keepAsFormer(session: Session, accountId: string, certificateId: string): void {
  const now = session.clock.now().toISOString();
  const link = { ...untried(certificateId, session), role: 'former' as const, addedInChamanAt: now };
  saveLink(session.db, accountId, link);
}

const untried = (certificateId: string, session: Session): CertificateLink => ({
  certificateId,
  role: 'staged',
  since: session.clock.now().toISOString(),
  addedInChamanAt: null,
  testedAt: null,
  testOutcome: null,
});

async function mayBeUsed(session: Session, certificateId: string): Promise<Result<Nothing>> {
  const row = findCertificate(session.db, certificateId);
  if (row === null) return fail('notFound', { details: { field: 'certificateId' } });
  const held = await sessionVault(session).has(certificateId);
  if (!held.ok) return held;
  if (!held.value) return fail('entryMissing');
  const ended = endStanding(row.notAfter, session.clock.now().getTime()).over;
  const { certificate } = await judged(session, row);
  return ended || certificate.verdict === 'notUsable' ? fail('certificateNotUsable') : ok({});
}

const refused = (reason: 'inUse' | 'alreadyStaged' | 'notTested' | 'staged') =>
  fail('stateNotAllowed', { details: { reason } });
