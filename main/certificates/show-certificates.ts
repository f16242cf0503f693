// Certificates as the page sees them: judged anew at every look, because a verdict ages with the date.
import { X509Certificate } from 'node:crypto';
import type { Certificate, CertificateVerdict } from '../../preload/contract/certificates.ts';
import { ok, type Result } from '../../preload/contract/result.ts';
import type { JudgementContext } from '../../preload/rules/certificates/certificate-facts.ts';
import { daysLeft } from '../../preload/rules/certificates/date-criteria.ts';
import type { Session } from '../platform/session.ts';
import { type CertificateRow, certificatesInUse, usersOf } from './certificate-store.ts';
import { judgeStored } from './inspect-certificate.ts';
import { readIssuerList } from './issuer-list.ts';
import { sessionVault } from './session-vault.ts';

let issuers: JudgementContext['issuers'] | undefined;

/** What a certificate is judged against now. */
export function judgementContext(
  session: Session,
  enterprise: { enterpriseName?: string | null | undefined; enterpriseNumber?: string | null | undefined },
): JudgementContext {
  issuers ??= readIssuerList(session.resourcesDir).issuers;
  return {
    now: session.clock.now().toISOString(),
    issuers: enteredIssuers(session) ?? issuers,
    enterpriseName: enterprise.enterpriseName ?? null,
    enterpriseNumber: enterprise.enterpriseNumber ?? null,
  };
}

/** Names that a person entered under Going live, without dates; null: the list that the program came with counts. */
function enteredIssuers({ environment }: Session): JudgementContext['issuers'] | null {
  const lines = environment.issuers?.value.split('\n').filter((line) => line.trim() !== '') ?? [];
  const dated = (commonName: string) => ({
    commonName,
    product: commonName,
    issuesFrom: null,
    issuesUntil: null,
  });
  return lines.length === 0 ? null : lines.map((line) => dated(line.trim()));
}

export async function listCertificates(session: Session): Promise<Result<{ rows: Certificate[] }>> {
  const rows: Certificate[] = [];
  for (const row of certificatesInUse(session.db)) rows.push((await judged(session, row)).certificate);
  return ok({ rows });
}

export async function judged(
  session: Session,
  row: CertificateRow,
): Promise<{ certificate: Certificate; verdict: CertificateVerdict }> {
  const held = await sessionVault(session).has(row.id);
  const stored = held.ok && held.value;
  // A keychain that does not answer says nothing about the certificate itself.
  const belongs = !held.ok || held.value;
  const x509 = new X509Certificate(row.certificateDer);
  const verdict = judgeStored(x509, belongs, judgementContext(session, row));
  const certificate: Certificate = {
    id: row.id,
    name: row.name,
    enterpriseNumber: row.enterpriseNumber,
    enterpriseName: row.enterpriseName,
    origin: row.origin,
    addedAt: row.addedAt,
    facts: verdict.facts,
    verdict: verdict.verdict,
    daysLeft: daysLeft(row.notAfter, session.clock.now().getTime()),
    stored,
    usedBy: usersOf(session.db, row.id),
  };
  return { certificate, verdict };
}
