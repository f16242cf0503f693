// SQL of what is followed: requests of which the service's word is waited for, and accesses that a citizen may still end.
import { type Database, statement } from '../platform/database.ts';
import { notOver, type RequestRow } from './request-store.ts';

/** Open, lost, or approved without a word of whom. The oldest first. */
export function openRows(db: Database, employerId: string | null = null): RequestRow[] {
  const sql = `SELECT * FROM applicant_request_now
    WHERE ${notOver} AND (state IN ('asking', 'unknown', 'open') OR (state = 'approved' AND approved_by IS NULL))
      AND (? IS NULL OR employer_id = ?) ORDER BY asked_at, id LIMIT 5000`;
  return statement(db, sql).all(employerId, employerId) as RequestRow[];
}

/** With an access that is open as far as it is known. */
export function accessRows(db: Database, employerId: string | null = null): RequestRow[] {
  const sql = `SELECT * FROM applicant_request_now r
    WHERE ${notOver} AND state IN ('approved', 'awaitingAcceptance', 'direct') AND (? IS NULL OR employer_id = ?)
      AND EXISTS (SELECT 1 FROM applicant_access a WHERE a.request_id = r.id AND a.service_id IS NOT NULL
        AND a.state IN ('active', 'awaitingAcceptance')) ORDER BY asked_at, id LIMIT 5000`;
  return statement(db, sql).all(employerId, employerId) as RequestRow[];
}

export const rowsById = (db: Database, ids: readonly string[]): RequestRow[] =>
  statement(
    db,
    'SELECT * FROM applicant_request_now WHERE id IN (SELECT value FROM json_each(?)) ORDER BY asked_at, id',
  ).all(JSON.stringify(ids)) as RequestRow[];
