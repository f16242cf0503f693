// SQL behind the balance of a worker's right: the employer's size and hours, the worker's period, what was carried over.

import type { SizeBracket } from '../../preload/rules/training/facts.ts';
import { type Database, statement } from '../platform/database.ts';

export type BalanceRow = {
  workerId: string;
  year: number;
  size: SizeBracket;
  sectorDaysHundredths: number | null;
  fullTimeWeeklyMinutes: number;
  employmentHundredths: number;
  startDate: string;
  endDate: string | null;
  carriedOverHundredths: number;
  regimeQ: number | null;
  regimeS: number | null;
};
export type WorkerYear = { workerId: string; year: number };

/** Facts of the given worker-years; a worker that does not exist gives no row. */
export function balanceRows(db: Database, workerYears: readonly WorkerYear[]): BalanceRow[] {
  return statement(
    db,
    `SELECT w.id AS workerId, k.value ->> 'year' AS year, e.size_bracket AS size,
            e.sector_days_hundredths AS sectorDaysHundredths, e.full_time_weekly_minutes AS fullTimeWeeklyMinutes,
            w.employment_hundredths AS employmentHundredths, w.start_date AS startDate, w.end_date AS endDate,
            coalesce(c.days_hundredths, 0) AS carriedOverHundredths, f.regime_q_hundredths AS regimeQ,
            f.regime_s_hundredths AS regimeS
       FROM json_each(?) k JOIN worker w ON w.id = k.value ->> 'workerId' JOIN employer e ON e.id = w.employer_id
       LEFT JOIN training_carry_over c ON c.worker_id = w.id AND c.year = k.value ->> 'year'
       LEFT JOIN training_worker_facts f ON f.worker_id = w.id`,
  ).all(JSON.stringify(workerYears)) as BalanceRow[];
}

/** Our records of the given worker-years that are there to stay, as raw columns. */
export function membersOf(
  db: Database,
  workerYears: readonly WorkerYear[],
): (Record<string, unknown> & { id: string; worker_id: string; year: number })[] {
  return statement(
    db,
    `SELECT t.* FROM json_each(?) k JOIN training t ON t.worker_id = k.value ->> 'workerId' AND t.year = k.value ->> 'year'
      WHERE t.removed_at IS NULL AND t.withdraw = 0 AND t.state NOT IN ('withdrawn', 'superseded')`,
  ).all(JSON.stringify(workerYears)) as (Record<string, unknown> & {
    id: string;
    worker_id: string;
    year: number;
  })[];
}
