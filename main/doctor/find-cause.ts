// The service says no more than "invalid client". Which part of the pair is wrong is found by asking with others that are
// known here: a certificate that is recognised with this client id, or a client id that recognises this certificate.
import type { Account } from '../../preload/contract/accounts.ts';
import type { Link } from '../../preload/contract/doctor.ts';
import { certificateUses } from '../accounts/account-certificate-store.ts';
import { listAccounts } from '../accounts/account-store.ts';
import { type CertificateRow, certificatesInUse } from '../certificates/certificate-store.ts';
import { sessionVault } from '../certificates/session-vault.ts';
import type { Session } from '../platform/session.ts';
import { type AskToken, wasRecognised } from './ask-token.ts';
import { broken } from './links.ts';
import { lastRecognised } from './recognised-store.ts';

/** At most so many others are tried: a service may shut out who knocks too often. */
const mostTries = 6;

type Pair = { account: Account; certificateId: string; certificateName: string };

/** The link `token` for a pair that was refused as an unknown client. */
export async function causeOfRefusal(session: Session, pair: Pair, ask: AskToken): Promise<Link> {
  const { account, certificateId, certificateName } = pair;
  const { clientId } = account;
  const oauth = structuredClone(session.environment.oauth);
  const recognised = async (by: Omit<Parameters<AskToken>[0], 'scope'>): Promise<boolean> =>
    wasRecognised(await ask({ ...by, scope: null }));

  if (oauth.audience.value !== oauth.tokenUrl.value) {
    const params = { audience: oauth.audience.value, url: oauth.tokenUrl.value };
    if (await recognised({ certificateId, clientId, audience: 'tokenUrl' }))
      return broken('token', 'wrongAudience', { params });
  }
  for (const other of await otherCertificates(session, pair)) {
    if (!(await recognised({ certificateId: other.id, clientId }))) continue;
    const owner = ownerOf(session, other, account);
    const params = { name: certificateName, other: other.name, clientId, account: owner ?? '' };
    return broken('token', owner === null ? 'wrongCertificate' : 'clientIdOfOther', { params });
  }
  for (const other of otherClientIds(session, account)) {
    if (!(await recognised({ certificateId, clientId: other.clientId }))) continue;
    const params = { name: certificateName, clientId, other: other.clientId, account: other.name };
    return broken('token', 'wrongClientId', { params });
  }
  const before = lastRecognised(session.db, account.id);
  const params = { name: certificateName, clientId, date: before?.at.slice(0, 10) ?? '' };
  return before?.clientId === clientId
    ? broken('token', 'certificateNotRegistered', { params })
    : broken('token', 'pairUnknown', { params });
}

/** Those whose key is here: first those of this account, then of its enterprise, then the rest; the newest of each first. */
async function otherCertificates(
  session: Session,
  { account, certificateId }: Pair,
): Promise<CertificateRow[]> {
  const uses = certificateUses(session.db);
  const before = lastRecognised(session.db, account.id)?.certificateId;
  const rank = (row: CertificateRow): number => {
    if (row.id === before) return 0;
    if (uses.some((use) => use.certificateId === row.id && use.accountId === account.id)) return 0;
    return row.enterpriseNumber === account.enterpriseNumber ? 1 : 2;
  };
  const held: CertificateRow[] = [];
  const others = certificatesInUse(session.db).filter(({ id }) => id !== certificateId);
  for (const row of others.sort((a, b) => rank(a) - rank(b) || b.addedAt.localeCompare(a.addedAt))) {
    const opened = held.length < mostTries ? await sessionVault(session).open(row.id) : null;
    if (opened?.ok) held.push(row);
  }
  return held;
}

/** The account that the other certificate is at home with, when that is another than this one; null: it is free or ours. */
function ownerOf(session: Session, other: CertificateRow, account: Account): string | null {
  const uses = certificateUses(session.db).filter(({ certificateId }) => certificateId === other.id);
  if (uses.some(({ accountId }) => accountId === account.id)) return null;
  const owner = uses.find(({ role }) => role === 'inUse');
  if (owner !== undefined) return owner.name;
  const foreign = other.enterpriseNumber !== null && other.enterpriseNumber !== account.enterpriseNumber;
  return foreign ? (other.enterpriseName ?? other.name) : null;
}

const otherClientIds = (session: Session, account: Account): Account[] =>
  listAccounts(session.db, true)
    .filter(({ id, clientId }) => id !== account.id && clientId !== account.clientId)
    .sort((a, b) => near(b, account) - near(a, account) || b.id.localeCompare(a.id))
    .slice(0, mostTries);

/** One with the same certificate is the likeliest, then one of the same enterprise. */
const near = (other: Account, account: Account): number =>
  other.certificateId === account.certificateId
    ? 2
    : Number(other.enterpriseNumber === account.enterpriseNumber);
