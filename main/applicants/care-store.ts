// SQL of how long answers are kept and of their erasing: what stands here of whom, what goes, and the proof that it went.
import type { ApplicantDataSet } from '../../preload/contract/applicants.ts';
import { type Database, statement } from '../platform/database.ts';

/** Requests of which something of a person may stand here and that nothing waits for any more. */
const settled = `erased_at IS NULL AND state IN ('approved', 'direct', 'awaitingAcceptance', 'ended')`;

export type KeptRow = {
  id: string;
  state: string;
  ended_at: string | null;
  /** Last day of the last access that is open; null where none is. */
  open_until: string | null;
  /** Last day of the first access that ends and by which something was read; null where none is. */
  next_end: string | null;
  /** Last day of all that there ever were. */
  last_day: string | null;
  revoked: number;
  renounced: number;
  read_at: string | null;
  /** Answers whose values stand here. */
  values_kept: number;
};

export const keptRows = (db: Database): KeptRow[] =>
  statement(
    db,
    `SELECT r.id, r.state, r.ended_at, a.open_until, a.next_end, a.last_day, coalesce(a.revoked, 0) AS revoked,
        coalesce(a.renounced, 0) AS renounced, n.read_at, coalesce(n.values_kept, 0) AS values_kept
      FROM applicant_request r
      LEFT JOIN (SELECT request_id, max(end_date) AS last_day, sum(x.state = 'revoked') AS revoked,
          sum(x.state = 'renounced') AS renounced,
          max(CASE WHEN x.state IN ('active', 'awaitingAcceptance') THEN end_date END) AS open_until,
          min(CASE WHEN x.state IN ('active', 'awaitingAcceptance') AND v.value IS NOT NULL THEN end_date END) AS next_end
        FROM applicant_access x LEFT JOIN applicant_answer v USING (request_id, data_set)
        GROUP BY request_id) a ON a.request_id = r.id
      LEFT JOIN (SELECT request_id, max(read_at) AS read_at, sum(value IS NOT NULL) AS values_kept
        FROM applicant_answer GROUP BY request_id) n ON n.request_id = r.id
      WHERE ${settled}`,
  ).all() as KeptRow[];

/** Accesses that count as open here although their last day is before `day`. */
export const overAccesses = (
  db: Database,
  day: string,
): { request_id: string; data_set: ApplicantDataSet }[] =>
  statement(
    db,
    `SELECT request_id, data_set FROM applicant_access WHERE state IN ('active', 'awaitingAcceptance') AND end_date < ?`,
  ).all(day) as { request_id: string; data_set: ApplicantDataSet }[];

/**
 * Takes everything of the person out of a request: number, name, words of the office, answer and ticks; the request itself stays as a
 * row without anybody. How many answers that were, those not counted that went before; null where it was erased before.
 */
export function erasePerson(db: Database, id: string, at: string): number | null {
  const emptied = statement(
    db,
    `UPDATE applicant_request SET person_id = NULL, approved_person_id = NULL, approved_by = NULL, name = NULL, label = '', failure = NULL, erased_at = @at,
       ended_at = coalesce(ended_at, @at), revision = revision + 1,
       state = CASE WHEN state IN ('approved', 'direct', 'awaitingAcceptance') THEN 'ended' ELSE state END,
       board = CASE WHEN state IN ('approved', 'direct', 'awaitingAcceptance') THEN 'ended' ELSE board END
     WHERE id = @id AND erased_at IS NULL`,
  ).run({ id, at });
  if (emptied.changes === 0) return null;
  statement(db, 'DELETE FROM applicant_advice WHERE request_id = ?').run(id);
  const answers = statement(
    db,
    'SELECT count(*) AS total FROM applicant_answer WHERE request_id = ? AND opened = 1',
  ).get(id) as { total: number };
  statement(db, 'DELETE FROM applicant_answer WHERE request_id = ?').run(id);
  return answers.total;
}

export type ErasureReason = 'keepDays' | 'revoked' | 'renounced' | 'accessEnded' | 'refused' | 'byHand';
export type Erasure = { id: string; at: string; reason: ErasureReason; answers: number; digest: string };

export function insertErasure(db: Database, erasure: Erasure): void {
  statement(
    db,
    'INSERT INTO applicant_erasure (id, at, reason, answers, digest) VALUES (@id, @at, @reason, @answers, @digest)',
  ).run(erasure);
}

/** The latest first. */
export const listErasures = (db: Database, most: number): Erasure[] =>
  statement(
    db,
    'SELECT id, at, reason, answers, digest FROM applicant_erasure ORDER BY at DESC, id DESC LIMIT ?',
  ).all(most) as Erasure[];
