// SQL of Chaman accounts.
import type { Account } from '../../preload/contract/accounts.ts';
import { type Database, statement } from '../platform/database.ts';

type Row = Omit<Account, 'lastCheck' | 'rights' | 'scopes' | 'sharedWith'> & {
  rights: string;
  scopes: string;
  sharedWith: string;
  lastCheckAt: string | null;
  lastCheckOutcome: 'ok' | 'warning' | 'failed' | null;
};

const columns = `a.id, a.name, a.enterprise_number AS enterpriseNumber, a.enterprise_name AS enterpriseName, a.quality,
  a.client_id AS clientId, a.certificate_id AS certificateId, c.name AS certificateName,
  c.not_after AS certificateNotAfter, a.last_check_at AS lastCheckAt, a.last_check_outcome AS lastCheckOutcome,
  a.rights, a.scopes, a.closed_at AS closedAt, a.revision,
  (SELECT count(DISTINCT r.employer_id) FROM route r WHERE r.account_id = a.id AND r.valid_to IS NULL) AS employers,
  (SELECT json_group_array(DISTINCT o.enterprise_name) FROM account o
    WHERE o.certificate_id = a.certificate_id AND o.enterprise_number <> a.enterprise_number
      AND o.quality = 'employerNsso' AND a.quality = 'employerNsso' AND o.removed_at IS NULL AND o.closed_at IS NULL
  ) AS sharedWith`;
const tables = 'account a LEFT JOIN certificate c ON c.id = a.certificate_id';

/** Those in use, and last of all the closed ones where asked. */
export function listAccounts(db: Database, closed = false): Account[] {
  const sql = `SELECT ${columns} FROM ${tables} WHERE a.removed_at IS NULL AND (a.closed_at IS NULL OR ?)
    ORDER BY a.closed_at IS NOT NULL, a.name COLLATE NOCASE, a.id LIMIT 500`;
  return (statement(db, sql).all(Number(closed)) as Row[]).map(accountOf);
}

/** One in use; null also when it was closed or removed. */
export function findAccount(db: Database, id: string): Account | null {
  const account = findKeptAccount(db, id);
  return account === null || account.closedAt !== null ? null : account;
}

/** Also a closed one, which is kept but never used. */
export function findKeptAccount(db: Database, id: string): Account | null {
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
  | 'id'
  | 'name'
  | 'enterpriseNumber'
  | 'enterpriseName'
  | 'quality'
  | 'clientId'
  | 'certificateId'
  | 'rights'
  | 'scopes'
>;

export function insertAccount(db: Database, account: NewAccount): void {
  statement(
    db,
    `INSERT INTO account (id, name, enterprise_number, enterprise_name, quality, client_id, certificate_id, rights,
       scopes) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    account.id,
    account.name,
    account.enterpriseNumber,
    account.enterpriseName,
    account.quality,
    account.clientId,
    account.certificateId,
    JSON.stringify(account.rights),
    JSON.stringify(account.scopes),
  );
}

/** Writes only at the expected revision; false: somebody else was first. */
export function updateAccount(
  db: Database,
  id: string,
  expectedRevision: number,
  fields: Pick<Account, 'name' | 'clientId' | 'certificateId' | 'rights' | 'scopes'>,
): boolean {
  return (
    statement(
      db,
      `UPDATE account SET name = ?, client_id = ?, certificate_id = ?, rights = ?, scopes = ?,
          revision = revision + 1 WHERE id = ? AND revision = ? AND removed_at IS NULL AND closed_at IS NULL`,
    ).run(
      fields.name,
      fields.clientId,
      fields.certificateId,
      JSON.stringify(fields.rights),
      JSON.stringify(fields.scopes),
      id,
      expectedRevision,
    ).changes === 1
  );
}

export function markAccountRemoved(db: Database, id: string, at: string): boolean {
  const sql = 'UPDATE account SET removed_at = ? WHERE id = ? AND removed_at IS NULL';
  return statement(db, sql).run(at, id).changes === 1;
}

/** Null opens it again. */
export function markAccountClosed(db: Database, id: string, at: string | null): boolean {
  const sql = 'UPDATE account SET closed_at = ?, revision = revision + 1 WHERE id = ? AND removed_at IS NULL';
  return statement(db, sql).run(at, id).changes === 1;
}

/** Takes off rights, or the certificate in use, where a person stops with them. */
export function stripAccount(
  db: Database,
  id: string,
  left: Pick<Account, 'rights' | 'certificateId'>,
): boolean {
  const sql = `UPDATE account SET rights = ?, certificate_id = ?, revision = revision + 1
    WHERE id = ? AND removed_at IS NULL AND closed_at IS NULL`;
  return statement(db, sql).run(JSON.stringify(left.rights), left.certificateId, id).changes === 1;
}

export function noteCheck(db: Database, id: string, at: string, outcome: 'ok' | 'warning' | 'failed'): void {
  statement(db, 'UPDATE account SET last_check_at = ?, last_check_outcome = ? WHERE id = ?').run(
    at,
    outcome,
    id,
  );
}

/** Employers with a route by this account, now or planned. */
export function employersServed(db: Database, accountId: string, day: string): number {
  const sql = `SELECT count(DISTINCT employer_id) AS total FROM route
    WHERE account_id = ? AND (valid_to IS NULL OR valid_to > ?)`;
  return (statement(db, sql).get(accountId, day) as { total: number }).total;
}

function accountOf({ lastCheckAt, lastCheckOutcome, rights, scopes, sharedWith, ...row }: Row): Account {
  const checked = lastCheckAt !== null && lastCheckOutcome !== null;
  return {
    ...row,
    rights: JSON.parse(rights) as Account['rights'],
    scopes: JSON.parse(scopes) as Account['scopes'],
    sharedWith: (JSON.parse(sharedWith) as string[]).slice(0, 20),
    lastCheck: checked ? { at: lastCheckAt, outcome: lastCheckOutcome } : null,
  };
}
