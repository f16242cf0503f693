// How far the renewal of one account is: what signs now, what is staged, what was before, and what could be staged.
import { X509Certificate } from 'node:crypto';
import type { Account } from '../../preload/contract/accounts.ts';
import { keyKindSchema } from '../../preload/contract/certificates.ts';
import type { HandlerOutput } from '../../preload/contract/index.ts';
import type { AccountCertificate } from '../../preload/contract/renewal.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { endStanding } from '../../preload/rules/certificates/rungs.ts';
import {
  type CertificateRow,
  certificatesInUse,
  findCertificate,
} from '../certificates/certificate-store.ts';
import { factsForPage } from '../certificates/inspect-certificate.ts';
import { readFacts } from '../certificates/read-facts.ts';
import type { Session } from '../platform/session.ts';
import { type CertificateLink, linksOf } from './account-certificate-store.ts';
import { findAccount } from './account-store.ts';
import { asFields, isStored } from './certificate-life.ts';

type Shown = HandlerOutput<'renewal.show'>;
type KeyKind = Shown['keyKind'];

/** Failure notFound. */
export async function showRenewal(session: Session, accountId: string): Promise<Result<Shown>> {
  const account = findAccount(session.db, accountId);
  if (account === null) return fail('notFound');
  const now = session.clock.now().getTime();
  const kept = certificatesInUse(session.db);
  const currentRow = kept.find(({ id }) => id === account.certificateId);
  const current = currentRow === undefined ? null : await shown(session, currentRow, null);
  const links: (AccountCertificate & Pick<CertificateLink, 'role'>)[] = [];
  for (const link of linksOf(session.db, accountId)) {
    const row = findCertificate(session.db, link.certificateId);
    if (row !== null) links.push({ ...(await shown(session, row, link)), role: link.role });
  }
  const tied = new Set([account.certificateId, ...links.map(({ certificateId }) => certificateId)]);
  const plain = links.map(({ role, ...rest }) => ({ role, rest }));
  return ok({
    accountId,
    name: account.name,
    enterpriseName: account.enterpriseName,
    enterpriseNumber: account.enterpriseNumber,
    clientId: account.clientId,
    current,
    staged: plain.find(({ role }) => role === 'staged')?.rest ?? null,
    former: plain
      .filter(({ role }) => role === 'former')
      .map(({ rest }) => rest)
      .slice(0, 50),
    candidates: kept
      .filter(({ id, notAfter }) => !tied.has(id) && !endStanding(notAfter, now).over)
      .map(({ id, name, notAfter }) => ({ id, name, notAfter }))
      .slice(0, 200),
    proposedName: nextName(account, currentRow, session, kept),
    keyKind: keyKindOf(current),
    practice: session.environment.kind === 'practice',
  });
}

async function shown(
  session: Session,
  row: CertificateRow,
  link: CertificateLink | null,
): Promise<AccountCertificate> {
  const facts = factsForPage(readFacts(new X509Certificate(row.certificateDer), null, 'pkcs12'));
  return {
    certificateId: row.id,
    name: row.name,
    subject: facts.subject,
    keyKind: facts.keyKind,
    fingerprintSha256: facts.fingerprintSha256,
    fingerprintSha1: facts.fingerprintSha1,
    notBefore: row.notBefore,
    notAfter: row.notAfter,
    ...asFields(endStanding(row.notAfter, session.clock.now().getTime())),
    stored: await isStored(session, row.id),
    since: link?.since ?? null,
    addedInChamanAt: link?.addedInChamanAt ?? null,
    testedAt: link?.testedAt ?? null,
    testOutcome: link?.testOutcome ?? null,
  };
}

/** `Klaver 2026` is followed by `Klaver 2029`: the year tells them apart, and a number where two share it. */
export function nextName(
  account: Pick<Account, 'name'>,
  current: Pick<CertificateRow, 'name'> | undefined,
  session: Pick<Session, 'clock'>,
  kept: readonly Pick<CertificateRow, 'name'>[],
): string {
  const base = (current?.name ?? account.name).replace(/ 20\d\d(?: \(\d+\))?$/, '').slice(0, 100);
  const name = `${base} ${session.clock.now().getUTCFullYear()}`;
  const taken = new Set(kept.map((one) => one.name));
  let proposed = name;
  for (let count = 2; taken.has(proposed); count += 1) proposed = `${name} (${count})`;
  return proposed;
}

/** The kind of the one in use where it may still be made, else the kind that fits every service. */
export function keyKindOf(current: Pick<AccountCertificate, 'keyKind'> | null): KeyKind {
  const kind = (current?.keyKind ?? '').replace('RSA ', 'rsa').replace('EC P-', 'ecP');
  const known = keyKindSchema.safeParse(kind);
  return known.success ? known.data : 'rsa3072';
}
