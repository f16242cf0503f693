// SQL of certificates: only what is public. The container and its password stand in the keychain.
import { type Database, statement } from '../platform/database.ts';

export type CertificateRow = {
  id: string;
  name: string;
  enterpriseNumber: string | null;
  enterpriseName: string | null;
  /** `issued`: it answers a signing request of ours. */
  origin: 'imported' | 'generated' | 'issued';
  certificateDer: Uint8Array;
  fingerprint: string;
  notBefore: string;
  notAfter: string;
  addedAt: string;
};

const columns = `id, name, enterprise_number AS enterpriseNumber, enterprise_name AS enterpriseName,
  CASE WHEN request_id IS NULL THEN origin ELSE 'issued' END AS origin,
  certificate_der AS certificateDer, fingerprint_sha256 AS fingerprint, not_before AS notBefore,
  not_after AS notAfter, added_at AS addedAt`;

export function certificatesInUse(db: Database): CertificateRow[] {
  const sql = `SELECT ${columns} FROM certificate WHERE removed_at IS NULL ORDER BY not_after, id LIMIT 500`;
  return statement(db, sql).all() as CertificateRow[];
}

export function findCertificate(db: Database, id: string): CertificateRow | null {
  const sql = `SELECT ${columns} FROM certificate WHERE id = ? AND removed_at IS NULL`;
  return (statement(db, sql).get(id) as CertificateRow | undefined) ?? null;
}

export function isKept(db: Database, fingerprint: string): boolean {
  const sql = 'SELECT 1 FROM certificate WHERE fingerprint_sha256 = ?';
  return statement(db, sql).get(fingerprint) !== undefined;
}

export function saveCertificate(
  db: Database,
  row: CertificateRow & { origin: 'imported' | 'generated'; verdict: 'usable' | 'usableUntil' | 'notUsable' },
): void {
  statement(
    db,
    `INSERT INTO certificate (id, name, enterprise_number, enterprise_name, origin, certificate_der,
       fingerprint_sha256, not_before, not_after, verdict, added_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    row.id,
    row.name,
    row.enterpriseNumber,
    row.enterpriseName,
    row.origin,
    row.certificateDer,
    row.fingerprint,
    row.notBefore,
    row.notAfter,
    row.verdict,
    row.addedAt,
  );
}

export function renameCertificate(db: Database, id: string, name: string): boolean {
  const sql = 'UPDATE certificate SET name = ? WHERE id = ? AND removed_at IS NULL';
  return statement(db, sql).run(name, id).changes === 1;
}

/** The row stays for the history; its fingerprint is freed, so that the same certificate can be taken in again. */
export function markRemoved(db: Database, id: string, at: string): boolean {
  const sql = `UPDATE certificate SET removed_at = ?, fingerprint_sha256 = fingerprint_sha256 || ' removed ' || id
    WHERE id = ? AND removed_at IS NULL`;
  return statement(db, sql).run(at, id).changes === 1;
}

/** One that was removed, under the fingerprint that it had. */
export function removedCertificate(
  db: Database,
  id: string,
): Pick<CertificateRow, 'id' | 'name' | 'fingerprint'> | null {
  const sql = `SELECT id, name, replace(fingerprint_sha256, ' removed ' || id, '') AS fingerprint FROM certificate
    WHERE id = ? AND removed_at IS NOT NULL`;
  const row = statement(db, sql).get(id);
  return (row as Pick<CertificateRow, 'id' | 'name' | 'fingerprint'> | undefined) ?? null;
}

/** The removal did not go through: it is kept as before. */
export function unmarkRemoved(db: Database, id: string, fingerprint: string): void {
  const sql = 'UPDATE certificate SET removed_at = NULL, fingerprint_sha256 = ? WHERE id = ?';
  statement(db, sql).run(fingerprint, id);
}

export type CertificateUser = { accountId: string; name: string; role: 'inUse' | 'staged' | 'former' };

/** Accounts that sign with it first, then those that keep it staged or as a former one. */
export function usersOf(db: Database, id: string): CertificateUser[] {
  return statement(
    db,
    `SELECT accountId, name, role FROM (
      SELECT id AS accountId, name, 'inUse' AS role FROM account
        WHERE certificate_id = @id AND removed_at IS NULL AND closed_at IS NULL
      UNION ALL
      SELECT a.id, a.name, l.role FROM account_certificate l JOIN account a ON a.id = l.account_id
        WHERE l.certificate_id = @id AND a.certificate_id IS NOT @id AND a.removed_at IS NULL AND a.closed_at IS NULL
     ) ORDER BY role = 'inUse' DESC, name LIMIT 200`,
  ).all({ id }) as CertificateUser[];
}
