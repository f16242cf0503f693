// SQL of Chaman accounts.
import type { Account } from '../../preload/contract/accounts.ts';
import { type Database, statement } from '../platform/database.ts';

type Row = Omit<Account, 'lastCheck'> & {
  lastCheckAt: string | null;
  lastCheckOutcome: 'ok' | 'warning' | 'failed' | null;
};

const columns = `a.id, a.name, a.enterprise_number AS enterpriseNumber, a.enterprise_name AS enterpriseName, a.quality,
  a.client_id AS clientId, a.certificate_id AS certificateId, c.name AS certificateName,
  c.not_after AS certificateNotAfter, a.last_check_at AS lastCheckAt, a.last_check_outcome AS lastCheckOutcome,
  a.revision`;
const tables = 'account a LEFT JOIN certificate c ON c.id = a.certificate_id';

export function listAccounts(db: Database): Account[] {
  const sql = `SELECT ${columns} FROM ${tables} WHERE a.removed_at IS NULL ORDER BY a.name COLLATE NOCASE, a.id LIMIT 500`;
  return (statement(db, sql).all() as Row[]).map(accountOf);
}

export function findAccount(db: Database, id: string): Account | null {
  const sql = `SELECT ${columns} FROM ${tables} WHERE a.id = ? AND a.removed_at IS NULL`;
  const row = statement(db, sql).get(id) as Row | undefined;
  return row ? accountOf(row) : null;
}

export function accountByClientId(db: Database, clientId: string): string | null {
  const sql = 'SELECT id FROM account WHERE client_id = ? AND removed_at IS NULL';
  const row = statement(db, sql).get(clientId) as { id: string } | undefined;
  return row?.id ?? null;
}

export type NewAccount = Pick<
  Account,
  'id' | 'name' | 'enterpriseNumber' | 'enterpriseName' | 'quality' | 'clientId' | 'certificateId'
>;

export function insertAccount(db: Database, account: NewAccount): void {
  statement(
    db,
    `INSERT INTO account (id, name, enterprise_number, enterprise_name, quality, client_id, certificate_id)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    account.id,
    account.name,
    account.enterpriseNumber,
    account.enterpriseName,
    account.quality,
    account.clientId,
    account.certificateId,
  );
}

/** Writes only at the expected revision; false: somebody else was first. */
export function updateAccount(
  db: Database,
  id: string,
  expectedRevision: number,
  fields: { name: string; clientId: string; certificateId: string },
): boolean {
  return (
    statement(
      db,
      `UPDATE account SET name = ?, client_id = ?, certificate_id = ?, revision = revision + 1
        WHERE id = ? AND revision = ? AND removed_at IS NULL`,
    ).run(fields.name, fields.clientId, fields.certificateId, id, expectedRevision).changes === 1
  );
}

export function markAccountRemoved(db: Database, id: string, at: string): boolean {
  const sql = 'UPDATE account SET removed_at = ? WHERE id = ? AND removed_at IS NULL';
  return statement(db, sql).run(at, id).changes === 1;
}

export function noteCheck(db: Database, id: string, at: string, outcome: 'ok' | 'warning' | 'failed'): void {
  statement(db, 'UPDATE account SET last_check_at = ?, last_check_outcome = ? WHERE id = ?').run(
    at,
    outcome,
    id,
  );
}

/** Employers whose trainings go by this account now. */
export function employersServed(db: Database, accountId: string): number {
  const sql = 'SELECT count(*) AS total FROM route WHERE account_id = ? AND valid_to IS NULL';
  return (statement(db, sql).get(accountId) as { total: number }).total;
}

function accountOf({ lastCheckAt, lastCheckOutcome, ...row }: Row): Account {
  const checked = lastCheckAt !== null && lastCheckOutcome !== null;
  return { ...row, lastCheck: checked ? { at: lastCheckAt, outcome: lastCheckOutcome } : null };
}
