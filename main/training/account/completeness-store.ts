// SQL of completeness: per client and quarter how many workers are in service and how many have nothing registered, a block of
// workers at a time, from the indexes of workers and trainings alone.
import type { CompletenessRow } from '../../../preload/contract/training-overviews.ts';
import { type EmployerScope, scopeCondition } from '../../employers/employer-scope.ts';
import { likeAnywhere } from '../../employers/employer-store.ts';
import { type Database, statement } from '../../platform/database.ts';
import { quartersOf } from './quarters.ts';
import { blockTable, type WorkerBlock } from './worker-block-store.ts';

const numbers = [1, 2, 3, 4] as const;
const each = (make: (quarter: number) => string): string => numbers.map(make).join(', ');
/** What counts as registered: followed or planned, and not on its way out. */
export const registered = `t.removed_at IS NULL AND t.withdraw = 0 AND t.status IN ('completed', 'reserved')
  AND t.state NOT IN ('withdrawn', 'superseded')`;

const inQuarter = (quarter: number): string => `t.start_date BETWEEN :from${quarter} AND :to${quarter}`;
const inService = (quarter: number): string =>
  `(w.start_date <= :to${quarter} AND (w.end_date IS NULL OR w.end_date >= :from${quarter}))`;

/** One row for each client of the block. The join is held to this order: workers first, then what each of them has. */
export const blockSql = `
  SELECT employer_id AS employerId, ${each((q) => `sum(e${q}) AS e${q}, sum(e${q} AND n${q} = 0) AS x${q}`)},
    ${each((q) => `sum(n${q}) AS n${q}, sum(m${q}) AS m${q}`)}
  FROM (
    SELECT w.employer_id, ${each((q) => `${inService(q)} AS e${q}, coalesce(sum(${inQuarter(q)}), 0) AS n${q}`)},
      ${each((q) => `sum(CASE WHEN ${inQuarter(q)} THEN coalesce(t.duration_minutes, 0) ELSE 0 END) AS m${q}`)}
    FROM ${blockTable} w LEFT JOIN training t INDEXED BY training_quarter
      ON t.year = :year AND t.worker_id = w.id AND ${registered}
    GROUP BY w.employer_id, w.id)
  GROUP BY employer_id`;

export type QuarterCounts = CompletenessRow['quarters'][number];

/** The counts of the clients of a block, each with its four quarters; a client may go on in the next block. */
export function countBlock(
  db: Database,
  year: number,
  block: WorkerBlock,
): { employerId: string; quarters: QuarterCounts[] }[] {
  const rows = statement(db, blockSql).all({ ...block, year, ...spansOf(year) }) as ({
    employerId: string;
  } & Record<string, number | string>)[];
  return rows.map((row) => ({
    employerId: row.employerId,
    quarters: numbers.map((q) => ({
      employed: Number(row[`e${q}`]),
      missing: Number(row[`x${q}`]),
      trainings: Number(row[`n${q}`]),
      minutes: Number(row[`m${q}`]),
    })),
  }));
}

const spansOf = (year: number): Record<string, string> =>
  Object.fromEntries(
    quartersOf(year).flatMap(({ from, to }, at) => [
      [`from${at + 1}`, from],
      [`to${at + 1}`, to],
    ]),
  );

export type ClientName = Pick<CompletenessRow, 'employerId' | 'name' | 'enterpriseNumber'>;

/** Clients that are not archived, by name; `text` is part of a name or the beginning of a number. */
export function clientNames(
  db: Database,
  scope: EmployerScope,
  text: string,
  descending: boolean,
): ClientName[] {
  const { sql, values } = scopeCondition(scope, 'e.id');
  const digits = text.replace(/[\s.]/g, '');
  return statement(
    db,
    `SELECT e.id AS employerId, le.name, coalesce(le.enterprise_number, '') AS enterpriseNumber
       FROM employer e JOIN legal_entity le ON le.id = e.legal_entity_id
      WHERE e.archived_at IS NULL AND ${sql}
        AND (? = '' OR le.name LIKE ? ESCAPE '\\' OR (? <> '' AND le.enterprise_number LIKE ? || '%'))
      ORDER BY le.name COLLATE NOCASE ${descending ? 'DESC' : 'ASC'}, e.id`,
  ).all(
    ...values,
    text,
    likeAnywhere(text),
    ...Array(2).fill(/^\d+$/.test(digits) ? digits : ''),
  ) as ClientName[];
}

export type MissingWorker = { workerId: string; name: string; startDate: string; endDate: string | null };

/** Those of a block in service in the quarter for whom nothing is registered in it, in no order. */
export function missingInBlock(
  db: Database,
  block: WorkerBlock,
  { year, from, to }: { year: number; from: string; to: string },
): MissingWorker[] {
  return statement(
    db,
    `SELECT w.id AS workerId, p.family_name || CASE p.given_name WHEN '' THEN '' ELSE ', ' || p.given_name END AS name,
        w.start_date AS startDate, w.end_date AS endDate
       FROM ${blockTable} w CROSS JOIN worker ON worker.id = w.id CROSS JOIN person p ON p.id = worker.person_id
      WHERE w.start_date <= :to AND (w.end_date IS NULL OR w.end_date >= :from)
        AND NOT EXISTS (SELECT 1 FROM training t INDEXED BY training_quarter WHERE t.year = :year AND t.worker_id = w.id
          AND t.start_date BETWEEN :from AND :to AND ${registered})`,
  ).all({ ...block, year, from, to }) as MissingWorker[];
}
