// SQL of the certificates of an account: the one in use stands with the account, staged and former ones beside it.
import { type Database, statement } from '../platform/database.ts';

export type CertificateLink = {
  certificateId: string;
  role: 'staged' | 'former';
  since: string;
  addedInChamanAt: string | null;
  testedAt: string | null;
  testOutcome: 'ok' | 'failed' | null;
};

const columns = `l.certificate_id AS certificateId, l.role, l.since, l.added_in_chaman_at AS addedInChamanAt,
  l.tested_at AS testedAt, l.test_outcome AS testOutcome`;
// An account may be given the certificate that was staged in another way; what is in use is then neither staged nor former.
const tables = `account_certificate l
  JOIN account a ON a.id = l.account_id AND a.certificate_id IS NOT l.certificate_id AND a.removed_at IS NULL
  JOIN certificate c ON c.id = l.certificate_id AND c.removed_at IS NULL`;

/** The newest first. */
export function linksOf(db: Database, accountId: string): CertificateLink[] {
  const sql = `SELECT ${columns} FROM ${tables} WHERE l.account_id = ? ORDER BY l.since DESC, l.certificate_id LIMIT 51`;
  return statement(db, sql).all(accountId) as CertificateLink[];
}

export function findLink(db: Database, accountId: string, certificateId: string): CertificateLink | null {
  const sql = `SELECT ${columns} FROM ${tables} WHERE l.account_id = ? AND l.certificate_id = ?`;
  return (statement(db, sql).get(accountId, certificateId) as CertificateLink | undefined) ?? null;
}

/** Replaces what was known of this pair. */
export function saveLink(db: Database, accountId: string, link: CertificateLink): void {
  statement(
    db,
    `INSERT OR REPLACE INTO account_certificate
      (account_id, certificate_id, role, since, added_in_chaman_at, tested_at, test_outcome)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    accountId,
    link.certificateId,
    link.role,
    link.since,
    link.addedInChamanAt,
    link.testedAt,
    link.testOutcome,
  );
}

export function deleteLink(db: Database, accountId: string, certificateId: string): boolean {
  const sql = 'DELETE FROM account_certificate WHERE account_id = ? AND certificate_id = ?';
  return statement(db, sql).run(accountId, certificateId).changes === 1;
}

/** What is no longer held cannot have passed a test. */
export function noteHeld(db: Database, accountId: string, certificateId: string, at: string | null): void {
  statement(
    db,
    `UPDATE account_certificate SET added_in_chaman_at = @at,
       tested_at = iif(@at IS NULL, NULL, tested_at), test_outcome = iif(@at IS NULL, NULL, test_outcome)
     WHERE account_id = @accountId AND certificate_id = @certificateId`,
  ).run({ at, accountId, certificateId });
}

export function noteTest(
  db: Database,
  accountId: string,
  certificateId: string,
  test: { at: string; outcome: 'ok' | 'failed' },
): void {
  const sql = `UPDATE account_certificate SET tested_at = ?, test_outcome = ?
    WHERE account_id = ? AND certificate_id = ?`;
  statement(db, sql).run(test.at, test.outcome, accountId, certificateId);
}

/** False when the account no longer has the certificate it is expected to have. */
export function putInUse(
  db: Database,
  accountId: string,
  change: { from: string | null; to: string },
): boolean {
  const sql = `UPDATE account SET certificate_id = ?, revision = revision + 1
    WHERE id = ? AND certificate_id IS ? AND removed_at IS NULL`;
  return statement(db, sql).run(change.to, accountId, change.from).changes === 1;
}

export type CertificateUse = {
  certificateId: string;
  accountId: string;
  name: string;
  role: 'inUse' | 'staged' | 'former';
  addedInChamanAt: string | null;
  testOutcome: 'ok' | 'failed' | null;
};

/** All uses by accounts that were neither removed nor closed, by the name of the account. */
export function certificateUses(db: Database): CertificateUse[] {
  return statement(
    db,
    `SELECT a.certificate_id AS certificateId, a.id AS accountId, a.name, 'inUse' AS role,
        NULL AS addedInChamanAt, NULL AS testOutcome
      FROM account a WHERE a.certificate_id IS NOT NULL AND a.removed_at IS NULL AND a.closed_at IS NULL
     UNION ALL
     SELECT l.certificate_id, a.id, a.name, l.role, l.added_in_chaman_at, l.test_outcome
      FROM ${tables} WHERE a.closed_at IS NULL
     ORDER BY 3, 2 LIMIT 5000`,
  ).all() as CertificateUse[];
}
