// The links on this computer: the certificate, the key that belongs to it, and the form of the client id.
import { X509Certificate } from 'node:crypto';
import { type Account, clientIdSchema } from '../../preload/contract/accounts.ts';
import type { Link } from '../../preload/contract/doctor.ts';
import type { Failure } from '../../preload/contract/result.ts';
import { findCertificate } from '../certificates/certificate-store.ts';
import { sessionVault } from '../certificates/session-vault.ts';
import { judged } from '../certificates/show-certificates.ts';
import type { Session } from '../platform/session.ts';
import { type BrokenKey, broken, doubtful, inOrder } from './links.ts';

export async function checkCertificate(session: Session, account: Account): Promise<Link> {
  const row = account.certificateId === null ? null : findCertificate(session.db, account.certificateId);
  if (row === null) return broken('certificate', 'certificateMissing', { params: { account: account.name } });
  const { certificate, verdict } = await judged(session, row);
  const params = {
    name: row.name,
    date: row.notAfter.slice(0, 10),
    days: certificate.daysLeft,
    criterion: '',
  };
  const now = session.clock.now().getTime();
  if (Date.parse(row.notAfter) < now) return broken('certificate', 'certificateEnded', { params });
  if (Date.parse(row.notBefore) > now)
    return broken('certificate', 'certificateNotYet', {
      params: { ...params, date: row.notBefore.slice(0, 10) },
    });
  // Whether the key is there and belongs is the next link; the file it came from is no longer at hand.
  const unmet = verdict.criteria.find(
    ({ id, outcome }) =>
      outcome === 'failed' && !['CERT-KEY-MATCH', 'CERT-KEY-PRESENT', 'CERT-FILE'].includes(id),
  );
  if (unmet !== undefined)
    return broken('certificate', 'certificateNotUsable', { params: { ...params, criterion: unmet.id } });
  if (certificate.verdict === 'usableUntil') return doubtful('certificate', 'certificateEnds', { params });
  return inOrder('certificate', 'certificateOk', { params });
}

/** Opens the key and holds it against the certificate that Chaman was given. */
export async function checkKey(session: Session, account: Account): Promise<Link> {
  const row = account.certificateId === null ? null : findCertificate(session.db, account.certificateId);
  if (row === null) return broken('key', 'keyGone', { params: { name: '' } });
  const params = { name: row.name };
  const opened = await sessionVault(session).open(row.id);
  if (!opened.ok) return broken('key', keychainKey(opened.failure), { params });
  const belongs = new X509Certificate(row.certificateDer).checkPrivateKey(opened.value.privateKey);
  return belongs ? inOrder('key', 'keyOk', { params }) : broken('key', 'keyOther', { params });
}

function keychainKey({ code }: Failure): BrokenKey {
  if (code === 'keychainMissing' || code === 'keychainLocked' || code === 'keychainDenied') return code;
  if (code === 'entryMissing') return 'keyGone';
  return code === 'keyDoesNotMatch' ? 'keyOther' : 'keyDamaged';
}

export function checkClientId({ clientId }: Account): Link {
  if (clientIdSchema.safeParse(clientId).success && clientId === clientId.trim())
    return inOrder('clientId', 'clientIdOk', { params: { clientId } });
  const suggestion = likelyClientId(clientId);
  return suggestion === null
    ? broken('clientId', 'clientIdInvalid', { params: { clientId } })
    : broken('clientId', 'clientIdLegacy', { params: { clientId, suggestion } });
}

/** What was probably meant: the older form with colons, capitals, hyphens or blanks in place of underscores; null: no idea. */
export function likelyClientId(typed: string): string | null {
  const tidy = typed
    .trim()
    .toLowerCase()
    .replace(/[\s:.\-–_]+/g, '_');
  const [, kind, rest] = /^_?self_?service_?(expeditor|chaman)_?(\d.*)$/.exec(tidy) ?? [];
  const found = clientIdSchema.safeParse(`self_service_${kind}_${rest}`);
  return found.success && found.data !== typed ? found.data : null;
}
