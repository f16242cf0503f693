// SQL of signing requests: what is public of them. The key of each stands in the keychain under `request/<id>`.
import { type Database, statement } from '../platform/database.ts';
import type { KeyKind } from './generate-key.ts';

export type RequestRow = {
  id: string;
  name: string;
  enterpriseNumber: string;
  enterpriseName: string;
  keyKind: KeyKind;
  requestDer: Uint8Array;
  publicKeySha256: string;
  createdAt: string;
  orderedAt: string | null;
};

const columns = `id, name, enterprise_number AS enterpriseNumber, enterprise_name AS enterpriseName,
  key_kind AS keyKind, request_der AS requestDer, public_key_sha256 AS publicKeySha256, created_at AS createdAt,
  ordered_at AS orderedAt`;
const open = 'answered_at IS NULL AND removed_at IS NULL';

/** Those that wait for their answer, the oldest first. */
export function openRequests(db: Database): RequestRow[] {
  const sql = `SELECT ${columns} FROM certificate_request WHERE ${open} ORDER BY created_at, id LIMIT 500`;
  return statement(db, sql).all() as RequestRow[];
}

export function findOpenRequest(db: Database, id: string): RequestRow | null {
  const sql = `SELECT ${columns} FROM certificate_request WHERE id = ? AND ${open}`;
  return (statement(db, sql).get(id) as RequestRow | undefined) ?? null;
}

export function findRequestOfKey(db: Database, publicKeySha256: string): RequestRow | null {
  const sql = `SELECT ${columns} FROM certificate_request WHERE public_key_sha256 = ? AND ${open} LIMIT 1`;
  return (statement(db, sql).get(publicKeySha256) as RequestRow | undefined) ?? null;
}

export function saveRequest(db: Database, row: Omit<RequestRow, 'orderedAt'>): void {
  statement(
    db,
    `INSERT INTO certificate_request (id, name, enterprise_number, enterprise_name, key_kind, request_der,
       public_key_sha256, created_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    row.id,
    row.name,
    row.enterpriseNumber,
    row.enterpriseName,
    row.keyKind,
    row.requestDer,
    row.publicKeySha256,
    row.createdAt,
  );
}

export function markOrdered(db: Database, id: string, at: string | null): boolean {
  const sql = `UPDATE certificate_request SET ordered_at = ? WHERE id = ? AND ${open}`;
  return statement(db, sql).run(at, id).changes === 1;
}

/** Ties the certificate to its request, and ends the wait. */
export function markAnswered(db: Database, id: string, certificateId: string, at: string): boolean {
  const sql = `UPDATE certificate_request SET answered_at = ?, certificate_id = ? WHERE id = ? AND ${open}`;
  if (statement(db, sql).run(at, certificateId, id).changes !== 1) return false;
  statement(db, 'UPDATE certificate SET request_id = ? WHERE id = ?').run(id, certificateId);
  return true;
}

/** The row stays for the history. */
export function markRequestRemoved(db: Database, id: string, at: string): boolean {
  const sql = `UPDATE certificate_request SET removed_at = ? WHERE id = ? AND ${open}`;
  return statement(db, sql).run(at, id).changes === 1;
}
