// The counts behind Today and the rail, each from an index, so that fifty thousand drafts cost nothing at start-up.
import { type Database, statement } from '../platform/database.ts';

export type TodayCounts = {
  employers: number;
  workers: number;
  accounts: number;
  certificates: number;
  drafts: number;
  toFix: number;
  /** Outbox items. */
  ready: number;
  unknown: number;
  needsDecision: number;
  /** Trainings whose last answer was a refusal. */
  refused: number;
  routeMissing: number;
};

export function todayCounts(db: Database): TodayCounts {
  return statement(
    db,
    `SELECT
      (SELECT count(*) FROM employer WHERE archived_at IS NULL) AS employers,
      (SELECT count(*) FROM worker) AS workers,
      (SELECT count(*) FROM account WHERE removed_at IS NULL) AS accounts,
      (SELECT count(*) FROM certificate WHERE removed_at IS NULL) AS certificates,
      (SELECT count(*) FROM training WHERE removed_at IS NULL AND state = 'draft') AS drafts,
      (SELECT count(*) FROM training WHERE removed_at IS NULL AND to_fix = 1) AS toFix,
      (SELECT count(*) FROM training WHERE removed_at IS NULL AND state = 'refused') AS refused,
      (SELECT count(*) FROM outbox_item WHERE state = 'ready') AS ready,
      (SELECT count(*) FROM outbox_item WHERE state = 'unknown' AND needs_decision = 0) AS unknown,
      (SELECT count(*) FROM outbox_item WHERE state = 'unknown' AND needs_decision = 1) AS needsDecision,
      (SELECT count(*) FROM employer e WHERE e.archived_at IS NULL AND NOT EXISTS
        (SELECT 1 FROM route r WHERE r.employer_id = e.id AND r.service = 'fla')) AS routeMissing`,
  ).get() as TodayCounts;
}

/** Trainings that began in a period and have not left yet. */
export function unsentInPeriod(db: Database, from: string, to: string): number {
  const row = statement(
    db,
    `SELECT count(*) AS total FROM training
      WHERE removed_at IS NULL AND state IN ('draft', 'ready', 'refused') AND start_date BETWEEN ? AND ?`,
  ).get(from, to) as { total: number };
  return row.total;
}

export type FailingAccount = { id: string; name: string };

/** By the newest result of each account in use, of the doctor or of a test of its certificate. */
export function failingAccounts(db: Database): FailingAccount[] {
  const sql = `SELECT id, name FROM account
    WHERE removed_at IS NULL AND closed_at IS NULL AND last_check_outcome = 'failed' ORDER BY name LIMIT 20`;
  return statement(db, sql).all() as FailingAccount[];
}

export type CertificateEnd = { id: string; name: string; notAfter: string };

export function certificateEnds(db: Database): CertificateEnd[] {
  const sql =
    'SELECT id, name, not_after AS notAfter FROM certificate WHERE removed_at IS NULL ORDER BY not_after LIMIT 200';
  return statement(db, sql).all() as CertificateEnd[];
}

export function outboxPaused(db: Database): boolean {
  return statement(db, "SELECT 1 FROM setting WHERE name = 'outbox.paused'").get() !== undefined;
}
