// SQL of what goes when the day is over: what was refused as a whole, persons and labels of what came to nothing.
import { type Database, statement } from '../platform/database.ts';

/** Requests that came to nothing before a moment (UTC text) and still hold something of a person, or were refused. */
export function overBefore(db: Database, moment: string): { id: string; board: string }[] {
  const sql = `SELECT id, board FROM applicant_request
    WHERE (board IN ('refused', 'expired', 'withdrawn') OR (board = 'asked' AND state = 'notMade'))
      AND erased_at IS NULL AND ended_at < ?`;
  return statement(db, sql).all(moment) as { id: string; board: string }[];
}

export const eraseRefused = (db: Database, id: string): void => {
  statement(db, 'DELETE FROM applicant_request WHERE id = ?').run(id);
};

export const erasePerson = (db: Database, id: string, at: string): void => {
  statement(
    db,
    `UPDATE applicant_request SET person_id = NULL, approved_person_id = NULL, approved_by = NULL, name = NULL, label = '', url = NULL, erased_at = ?,
       revision = revision + 1 WHERE id = ?`,
  ).run(at, id);
};
