// Does in the practice Chaman what a person does in the portal during a renewal: adds a certificate to the account, or
// takes one off. Nowhere else is there such an interface.
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { findCertificate } from '../certificates/certificate-store.ts';
import { exportCer } from '../certificates/export-cer.ts';
import type { Session } from '../platform/session.ts';
import { callPractice } from '../settings/practice-api.ts';
import { findAccount } from './account-store.ts';
import { noteInChaman, type Pair } from './renew-certificate.ts';

/**
 * Failures: notSupportedHere outside practice; notFound; stateNotAllowed (inUse) for taking off the one that signs;
 * certificateNotUsable as Chaman judges it; serviceUnavailable.
 */
export async function setInPractice(
  session: Session,
  pair: Pair,
  held: boolean,
): Promise<Result<Record<string, never>>> {
  const account = findAccount(session.db, pair.accountId);
  const row = findCertificate(session.db, pair.certificateId);
  if (account === null || row === null) return fail('notFound');
  if (!held && account.certificateId === row.id)
    return fail('stateNotAllowed', { details: { reason: 'inUse' } });
  const path = `/accounts/${account.clientId}/certificates`;
  const content = Buffer.from(exportCer(row.certificateDer, 'der')).toString('base64');
  const print = row.fingerprint.replaceAll(':', '').toLowerCase();
  const answer = held
    ? await callPractice(session, 'chaman', 'POST', path, { name: row.name.slice(0, 100), content })
    : await callPractice(session, 'chaman', 'DELETE', `${path}/${print}`);
  const problem = answer.ok ? null : answer.failure.details?.['problem'];
  // It is as it was wanted already: there since an earlier try, or taken off by hand.
  const alreadyThere = held && problem === 'certificateAlreadyRegistered';
  const alreadyGone = !held && !answer.ok && answer.failure.code === 'notFound';
  if (!answer.ok && !alreadyThere && !alreadyGone) return answer;
  const noted = noteInChaman(session, pair, held);
  return noted.ok ? ok({}) : noted;
}
