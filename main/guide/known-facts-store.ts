// SQL of what the app itself knows about an enterprise: it ticks steps that a person need not tick.
import type { Quality, Right, Service } from '../../preload/contract/services.ts';
import { type Database, statement } from '../platform/database.ts';

export type KnownAccount = {
  id: string;
  name: string;
  clientId: string;
  rights: Right[];
  certificateId: string | null;
  /** Outcome of the last check. */
  checked: 'ok' | 'warning' | 'failed' | null;
};

/** Accounts of the enterprise in this quality that are in use, the latest added first. */
export function accountsOf(db: Database, enterpriseNumber: string, quality: Quality): KnownAccount[] {
  const rows = statement(
    db,
    `SELECT id, name, client_id AS clientId, rights, certificate_id AS certificateId, last_check_outcome AS checked
       FROM account WHERE enterprise_number = ? AND quality = ? AND removed_at IS NULL AND closed_at IS NULL
      ORDER BY id DESC`,
  ).all(enterpriseNumber, quality) as (Omit<KnownAccount, 'rights'> & { rights: string })[];
  return rows.map((row) => ({ ...row, rights: JSON.parse(row.rights) as Right[] }));
}

export type KnownCertificate = { id: string; notAfter: string; fingerprint: string };

/** Certificates of the enterprise, the one that lasts longest first. */
export function certificatesOf(db: Database, enterpriseNumber: string): KnownCertificate[] {
  return statement(
    db,
    `SELECT id, not_after AS notAfter, fingerprint_sha256 AS fingerprint FROM certificate
      WHERE removed_at IS NULL AND enterprise_number = ? ORDER BY not_after DESC LIMIT 20`,
  ).all(enterpriseNumber) as KnownCertificate[];
}

/** The public part of the certificate with this fingerprint, DER, with its name; null where it is not kept here. */
export function certificateByFingerprint(
  db: Database,
  fingerprint: string,
): { name: string; der: Uint8Array } | null {
  const sql = `SELECT name, certificate_der AS der FROM certificate WHERE fingerprint_sha256 = ? AND removed_at IS NULL`;
  return (statement(db, sql).get(fingerprint) as { name: string; der: Uint8Array } | undefined) ?? null;
}

/** Services for which a mandate is recorded that has not ended before `quarter`: of the employer, or to the mandatary. */
export function mandatedServices(
  db: Database,
  of: { employerNumber: string | null; mandataryNumber: string | null },
  quarter: string,
): Service[] {
  const rows = statement(
    db,
    `SELECT DISTINCT m.service_group AS service FROM mandate m
       JOIN employer e ON e.id = m.employer_id JOIN legal_entity le ON le.id = e.legal_entity_id
      WHERE m.removed_at IS NULL AND m.last_answer IS NOT 'refuted' AND (m.end_quarter IS NULL OR m.end_quarter >= @quarter)
        AND (@employer IS NULL OR le.enterprise_number = @employer)
        AND (@mandatary IS NULL OR m.mandatary_enterprise_number = @mandatary)`,
  ).all({ quarter, employer: of.employerNumber, mandatary: of.mandataryNumber }) as { service: Service }[];
  return rows.map(({ service }) => service);
}

/** Services that have a route now: by one of these accounts. */
export function routedServices(db: Database, accountIds: readonly string[], day: string): Service[] {
  const rows = statement(
    db,
    `SELECT DISTINCT service FROM route
      WHERE valid_from <= @day AND (valid_to IS NULL OR valid_to > @day)
        AND account_id IN (SELECT value FROM json_each(@accounts))`,
  ).all({ day, accounts: JSON.stringify(accountIds) }) as { service: Service }[];
  return rows.map(({ service }) => service);
}

/** Services for which every employer of this number has the route "elsewhere" on this day. */
export function elsewhereServices(db: Database, enterpriseNumber: string, day: string): Service[] {
  const rows = statement(
    db,
    `SELECT r.service FROM route r JOIN employer e ON e.id = r.employer_id
       JOIN legal_entity le ON le.id = e.legal_entity_id
      WHERE le.enterprise_number = @number AND r.valid_from <= @day AND (r.valid_to IS NULL OR r.valid_to > @day)
      GROUP BY r.service HAVING MIN(r.kind = 'elsewhere') = 1`,
  ).all({ number: enterpriseNumber, day }) as { service: Service }[];
  return rows.map(({ service }) => service);
}

/** Whether the enterprise ever had an account in this quality that is closed or removed now. */
export function hadAccount(db: Database, enterpriseNumber: string, quality: Quality): boolean {
  const sql = `SELECT 1 FROM account WHERE enterprise_number = ? AND quality = ?
    AND (removed_at IS NOT NULL OR closed_at IS NOT NULL)`;
  return statement(db, sql).get(enterpriseNumber, quality) !== undefined;
}

/** Services of which every mandate from or to the enterprise has an end, of those that ever had one. */
export function endedMandates(db: Database, enterpriseNumber: string): Service[] {
  const rows = statement(
    db,
    `SELECT m.service_group AS service FROM mandate m
       JOIN employer e ON e.id = m.employer_id JOIN legal_entity le ON le.id = e.legal_entity_id
      WHERE le.enterprise_number = @number OR m.mandatary_enterprise_number = @number
      GROUP BY m.service_group HAVING MIN(m.end_quarter IS NOT NULL OR m.removed_at IS NOT NULL) = 1`,
  ).all({ number: enterpriseNumber }) as { service: Service }[];
  return rows.map(({ service }) => service);
}

/** Services towards which a way by mandate from or to the enterprise was chosen, and none holds on this day. */
export function goneMandateRoutes(db: Database, enterpriseNumber: string, day: string): Service[] {
  const rows = statement(
    db,
    `SELECT r.service FROM route r
       JOIN employer e ON e.id = r.employer_id JOIN legal_entity le ON le.id = e.legal_entity_id
       JOIN account a ON a.id = r.account_id
      WHERE r.kind = 'mandatary' AND r.valid_from <= @day
        AND (le.enterprise_number = @number OR a.enterprise_number = @number)
      GROUP BY r.service HAVING MIN(r.valid_to IS NOT NULL AND r.valid_to <= @day) = 1`,
  ).all({ number: enterpriseNumber, day }) as { service: Service }[];
  return rows.map(({ service }) => service);
}

/** Services of which a mandate from or to the enterprise is recorded without an end. */
export function openMandates(db: Database, enterpriseNumber: string): Service[] {
  const rows = statement(
    db,
    `SELECT DISTINCT m.service_group AS service FROM mandate m
       JOIN employer e ON e.id = m.employer_id JOIN legal_entity le ON le.id = e.legal_entity_id
      WHERE (le.enterprise_number = @number OR m.mandatary_enterprise_number = @number)
        AND m.end_quarter IS NULL AND m.removed_at IS NULL`,
  ).all({ number: enterpriseNumber }) as { service: Service }[];
  return rows.map(({ service }) => service);
}

/** Whether a certificate of the enterprise was removed here at this moment (UTC) or later. */
export function removedCertificateSince(db: Database, enterpriseNumber: string, since: string): boolean {
  const sql = 'SELECT 1 FROM certificate WHERE enterprise_number = ? AND removed_at >= ?';
  return statement(db, sql).get(enterpriseNumber, since) !== undefined;
}

/** Its number at the NSSO is kept here: it is known there as an employer. */
export function hasNssoNumber(db: Database, enterpriseNumber: string): boolean {
  const sql = 'SELECT 1 FROM legal_entity WHERE enterprise_number = ? AND nsso_number IS NOT NULL';
  return statement(db, sql).get(enterpriseNumber) !== undefined;
}
