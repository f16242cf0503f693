// SQL of lists of applicants: which there are, their rows before these are asked, and whom this employer asked already.
import type { ApplicantDataSet } from '../../preload/contract/applicants.ts';
import { type Database, statement } from '../platform/database.ts';
import { personOrNone } from './request-store.ts';

export type BatchHead = { id: string; employerId: string; employerName: string; name: string };
export type CountedBatch = BatchHead & { createdAt: string; requests: number; waiting: number };

const heads = `SELECT b.id, b.employer_id AS employerId, le.name AS employerName, b.name, b.created_at AS createdAt,
    (SELECT count(*) FROM applicant_request r WHERE r.batch_id = b.id) AS requests,
    (SELECT count(*) FROM applicant_request r WHERE r.batch_id = b.id AND r.state = 'waiting') AS waiting
  FROM applicant_batch b JOIN employer e ON e.id = b.employer_id JOIN legal_entity le ON le.id = e.legal_entity_id
  WHERE b.removed_at IS NULL`;

/** The latest first, at most 200. */
export function listBatches(db: Database, employerId: string | null): CountedBatch[] {
  const sql = `${heads} AND (? IS NULL OR b.employer_id = ?) ORDER BY b.created_at DESC, b.id DESC LIMIT 200`;
  return statement(db, sql).all(employerId, employerId) as CountedBatch[];
}

export const findBatch = (db: Database, id: string): CountedBatch | null =>
  (statement(db, `${heads} AND b.id = ?`).get(id) as CountedBatch | undefined) ?? null;

export function insertBatch(
  db: Database,
  batch: Pick<BatchHead, 'id' | 'employerId' | 'name'> & { createdAt: string },
): void {
  statement(db, 'INSERT INTO applicant_batch (id, employer_id, name, created_at) VALUES (?, ?, ?, ?)').run(
    ...[batch.id, batch.employerId, batch.name, batch.createdAt],
  );
}

export type WaitingRow = {
  id: string;
  employerId: string;
  enterpriseNumber: string;
  askedAs: 'employer' | 'mandatary' | 'agency';
  clientReference: string;
  dataSets: readonly ApplicantDataSet[];
  language: 'nl' | 'fr' | 'de';
  label: string;
  insz: string | null;
  askedBy: string;
  askedAt: string;
  batchId: string;
  line: number;
};

/** Who asks for the employer is frozen when it leaves, as the route may change until then. */
export function insertWaiting(db: Database, row: WaitingRow): void {
  statement(
    db,
    `INSERT INTO applicant_request (id, employer_id, enterprise_number, asked_as, client_reference, flexi_job, student_hours,
       language, state, board, label, person_id, asked_by, asked_at, batch_id, batch_line)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'waiting', 'asked', ?, ?, ?, ?, ?, ?)`,
  ).run(
    ...[row.id, row.employerId, row.enterpriseNumber, row.askedAs, row.clientReference],
    ...asked(row.dataSets),
    ...[row.language, row.label, personOrNone(db, row.insz), row.askedBy, row.askedAt, row.batchId, row.line],
  );
}

const asked = (dataSets: readonly ApplicantDataSet[]): [flexiJob: number, studentHours: number] => [
  Number(dataSets.includes('flexiJobEligibility')),
  Number(dataSets.includes('studentWorkHours')),
];

/** What was not asked yet or whose answer was lost, in the order of the list. */
export const unsettledOf = (db: Database, batchId: string): { id: string; state: string }[] =>
  statement(
    db,
    `SELECT id, state FROM applicant_request WHERE batch_id = ? AND state IN ('waiting', 'asking', 'unknown') ORDER BY batch_line`,
  ).all(batchId) as { id: string; state: string }[];

/** Of what the service never took, so that it is asked for once what stood in the way is mended. */
export function putBack(db: Database, id: string): void {
  statement(
    db,
    `UPDATE applicant_request SET state = 'waiting', board = 'asked', failure = NULL, ended_at = NULL, revision = revision + 1
     WHERE id = ? AND state = 'notMade' AND service_id IS NULL`,
  ).run(id);
}

/** Takes the list away with what was never asked; how many rows that were. */
export function dropBatch(db: Database, id: string, at: string): number {
  statement(db, 'UPDATE applicant_batch SET removed_at = ? WHERE id = ?').run(at, id);
  const sql = `DELETE FROM applicant_request WHERE batch_id = ? AND state = 'waiting'`;
  return statement(db, sql).run(id).changes;
}

/** What waits since before a moment (UTC text) is asked for no more, and its person goes; how many rows that were. */
export const dropStaleWaiting = (db: Database, moment: string): number =>
  statement(db, `DELETE FROM applicant_request WHERE state = 'waiting' AND asked_at < ?`).run(moment).changes;

/** Those of the numbers of whom one of the data is asked for this employer, or waits to be. */
export function askedAlready(
  db: Database,
  employerId: string,
  dataSets: readonly ApplicantDataSet[],
  numbers: readonly string[],
): Set<string> {
  const rows = statement(
    db,
    `SELECT DISTINCT n.value AS insz FROM json_each(?) n JOIN person_number p ON p.insz = n.value
        JOIN applicant_request r ON r.person_id = p.person_id WHERE r.employer_id = ?
       AND r.state IN ('waiting', 'asking', 'unknown', 'open', 'awaitingAcceptance')
       AND ((flexi_job = 1 AND ?) OR (student_hours = 1 AND ?))`,
  ).all(JSON.stringify(numbers), employerId, ...asked(dataSets)) as { insz: string }[];
  return new Set(rows.map(({ insz }) => insz));
}

/** Last day on which every one of the data may be read already, by number. `day`: `yyyy-mm-dd`, on which it must be open. */
export function openAccess(
  db: Database,
  employerId: string,
  dataSets: readonly ApplicantDataSet[],
  numbers: readonly string[],
  day: string,
): Map<string, string> {
  const rows = statement(
    db,
    `SELECT insz, min(last) AS until FROM (
       SELECT n.insz, a.data_set, max(a.end_date) AS last
       FROM applicant_access a JOIN applicant_request r ON r.id = a.request_id
         JOIN person_number n ON n.person_id = coalesce(r.approved_person_id, r.person_id)
       WHERE a.state = 'active' AND a.end_date >= ? AND r.employer_id = ? AND a.data_set IN (SELECT value FROM json_each(?))
         AND r.approved_by IS NULL AND n.insz IN (SELECT value FROM json_each(?))
       GROUP BY 1, 2)
     GROUP BY insz HAVING count(*) = ?`,
  ).all(day, employerId, JSON.stringify(dataSets), JSON.stringify(numbers), dataSets.length) as {
    insz: string;
    until: string;
  }[];
  return new Map(rows.map(({ insz, until }) => [insz, until]));
}
