// SQL of workers: a person in the service of an employer from a day on.
import type { Worker } from '../../preload/contract/employers.ts';
import type { HandlerInput } from '../../preload/contract/index.ts';
import { type EmployerScope, scopeCondition } from '../employers/employer-scope.ts';
import { likeAnywhere } from '../employers/employer-store.ts';
import { type Database, statement } from '../platform/database.ts';
import { personOfNumber } from '../register/numbers/number-chain.ts';

const columns = `
  w.id, w.person_id AS personId, w.employer_id AS employerId, le.name AS employerName, n.insz,
  p.family_name AS familyName, p.given_name AS givenName, p.language, w.start_date AS startDate, w.end_date AS endDate,
  w.employment_hundredths AS employmentHundredths, w.revision,
  (SELECT count(*) FROM training t WHERE t.worker_id = w.id AND t.removed_at IS NULL) AS trainings`;
const tables = `worker w JOIN person p ON p.id = w.person_id
  JOIN person_number n ON n.person_id = p.id AND n.replaced_by IS NULL
  JOIN employer e ON e.id = w.employer_id JOIN legal_entity le ON le.id = e.legal_entity_id`;

const orders: Record<HandlerInput<'worker.list'>['sort'], string> = {
  name: 'p.family_name COLLATE NOCASE, p.given_name COLLATE NOCASE, w.id',
  '-name': 'p.family_name COLLATE NOCASE DESC, p.given_name COLLATE NOCASE DESC, w.id',
  insz: 'n.insz, w.id',
  '-insz': 'n.insz DESC, w.id',
  startDate: 'w.start_date, w.id',
  '-startDate': 'w.start_date DESC, w.id',
  employer: 'le.name COLLATE NOCASE, p.family_name COLLATE NOCASE, w.id',
  '-employer': 'le.name COLLATE NOCASE DESC, p.family_name COLLATE NOCASE, w.id',
};

export function listWorkers(
  db: Database,
  scope: EmployerScope,
  filter: Omit<HandlerInput<'worker.list'>, 'employerId'>,
): { rows: Worker[]; total: number } {
  const within = scopeCondition(scope, 'w.employer_id');
  const digits = filter.text.replace(/[\s.\-/]/g, '');
  const where = `${within.sql} AND (? = '' OR (p.family_name || ' ' || p.given_name) LIKE ? ESCAPE '\\'
    OR (p.given_name || ' ' || p.family_name) LIKE ? ESCAPE '\\' OR (? <> '' AND w.person_id IN (SELECT o.person_id FROM person_number o WHERE o.insz >= ? AND o.insz < ?)))`;
  const like = likeAnywhere(filter.text);
  const values = [
    ...within.values,
    filter.text,
    like,
    like,
    /^\d{2,11}$/.test(digits) ? digits : '',
    // By any number that the worker has or had.
    ...[digits, `${digits}:`],
  ];
  const counted = statement(db, `SELECT count(*) AS total FROM ${tables} WHERE ${where}`).get(...values);
  const rows = statement(
    db,
    `SELECT ${columns} FROM ${tables} WHERE ${where} ORDER BY ${orders[filter.sort]} LIMIT ? OFFSET ?`,
  ).all(...values, filter.pageSize, (filter.page - 1) * filter.pageSize) as Worker[];
  return { rows, total: (counted as { total: number }).total };
}

export function findWorker(db: Database, scope: EmployerScope, id: string): Worker | null {
  const within = scopeCondition(scope, 'w.employer_id');
  const sql = `SELECT ${columns} FROM ${tables} WHERE ${within.sql} AND w.id = ?`;
  return (statement(db, sql).get(...within.values, id) as Worker | undefined) ?? null;
}

/** The worker of an employer behind a number, also one that was replaced since. */
export function workerIdByInsz(db: Database, employerId: string, insz: string): string | null {
  const row = statement(db, 'SELECT id FROM worker WHERE person_id = ? AND employer_id = ?').get(
    personOfNumber(db, insz)?.personId ?? '',
    employerId,
  ) as { id: string } | undefined;
  return row?.id ?? null;
}

export function insertWorker(
  db: Database,
  worker: {
    id: string;
    employerId: string;
    personId: string;
    startDate: string;
    endDate: string | null;
    employmentHundredths: number;
  },
): void {
  statement(
    db,
    `INSERT INTO worker (id, employer_id, person_id, start_date, end_date, employment_hundredths)
     VALUES (?, ?, ?, ?, ?, ?)`,
  ).run(
    worker.id,
    worker.employerId,
    worker.personId,
    worker.startDate,
    worker.endDate,
    worker.employmentHundredths,
  );
}

/** Writes only at the expected revision; false: somebody else was first. */
export function updateWorker(
  db: Database,
  id: string,
  expectedRevision: number,
  fields: { startDate: string; endDate: string | null; employmentHundredths: number },
): boolean {
  return (
    statement(
      db,
      `UPDATE worker SET start_date = ?, end_date = ?, employment_hundredths = ?, revision = revision + 1
        WHERE id = ? AND revision = ?`,
    ).run(fields.startDate, fields.endDate, fields.employmentHundredths, id, expectedRevision).changes === 1
  );
}

export function countWorkers(db: Database): number {
  const row = statement(db, 'SELECT count(*) AS total FROM worker').get() as { total: number };
  return row.total;
}
