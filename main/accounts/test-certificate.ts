// Tries a certificate of an account before it is put in use: a real token, asked with its key and thrown away.
import type { HandlerOutput } from '../../preload/contract/index.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { findCertificate } from '../certificates/certificate-store.ts';
import { recordAct } from '../history/record-act.ts';
import { transaction } from '../platform/database.ts';
import type { Session } from '../platform/session.ts';
import { findLink, noteTest } from './account-certificate-store.ts';
import { findAccount, noteCheck } from './account-store.ts';
import type { Pair } from './renew-certificate.ts';
import { scopeFor } from './scope-of-service.ts';
import { tokenSource } from './token-source.ts';

type Tested = HandlerOutput<'renewal.test'>;

/** Failures: notFound; stateNotAllowed where the certificate is not one of the account. A refused token is an answer. */
export async function testCertificate(session: Session, pair: Pair): Promise<Result<Tested>> {
  const { accountId, certificateId } = pair;
  const account = findAccount(session.db, accountId);
  const row = findCertificate(session.db, certificateId);
  if (account === null || row === null) return fail('notFound');
  const isItsOwn = account.certificateId === certificateId || findLink(session.db, accountId, certificateId);
  if (!isItsOwn) return fail('stateNotAllowed', { details: { reason: 'notStaged' } });
  const scope = scopeFor(session.environment, account, 'fla');
  const source = tokenSource(session);
  let granted = await source.tokenWith(certificateId, accountId, scope);
  // The key was recognised and only that scope is not the account's: without one the service grants what it holds.
  if (!granted.ok && granted.failure.code === 'scopeRefused')
    granted = await source.tokenWith(certificateId, accountId, null);
  const outcome = granted.ok ? 'ok' : 'failed';
  const at = session.clock.now().toISOString();
  transaction(session.db, () => {
    noteTest(session.db, accountId, certificateId, { at, outcome });
    // Of the certificate in use it is the newest that is known of the account itself: Today tells no older failure.
    if (account.certificateId === certificateId) noteCheck(session.db, accountId, at, outcome);
    recordAct(session, {
      employerId: null,
      kind: 'account.certificateTested',
      subject: { kind: 'account', id: accountId },
      result: granted.ok ? 'done' : 'failed',
      summary: `${account.name}, ${row.name}`,
      payload: {
        name: row.name,
        fingerprint: row.fingerprint,
        outcome,
        ...(granted.ok ? {} : { reason: granted.failure.code }),
      },
    });
  });
  session.changed('account.changed', [accountId]);
  return ok({
    outcome,
    failure: granted.ok ? null : granted.failure.code,
    validSeconds: granted.ok ? granted.value.expiresInSeconds : null,
    scope: granted.ok ? granted.value.scope.slice(0, 2_000) : null,
  });
}
