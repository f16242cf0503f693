// SQL of runs: what was planned, what is under way or was cut off, and how each client of it ended.
import type { RescueEnd } from '../../preload/contract/rescue-values.ts';
import type { Failure } from '../../preload/contract/result.ts';
import { type Database, statement } from '../platform/database.ts';
import { failureOf } from './rescue-store.ts';

export type Again = 'none' | 'failed' | 'all';
export type RunRow = {
  id: string;
  dueAt: string | null;
  years: number[];
  again: Again;
  madeBy: string;
  startedAt: string | null;
  resumedAt: string | null;
  waitUntil: string | null;
  paused: boolean;
  endedAt: string | null;
  failure: Failure | null;
};
type RawRun = Omit<RunRow, 'years' | 'paused' | 'failure'> & {
  years: string;
  paused: number;
  failure: string | null;
};

const columns = `id, due_at AS dueAt, years, again, made_by AS madeBy, started_at AS startedAt, resumed_at AS resumedAt,
  wait_until AS waitUntil, paused, ended_at AS endedAt, failure`;
const runOf = (row: RawRun | undefined): RunRow | null =>
  row === undefined
    ? null
    : {
        ...row,
        years: JSON.parse(row.years) as number[],
        paused: row.paused === 1,
        failure: failureOf(row.failure),
      };

export function insertRun(
  db: Database,
  run: Pick<RunRow, 'id' | 'dueAt' | 'years' | 'again' | 'madeBy' | 'startedAt'> & { madeAt: string },
): void {
  statement(
    db,
    `INSERT INTO rescue_run (id, due_at, years, again, made_by, made_at, started_at) VALUES (?, ?, ?, ?, ?, ?, ?)`,
  ).run(run.id, run.dueAt, JSON.stringify(run.years), run.again, run.madeBy, run.madeAt, run.startedAt);
}

/** What waits for its hour. There is one at most. */
export const plannedRun = (db: Database): RunRow | null =>
  runOf(
    statement(
      db,
      `SELECT ${columns} FROM rescue_run WHERE started_at IS NULL AND ended_at IS NULL ORDER BY due_at LIMIT 1`,
    ).get() as RawRun | undefined,
  );

export function removePlanned(db: Database): number {
  return statement(db, 'DELETE FROM rescue_run WHERE started_at IS NULL').run().changes;
}

/** Begun and not ended: under way, paused, or cut off. */
export const openRun = (db: Database): RunRow | null =>
  runOf(
    statement(
      db,
      `SELECT ${columns} FROM rescue_run WHERE started_at IS NOT NULL AND ended_at IS NULL
        ORDER BY started_at DESC, id DESC LIMIT 1`,
    ).get() as RawRun | undefined,
  );

/** One that was open before another began. */
export const openBefore = (db: Database, id: string): RunRow | null =>
  runOf(
    statement(
      db,
      `SELECT ${columns} FROM rescue_run WHERE started_at IS NOT NULL AND ended_at IS NULL AND id <> ?
        ORDER BY started_at DESC LIMIT 1`,
    ).get(id) as RawRun | undefined,
  );

export const lastRun = (db: Database): RunRow | null =>
  runOf(
    statement(
      db,
      `SELECT ${columns} FROM rescue_run WHERE started_at IS NOT NULL ORDER BY started_at DESC, id DESC LIMIT 1`,
    ).get() as RawRun | undefined,
  );

export function beginRun(db: Database, id: string, at: string): void {
  statement(db, 'UPDATE rescue_run SET started_at = ? WHERE id = ?').run(at, id);
}

export function setRun(
  db: Database,
  id: string,
  to: { paused?: boolean; resumedAt?: string; waitUntil?: string | null },
): void {
  statement(
    db,
    `UPDATE rescue_run SET paused = coalesce(?, paused), resumed_at = coalesce(?, resumed_at), wait_until = ?
      WHERE id = ?`,
  ).run(to.paused === undefined ? null : Number(to.paused), to.resumedAt ?? null, to.waitUntil ?? null, id);
}

/** Clients that were never reached end with it, for the same reason. */
export function endRun(db: Database, id: string, at: string, failure: Failure | null): void {
  const text = failure === null ? null : JSON.stringify(failure);
  statement(
    db,
    `UPDATE rescue_run_client SET state = 'failed', failure = ?, ended_at = ?
      WHERE run_id = ? AND state IN ('waiting', 'running')`,
  ).run(text, at, id);
  statement(db, 'UPDATE rescue_run SET ended_at = ?, failure = ?, wait_until = NULL WHERE id = ?').run(
    at,
    text,
    id,
  );
}

export function addRunClients(db: Database, runId: string, employerIds: readonly string[]): void {
  const add = statement(
    db,
    'INSERT OR IGNORE INTO rescue_run_client (run_id, employer_id, place) VALUES (?, ?, ?)',
  );
  for (const [place, employerId] of employerIds.entries()) add.run(runId, employerId, place);
}

export function setRunClient(
  db: Database,
  runId: string,
  employerId: string,
  to: { state: RescueEnd; failure?: Failure | null; at?: string | null },
): void {
  statement(
    db,
    'UPDATE rescue_run_client SET state = ?, failure = ?, ended_at = ? WHERE run_id = ? AND employer_id = ?',
  ).run(to.state, to.failure ? JSON.stringify(to.failure) : null, to.at ?? null, runId, employerId);
}

/** Clients of a run that have no end yet, in its order; what ran at a kill waits again. */
export const runClientsLeft = (db: Database, runId: string): string[] =>
  statement(
    db,
    `SELECT employer_id FROM rescue_run_client WHERE run_id = ? AND state IN ('waiting', 'running') ORDER BY place`,
  )
    .pluck()
    .all(runId) as string[];

export function runCounts(db: Database, runId: string): Record<RescueEnd, number> {
  const rows = statement(
    db,
    'SELECT state, count(*) AS n FROM rescue_run_client WHERE run_id = ? GROUP BY state',
  ).all(runId) as { state: RescueEnd; n: number }[];
  const counts = { waiting: 0, running: 0, done: 0, failed: 0, givenUp: 0 };
  for (const { state, n } of rows) counts[state] = n;
  return counts;
}

export type LastEnd = { state: RescueEnd; failure: Failure | null; at: string | null };

/** How each client ended in the last run that it was in. */
export function lastEnds(db: Database): Map<string, LastEnd> {
  const rows = statement(
    db,
    `SELECT c.employer_id AS employerId, c.state, c.failure, c.ended_at AS at FROM rescue_run_client c
      WHERE c.run_id = (SELECT o.run_id FROM rescue_run_client o JOIN rescue_run r ON r.id = o.run_id
        WHERE o.employer_id = c.employer_id ORDER BY r.started_at DESC, r.id DESC LIMIT 1)`,
  ).all() as { employerId: string; state: RescueEnd; failure: string | null; at: string | null }[];
  return new Map(
    rows.map(({ employerId, failure, ...one }) => [employerId, { ...one, failure: failureOf(failure) }]),
  );
}
