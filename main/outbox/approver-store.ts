// SQL of the persons who prove by a PIN who they are.
import type { Approver } from '../../preload/contract/approvers.ts';
import { type Database, statement } from '../platform/database.ts';

export type ApproverRow = {
  id: string;
  name: string;
  salt: Uint8Array;
  hash: Uint8Array;
  cost: number;
  wrong: number;
  wait_until: string | null;
};
export type Hashed = { salt: Uint8Array; hash: Uint8Array; cost: number };

export const listApprovers = (db: Database): Approver[] =>
  statement(
    db,
    `SELECT id, name, added_at AS addedAt, wait_until AS waitUntil FROM approver ORDER BY name COLLATE NOCASE LIMIT 100`,
  ).all() as Approver[];

export const countApprovers = (db: Database): number =>
  (statement(db, 'SELECT count(*) AS n FROM approver').get() as { n: number }).n;

export function findApprover(db: Database, id: string): ApproverRow | null {
  const row = statement(db, 'SELECT * FROM approver WHERE id = ?').get(id);
  return (row as ApproverRow | undefined) ?? null;
}

export const nameTaken = (db: Database, key: string): boolean =>
  statement(db, 'SELECT 1 FROM approver WHERE name_key = ?').get(key) !== undefined;

export function insertApprover(
  db: Database,
  person: { id: string; name: string; key: string; at: string } & Hashed,
): void {
  statement(
    db,
    'INSERT INTO approver (id, name, name_key, salt, hash, cost, added_at) VALUES (?, ?, ?, ?, ?, ?, ?)',
  ).run(person.id, person.name, person.key, person.salt, person.hash, person.cost, person.at);
}

export const saveHash = (db: Database, id: string, { salt, hash, cost }: Hashed): void => {
  statement(db, 'UPDATE approver SET salt = ?, hash = ?, cost = ? WHERE id = ?').run(salt, hash, cost, id);
};

export const saveTries = (db: Database, id: string, wrong: number, waitUntil: string | null): void => {
  statement(db, 'UPDATE approver SET wrong = ?, wait_until = ? WHERE id = ?').run(wrong, waitUntil, id);
};

export const deleteApprover = (db: Database, id: string): void => {
  statement(db, 'DELETE FROM approver WHERE id = ?').run(id);
};
