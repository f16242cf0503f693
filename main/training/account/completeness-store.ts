// SQL of completeness: per client and quarter how many workers are in service and how many have nothing registered. One pass
// over an index of trainings and one over an index of workers, whatever the number of clients.
import type { CompletenessRow } from '../../../preload/contract/training-overviews.ts';
import { type EmployerScope, scopeCondition } from '../../employers/employer-scope.ts';
import { likeAnywhere } from '../../employers/employer-store.ts';
import { type Database, statement } from '../../platform/database.ts';
import { quartersOf } from './quarters.ts';

export type CompletenessQuery = {
  scope: EmployerScope;
  year: number;
  text: string;
  /** Only clients with somebody missing in one of these quarters (1 to 4); null: all clients. */
  missingIn: readonly number[] | null;
  /** Quarters whose missing workers are added up for the order. */
  countIn: readonly number[];
  sort: 'name' | '-name' | 'missing' | '-missing';
  limit: number;
  offset: number;
};

const numbers = [1, 2, 3, 4] as const;
const each = (make: (quarter: number) => string): string => numbers.map(make).join(', ');
/** What counts as registered: followed or planned, and not on its way out. */
export const registered = `t.removed_at IS NULL AND t.withdraw = 0 AND t.status IN ('completed', 'reserved')
  AND t.state NOT IN ('withdrawn', 'superseded')`;

const inQuarter = (quarter: number): string => `t.start_date BETWEEN :from${quarter} AND :to${quarter}`;
const inService = (quarter: number): string =>
  `(w.start_date <= :to${quarter} AND (w.end_date IS NULL OR w.end_date >= :from${quarter}))`;

export const completenessSql = (where: string, order: string): string => `
  WITH had AS MATERIALIZED (
    SELECT t.worker_id, ${each((q) => `sum(${inQuarter(q)}) AS n${q}`)},
      ${each((q) => `sum(CASE WHEN ${inQuarter(q)} THEN coalesce(t.duration_minutes, 0) ELSE 0 END) AS m${q}`)}
    FROM training t WHERE t.year = :year AND ${registered} GROUP BY t.worker_id),
  client AS MATERIALIZED (
    SELECT w.employer_id, ${each((q) => `sum(${inService(q)}) AS e${q}`)},
      ${each((q) => `sum(${inService(q)} AND coalesce(h.n${q}, 0) = 0) AS x${q}`)},
      ${each((q) => `sum(coalesce(h.n${q}, 0)) AS n${q}`)}, ${each((q) => `sum(coalesce(h.m${q}, 0)) AS m${q}`)}
    FROM worker w LEFT JOIN had h ON h.worker_id = w.id GROUP BY w.employer_id)
  SELECT e.id AS employerId, le.name, coalesce(le.enterprise_number, '') AS enterpriseNumber,
    ${each((q) => `coalesce(c.e${q}, 0) AS e${q}, coalesce(c.x${q}, 0) AS x${q}, coalesce(c.n${q}, 0) AS n${q}, coalesce(c.m${q}, 0) AS m${q}`)},
    count(*) OVER () AS total
  FROM employer e JOIN legal_entity le ON le.id = e.legal_entity_id LEFT JOIN client c ON c.employer_id = e.id
  WHERE e.archived_at IS NULL AND ${where} ORDER BY ${order} LIMIT :limit OFFSET :offset`;

type Row = { employerId: string; name: string; enterpriseNumber: string; total: number } & Record<
  string,
  number | string
>;

export function completenessRows(
  db: Database,
  query: CompletenessQuery,
): { rows: CompletenessRow[]; total: number } {
  const spans = quartersOf(query.year);
  const missing = (quarters: readonly number[]): string =>
    quarters.length === 0 ? '0' : quarters.map((q) => `coalesce(c.x${q}, 0)`).join(' + ');
  const scope = scopeCondition(query.scope, 'e.id');
  const where = [
    scope.sql.replace('?', ':employerId'),
    "(:text = '' OR le.name LIKE :like ESCAPE '\\' OR (:digits <> '' AND le.enterprise_number LIKE :digits || '%'))",
    ...(query.missingIn === null ? [] : [`(${missing(query.missingIn)}) > 0`]),
  ].join(' AND ');
  const direction = query.sort.startsWith('-') ? 'DESC' : 'ASC';
  const byName = 'le.name COLLATE NOCASE';
  const order = query.sort.endsWith('name')
    ? `${byName} ${direction}, e.id`
    : `(${missing(query.countIn)}) ${direction}, ${byName}, e.id`;
  const digits = query.text.replace(/[\s.]/g, '');
  const rows = statement(db, completenessSql(where, order)).all({
    year: query.year,
    ...Object.fromEntries(
      spans.flatMap(({ from, to }, at) => [
        [`from${at + 1}`, from],
        [`to${at + 1}`, to],
      ]),
    ),
    ...(scope.values.length === 0 ? {} : { employerId: scope.values[0] }),
    text: query.text,
    like: likeAnywhere(query.text),
    digits: /^\d+$/.test(digits) ? digits : '',
    limit: query.limit,
    offset: query.offset,
  }) as Row[];
  return {
    total: rows[0]?.total ?? 0,
    rows: rows.map((row) => ({
      employerId: row.employerId,
      name: row.name,
      enterpriseNumber: row.enterpriseNumber,
      quarters: numbers.map((q) => ({
        employed: Number(row[`e${q}`]),
        missing: Number(row[`x${q}`]),
        trainings: Number(row[`n${q}`]),
        minutes: Number(row[`m${q}`]),
      })),
    })),
  };
}

export type MissingWorker = { workerId: string; name: string; startDate: string; endDate: string | null };

const missingCondition = `w.employer_id = ? AND w.start_date <= ? AND (w.end_date IS NULL OR w.end_date >= ?)
  AND NOT EXISTS (SELECT 1 FROM training t WHERE t.worker_id = w.id AND t.year = ? AND t.start_date BETWEEN ? AND ?
    AND ${registered})`;

/** Workers of a client in service in the quarter for whom nothing is registered in it, by name. */
export function missingWorkers(
  db: Database,
  { employerId, year, quarter }: { employerId: string; year: number; quarter: number },
  limit: number,
  offset: number,
): { rows: MissingWorker[]; total: number } {
  const span = quartersOf(year)[quarter - 1];
  if (span === undefined) return { rows: [], total: 0 };
  const { from, to } = span;
  const values = [employerId, to, from, year, from, to];
  const counted = statement(db, `SELECT count(*) AS total FROM worker w WHERE ${missingCondition}`).get(
    ...values,
  );
  const rows = statement(
    db,
    `SELECT w.id AS workerId, p.family_name || CASE p.given_name WHEN '' THEN '' ELSE ', ' || p.given_name END AS name,
        w.start_date AS startDate, w.end_date AS endDate
       FROM worker w JOIN person p ON p.id = w.person_id WHERE ${missingCondition}
      ORDER BY p.family_name COLLATE NOCASE, p.given_name COLLATE NOCASE, w.id LIMIT ? OFFSET ?`,
  ).all(...values, limit, offset) as MissingWorker[];
  return { rows, total: (counted as { total: number }).total };
}
