// SQL of what citizens opened: the access of each data set, approvals that belong to no request yet, and the count of refusals.
import type { ApplicantAccess, ApplicantDataSet } from '../../preload/contract/applicants.ts';
import { type Database, statement } from '../platform/database.ts';
import { personForNumber } from '../register/numbers/number-person.ts';

export type AccessRow = {
  request_id: string;
  data_set: ApplicantDataSet;
  service_id: string | null;
  state: ApplicantAccess['state'];
  start_date: string;
  end_date: string;
  revoked_at: string | null;
};

export const accessesOf = (db: Database, requestIds: readonly string[]): AccessRow[] =>
  statement(
    db,
    `SELECT * FROM applicant_access WHERE request_id IN (SELECT value FROM json_each(?)) ORDER BY request_id, data_set`,
  ).all(JSON.stringify(requestIds)) as AccessRow[];

export function putAccess(db: Database, row: AccessRow): void {
  statement(
    db,
    `INSERT INTO applicant_access (request_id, data_set, service_id, state, start_date, end_date, revoked_at)
     VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (request_id, data_set) DO UPDATE SET service_id = excluded.service_id, state = excluded.state,
       start_date = excluded.start_date, end_date = excluded.end_date, revoked_at = excluded.revoked_at`,
  ).run(
    ...[row.request_id, row.data_set, row.service_id, row.state, row.start_date, row.end_date],
    row.revoked_at,
  );
}

export const dropAccesses = (db: Database, requestId: string): void => {
  statement(db, 'DELETE FROM applicant_access WHERE request_id = ?').run(requestId);
};

/** Which of these numbers of mandates belong to a request already. */
export const linkedMandates = (db: Database, mandateIds: readonly string[]): Set<string> =>
  new Set(
    (
      statement(
        db,
        'SELECT service_id AS id FROM applicant_access WHERE service_id IN (SELECT value FROM json_each(?))',
      ).all(JSON.stringify(mandateIds)) as { id: string }[]
    ).map(({ id }) => id),
  );

/** Which of the requests have an answer that can be shown. */
export const withAnswer = (db: Database, requestId: string): boolean =>
  statement(db, 'SELECT 1 FROM applicant_answer WHERE request_id = ? AND value IS NOT NULL').get(
    requestId,
  ) !== undefined;

export type CandidateRow = {
  employer_id: string;
  mandate_id: string;
  insz: string;
  name: string | null;
  data_set: ApplicantDataSet;
  start_date: string;
  end_date: string;
};

export const candidatesOf = (db: Database, employerId: string): CandidateRow[] =>
  statement(
    db,
    'SELECT * FROM applicant_candidate_now WHERE employer_id = ? ORDER BY start_date DESC, mandate_id LIMIT 100',
  ).all(employerId) as CandidateRow[];

/** Employers of which an approval waits for a person to say where it belongs, with the data that it opens. */
export const candidateKinds = (db: Database): { employer_id: string; data_set: ApplicantDataSet }[] =>
  statement(db, 'SELECT DISTINCT employer_id, data_set FROM applicant_candidate').all() as {
    employer_id: string;
    data_set: ApplicantDataSet;
  }[];

/** True when it was not there yet. */
export const putCandidate = (db: Database, row: CandidateRow): boolean =>
  statement(
    db,
    `INSERT OR IGNORE INTO applicant_candidate (employer_id, mandate_id, person_id, name, data_set, start_date, end_date)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    ...[row.employer_id, row.mandate_id, personForNumber(db, row.insz), row.name, row.data_set],
    ...[row.start_date, row.end_date],
  ).changes === 1;

export const dropCandidate = (db: Database, employerId: string, mandateId: string): void => {
  statement(db, 'DELETE FROM applicant_candidate WHERE employer_id = ? AND mandate_id = ?').run(
    employerId,
    mandateId,
  );
};

/** Those that were given before a day: nobody said that they belong to a request. How many. */
export const dropOldCandidates = (db: Database, day: string): number =>
  statement(db, 'DELETE FROM applicant_candidate WHERE start_date < ?').run(day).changes;

/** `month`: `2025-03`. */
export function countRefusal(db: Database, employerId: string, month: string): void {
  statement(
    db,
    `INSERT INTO applicant_refusals (employer_id, month, refusals) VALUES (?, ?, 1)
     ON CONFLICT (employer_id, month) DO UPDATE SET refusals = refusals + 1`,
  ).run(employerId, month);
}

export function refusalsOf(db: Database, employerId: string | null): number {
  const sql = `SELECT coalesce(sum(refusals), 0) AS total FROM applicant_refusals WHERE ? IS NULL OR employer_id = ?`;
  return (statement(db, sql).get(employerId, employerId) as { total: number }).total;
}
