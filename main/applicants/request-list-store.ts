// SQL of the board: a page of a column from its index, and how many stand in each.
import type { ApplicantColumn } from '../../preload/contract/applicants.ts';
import { type EmployerScope, scopeCondition } from '../employers/employer-scope.ts';
import { likeAnywhere } from '../employers/employer-store.ts';
import { type Database, statement } from '../platform/database.ts';
import { personOfNumber } from '../register/numbers/number-chain.ts';
import type { RequestRow } from './request-store.ts';

export type BoardFilter = { batchId: string | null; text: string };
export type BoardPage = BoardFilter & { columns: readonly ApplicantColumn[]; page: number; pageSize: number };

type Condition = { sql: string; values: (string | number)[] };

/** On a row `r`. A text is a name, a label, the start of a number of the service, or a whole INSZ. */
function conditionOf(db: Database, scope: EmployerScope, { batchId, text }: BoardFilter): Condition {
  const within = scopeCondition(scope, 'r.employer_id');
  const parts = [within.sql];
  const values: (string | number)[] = [...within.values];
  if (batchId !== null) {
    parts.push('r.batch_id = ?');
    values.push(batchId);
  }
  const words = text.trim();
  if (words !== '') {
    const signs = words.replace(/[^0-9A-Za-z]/g, '').toLowerCase();
    const digits = words.replace(/[\s.-]/g, '');
    // By any number that the person had.
    const personId = personOfNumber(db, digits)?.personId ?? '';
    parts.push(
      `(r.label LIKE ? ESCAPE '\\' OR r.name LIKE ? ESCAPE '\\' OR (? <> '' AND replace(r.service_id, '-', '') LIKE ?)
        OR r.person_id = ? OR r.approved_person_id = ?)`,
    );
    values.push(likeAnywhere(words), likeAnywhere(words), signs, `${signs}%`, personId, personId);
  }
  return { sql: parts.join(' AND '), values };
}

/** The latest first. */
export function listRequests(
  db: Database,
  scope: EmployerScope,
  filter: BoardPage,
): (RequestRow & { employer_name: string })[] {
  const { sql, values } = conditionOf(db, scope, filter);
  const { columns, page, pageSize } = filter;
  return statement(
    db,
    // Which rows they are is found in the index; only these are fetched.
    `SELECT r.*, le.name AS employer_name FROM applicant_request_now r JOIN employer e ON e.id = r.employer_id
       JOIN legal_entity le ON le.id = e.legal_entity_id
      WHERE r.id IN (SELECT r.id FROM applicant_request r
        WHERE ${sql} AND r.board IN (${columns.map(() => '?').join(', ')})
        ORDER BY r.asked_at DESC, r.id DESC LIMIT ? OFFSET ?)
      ORDER BY r.asked_at DESC, r.id DESC`,
  ).all(...values, ...columns, pageSize, (page - 1) * pageSize) as (RequestRow & { employer_name: string })[];
}

/** Of these columns only: the others are not looked at. */
export function countByColumn(
  db: Database,
  scope: EmployerScope,
  filter: BoardFilter,
  columns: readonly ApplicantColumn[],
): Partial<Record<ApplicantColumn, number>> {
  const { sql, values } = conditionOf(db, scope, filter);
  const rows = statement(
    db,
    `SELECT r.board, count(*) AS total FROM applicant_request r
      WHERE ${sql} AND r.board IN (${columns.map(() => '?').join(', ')}) GROUP BY r.board`,
  ).all(...values, ...columns) as { board: ApplicantColumn; total: number }[];
  return Object.fromEntries(rows.map(({ board, total }) => [board, total]));
}
