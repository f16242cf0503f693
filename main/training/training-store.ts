// SQL of single trainings: reading, adding, changing with a revision.
import { recordMayGo } from '../../preload/rules/outbox/states.ts';
import { type EmployerScope, scopeCondition } from '../employers/employer-scope.ts';
import { type Database, statement } from '../platform/database.ts';
import { type ColumnName, fieldColumns, type TrainingColumns, type TrainingRow } from './training-row.ts';

/** All that a record shows, with the worker's present number and name. */
export const selectTraining = `SELECT t.*, p.family_name || CASE p.given_name WHEN '' THEN '' ELSE ', ' || p.given_name END
    AS worker_name, n.insz, w.start_date AS worker_start, w.end_date AS worker_end
  FROM training t JOIN worker w ON w.id = t.worker_id JOIN person p ON p.id = w.person_id
  JOIN person_number n ON n.person_id = p.id AND n.replaced_by IS NULL`;

export function findTraining(db: Database, scope: EmployerScope, id: string): TrainingRow | null {
  const { sql, values } = scopeCondition(scope, 't.employer_id');
  const row = statement(db, `${selectTraining} WHERE t.id = ? AND ${sql}`).get(id, ...values);
  return (row as TrainingRow | undefined) ?? null;
}

/** Records of the given ids that are not removed, in the order of the ids' own age. */
export function findTrainings(db: Database, scope: EmployerScope, ids: readonly string[]): TrainingRow[] {
  const { sql, values } = scopeCondition(scope, 't.employer_id');
  return statement(
    db,
    `${selectTraining} WHERE t.id IN (SELECT value FROM json_each(?)) AND t.removed_at IS NULL AND ${sql} ORDER BY t.id`,
  ).all(JSON.stringify(ids), ...values) as TrainingRow[];
}

/** Every record of ours in a worker-year that is not removed. */
export function trainingsOfWorkerYear(db: Database, workerId: string, year: number): TrainingRow[] {
  return statement(
    db,
    `${selectTraining} WHERE t.worker_id = ? AND t.year = ? AND t.removed_at IS NULL ORDER BY t.start_date, t.id`,
  ).all(workerId, year) as TrainingRow[];
}

export type NewTraining = {
  id: string;
  employerId: string;
  workerId: string;
  year: number;
  externalReference: string;
  columns: Partial<TrainingColumns>;
  at: string;
  import?: { id: string; line: number };
};

export function insertTraining(db: Database, training: NewTraining): void {
  const names = (Object.keys(training.columns) as ColumnName[]).toSorted();
  const columns = [
    'id',
    'employer_id',
    'worker_id',
    'year',
    'external_reference',
    'updated_at',
    'import_id',
    'import_line',
  ];
  const marks = [...columns, ...names].map(() => '?').join(', ');
  statement(db, `INSERT INTO training (${[...columns, ...names].join(', ')}) VALUES (${marks})`).run(
    training.id,
    training.employerId,
    training.workerId,
    training.year,
    training.externalReference,
    training.at,
    training.import?.id ?? null,
    training.import?.line ?? null,
    ...names.map((name) => training.columns[name]),
  );
}

const known = new Set<string>([...fieldColumns, 'state', 'withdraw', 'to_fix', 'anomalies', 'removed_at']);

/** Changes columns and the revision. A step of state that the graph does not know is a bug, and throws. */
export function patchTraining(
  db: Database,
  row: TrainingRow,
  patch: Partial<TrainingColumns>,
  at: string,
): void {
  const names = (Object.keys(patch) as ColumnName[]).toSorted();
  if (names.some((name) => !known.has(name))) throw new TypeError('unknown column of a training');
  if (patch.state !== undefined && patch.state !== row.state && !recordMayGo(row.state, patch.state))
    throw new RangeError(`a training does not go from ${row.state} to ${patch.state}`);
  statement(
    db,
    `UPDATE training SET ${names.map((name) => `${name} = ?, `).join('')}updated_at = ?, revision = revision + 1 WHERE id = ?`,
  ).run(...names.map((name) => patch[name]), at, row.id);
}

/** The worker under whom something is added, or null. */
export type WorkerFacts = { id: string; employerId: string; startDate: string; endDate: string | null };

export function workersByIds(db: Database, ids: readonly string[]): WorkerFacts[] {
  return statement(
    db,
    `SELECT id, employer_id AS employerId, start_date AS startDate, end_date AS endDate
       FROM worker WHERE id IN (SELECT value FROM json_each(?))`,
  ).all(JSON.stringify(ids)) as WorkerFacts[];
}

/** The worker of an employer behind a number, also behind one that was replaced since. */
export function workerByInsz(db: Database, employerId: string, insz: string): WorkerFacts | null {
  const row = statement(
    db,
    `SELECT w.id, w.employer_id AS employerId, w.start_date AS startDate, w.end_date AS endDate
       FROM person_number n JOIN worker w ON w.person_id = n.person_id WHERE n.insz = ? AND w.employer_id = ?`,
  ).get(insz, employerId) as WorkerFacts | undefined;
  return row ?? null;
}
