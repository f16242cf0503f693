// SQL of a rescue: its clients, their workers as either side knows them, and the worker-years with how far each is.
import type { RescueCounts, RescueState, RescueStep } from '../../preload/contract/rescue-values.ts';
import { type Failure, failureSchema } from '../../preload/contract/result.ts';
import { type EmployerScope, scopeCondition } from '../employers/employer-scope.ts';
import { type Database, statement } from '../platform/database.ts';

export type ClientRow = {
  employerId: string;
  begunAt: string;
  listedAt: string | null;
  listHash: string | null;
  failure: Failure | null;
  steps: RescueStep[];
};
export type YearRow = {
  id: string;
  employerId: string;
  rescueWorkerId: string;
  workerId: string | null;
  insz: string;
  workerName: string;
  atService: boolean;
  year: number;
  state: RescueState;
  answeredAt: string | null;
  answerHash: string | null;
  failure: Failure | null;
  records: number;
  manual: 'open' | 'saved' | 'nothing';
  manualBy: string | null;
  manualAt: string | null;
};
export type KnownWorker = {
  id: string;
  workerId: string | null;
  insz: string;
  familyName: string;
  givenName: string;
  atService: boolean;
};

export const failureOf = (text: string | null): Failure | null =>
  text === null ? null : failureSchema.parse(JSON.parse(text));
const textOf = (failure: Failure | null): string | null =>
  failure === null ? null : JSON.stringify(failure);

export function beginClient(db: Database, employerId: string, at: string): void {
  statement(db, 'INSERT OR IGNORE INTO rescue_client (employer_id, begun_at) VALUES (?, ?)').run(
    employerId,
    at,
  );
}

export function findClient(db: Database, employerId: string): ClientRow | null {
  const row = statement(
    db,
    `SELECT employer_id AS employerId, begun_at AS begunAt, listed_at AS listedAt, list_hash AS listHash, failure, steps
       FROM rescue_client WHERE employer_id = ?`,
  ).get(employerId) as
    | (Omit<ClientRow, 'failure' | 'steps'> & { failure: string | null; steps: string })
    | undefined;
  return row === undefined
    ? null
    : { ...row, failure: failureOf(row.failure), steps: JSON.parse(row.steps) as RescueStep[] };
}

export function setListed(db: Database, employerId: string, at: string, hash: string): void {
  statement(
    db,
    'UPDATE rescue_client SET listed_at = ?, list_hash = ?, failure = NULL WHERE employer_id = ?',
  ).run(at, hash, employerId);
}

export function setClientFailure(db: Database, employerId: string, failure: Failure | null): void {
  statement(db, 'UPDATE rescue_client SET failure = ? WHERE employer_id = ?').run(
    textOf(failure),
    employerId,
  );
}

export function setSteps(db: Database, employerId: string, steps: readonly RescueStep[]): void {
  statement(db, 'UPDATE rescue_client SET steps = ? WHERE employer_id = ?').run(
    JSON.stringify(steps),
    employerId,
  );
}

/** Clients with worker-years that were never answered. */
export const clientsLeft = (db: Database): string[] =>
  statement(
    db,
    `SELECT DISTINCT c.employer_id FROM rescue_client c JOIN rescue_year y ON y.employer_id = c.employer_id
      WHERE y.state IN ('waiting', 'asked') AND y.manual = 'open' ORDER BY c.begun_at, c.employer_id`,
  )
    .pluck()
    .all() as string[];

/** Workers of the register at an employer, with their present number. */
export function registerWorkers(
  db: Database,
  employerId: string,
): { workerId: string; insz: string; familyName: string; givenName: string }[] {
  return statement(
    db,
    `SELECT w.id AS workerId, n.insz, p.family_name AS familyName, p.given_name AS givenName
       FROM worker w JOIN person p ON p.id = w.person_id
       JOIN person_number n ON n.person_id = p.id AND n.replaced_by IS NULL WHERE w.employer_id = ? ORDER BY w.id`,
  ).all(employerId) as { workerId: string; insz: string; familyName: string; givenName: string }[];
}

export function knownWorkers(db: Database, employerId: string): KnownWorker[] {
  const rows = statement(
    db,
    `SELECT id, worker_id AS workerId, insz, family_name AS familyName, given_name AS givenName, at_service AS atService
       FROM rescue_worker WHERE employer_id = ? ORDER BY family_name COLLATE NOCASE, given_name COLLATE NOCASE, id`,
  ).all(employerId) as (Omit<KnownWorker, 'atService'> & { atService: number })[];
  return rows.map((row) => ({ ...row, atService: row.atService === 1 }));
}

export function insertWorker(db: Database, employerId: string, worker: KnownWorker): void {
  statement(
    db,
    `INSERT INTO rescue_worker (id, employer_id, worker_id, insz, family_name, given_name, at_service)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    worker.id,
    employerId,
    worker.workerId,
    worker.insz,
    worker.familyName,
    worker.givenName,
    Number(worker.atService),
  );
}

export function updateWorker(db: Database, worker: KnownWorker): void {
  statement(db, 'UPDATE rescue_worker SET worker_id = ?, insz = ?, at_service = ? WHERE id = ?').run(
    worker.workerId,
    worker.insz,
    Number(worker.atService),
    worker.id,
  );
}

export function addYear(
  db: Database,
  year: { id: string; employerId: string; rescueWorkerId: string; year: number },
): void {
  statement(
    db,
    'INSERT OR IGNORE INTO rescue_year (id, employer_id, rescue_worker_id, year) VALUES (?, ?, ?, ?)',
  ).run(year.id, year.employerId, year.rescueWorkerId, year.year);
}

/** Puts answered ones back in the queue because a person wished it; what was read before stays in the archive. */
export function askAgain(
  db: Database,
  employerId: string,
  years: readonly number[],
  which: 'failed' | 'all',
): void {
  statement(
    db,
    `UPDATE rescue_year SET state = 'waiting', failure = NULL
      WHERE employer_id = ? AND year IN (SELECT value FROM json_each(?))
        AND (state = 'failed' OR (? = 'all' AND state IN ('found', 'empty')))`,
  ).run(employerId, JSON.stringify(years), which);
}

const yearColumns = `y.id, y.employer_id AS employerId, y.rescue_worker_id AS rescueWorkerId, w.worker_id AS workerId, w.insz,
  w.family_name || CASE w.given_name WHEN '' THEN '' ELSE ', ' || w.given_name END AS workerName,
  w.at_service AS atService, y.year, y.state, y.answered_at AS answeredAt, y.answer_hash AS answerHash, y.failure,
  y.records, y.manual, y.manual_by AS manualBy, y.manual_at AS manualAt`;
type RawYear = Omit<YearRow, 'failure' | 'atService'> & { failure: string | null; atService: number };
const yearOf = ({ failure, atService, ...row }: RawYear): YearRow => ({
  ...row,
  atService: atService === 1,
  failure: failureOf(failure),
});

export function yearsOf(db: Database, employerId: string): YearRow[] {
  const rows = statement(
    db,
    `SELECT ${yearColumns} FROM rescue_year y JOIN rescue_worker w ON w.id = y.rescue_worker_id WHERE y.employer_id = ?
      ORDER BY w.family_name COLLATE NOCASE, w.given_name COLLATE NOCASE, w.id, y.year`,
  ).all(employerId) as RawYear[];
  return rows.map(yearOf);
}

export function findYear(db: Database, id: string): YearRow | null {
  const row = statement(
    db,
    `SELECT ${yearColumns} FROM rescue_year y JOIN rescue_worker w ON w.id = y.rescue_worker_id WHERE y.id = ?`,
  ).get(id) as RawYear | undefined;
  return row === undefined ? null : yearOf(row);
}

/** Waiting ones, and those whose request was under way at a kill. */
export function yearsToAsk(db: Database, employerId: string): string[] {
  return statement(
    db,
    `SELECT id FROM rescue_year WHERE employer_id = ? AND state IN ('waiting', 'asked') AND manual = 'open' ORDER BY id`,
  )
    .pluck()
    .all(employerId) as string[];
}

export function setYear(
  db: Database,
  id: string,
  to: { state: RescueState; at?: string; hash?: string; records?: number; failure?: Failure | null },
): void {
  statement(
    db,
    `UPDATE rescue_year SET state = ?, answered_at = coalesce(?, answered_at), answer_hash = coalesce(?, answer_hash),
        records = coalesce(?, records), failure = ?, attempts = attempts + (? = 'asked') WHERE id = ?`,
  ).run(
    to.state,
    to.at ?? null,
    to.hash ?? null,
    to.records ?? null,
    textOf(to.failure ?? null),
    to.state,
    id,
  );
}

/** Nothing can be asked for this client at present: all that waits fails with the reason. */
export function failWaiting(db: Database, employerId: string, failure: Failure): void {
  statement(
    db,
    `UPDATE rescue_year SET state = 'failed', failure = ? WHERE employer_id = ? AND state IN ('waiting', 'asked')`,
  ).run(JSON.stringify(failure), employerId);
}

/** Forgets worker-years that were never answered and about which nobody did anything. */
export function dropWaiting(db: Database, scope: EmployerScope): number {
  const { sql, values } = scopeCondition(scope, 'employer_id');
  return statement(
    db,
    `DELETE FROM rescue_year WHERE state IN ('waiting', 'asked') AND manual = 'open' AND ${sql}
        AND NOT EXISTS (SELECT 1 FROM rescue_answer a WHERE a.year_id = rescue_year.id)
        AND NOT EXISTS (SELECT 1 FROM rescue_evidence e WHERE e.year_id = rescue_year.id)`,
  ).run(...values).changes;
}

/** Taken back where it is open again. */
export function setManual(
  db: Database,
  ids: readonly string[],
  manual: YearRow['manual'],
  { by, at }: { by: string; at: string },
): void {
  const settled = manual !== 'open';
  statement(
    db,
    `UPDATE rescue_year SET manual = ?, manual_by = ?, manual_at = ? WHERE id IN (SELECT value FROM json_each(?))`,
  ).run(manual, settled ? by : null, settled ? at : null, JSON.stringify(ids));
}

export const noCounts: RescueCounts = { waiting: 0, asked: 0, found: 0, empty: 0, failed: 0, records: 0 };

export type ClientCounts = { counts: RescueCounts; manual: { done: number; total: number } };

/** By employer; of one only where the scope says so. */
export function countsByClient(db: Database, scope: EmployerScope): Map<string, ClientCounts> {
  const { sql, values } = scopeCondition(scope, 'employer_id');
  const rows = statement(
    db,
    `SELECT employer_id AS employerId, state, count(*) AS n, sum(records) AS records, sum(manual <> 'open') AS done
       FROM rescue_year WHERE ${sql} GROUP BY employer_id, state`,
  ).all(...values) as { employerId: string; state: RescueState; n: number; records: number; done: number }[];
  const found = new Map<string, ClientCounts>();
  for (const { employerId, state, n, records, done } of rows) {
    const known = found.get(employerId) ?? { counts: noCounts, manual: { done: 0, total: 0 } };
    found.set(employerId, {
      counts: { ...known.counts, [state]: n, records: known.counts.records + records },
      manual: { done: known.manual.done + done, total: known.manual.total + n },
    });
  }
  return found;
}
