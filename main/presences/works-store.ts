// SQL of declarations of works and the enterprises that work there.
import type { WorksDeclaration } from '../../preload/contract/works-declarations.ts';
import { type EmployerScope, scopeCondition } from '../employers/employer-scope.ts';
import { likeAnywhere } from '../employers/employer-store.ts';
import { type Database, statement } from '../platform/database.ts';

export type WorksRow = {
  id: string;
  employer_id: string;
  employer_name: string;
  reference: string;
  name: string;
  street: string;
  house_number: string;
  post_code: string;
  municipality: string;
  latitude: number | null;
  longitude: number | null;
  start_date: string | null;
  end_date: string | null;
  url: string | null;
  contact: string;
  revision: number;
};
export type SubcontractorRow = WorksDeclaration['subcontractors'][number];
export type WorksFields = Pick<
  WorksDeclaration,
  | 'reference'
  | 'name'
  | 'street'
  | 'houseNumber'
  | 'postCode'
  | 'municipality'
  | 'place'
  | 'startDate'
  | 'endDate'
  | 'url'
  | 'contact'
  | 'subcontractors'
>;

const columns = `w.id, w.employer_id, le.name AS employer_name, w.reference, w.name, w.street, w.house_number, w.post_code,
  w.municipality, w.latitude, w.longitude, w.start_date, w.end_date, w.url, w.contact, w.revision`;
const tables = `works_declaration w JOIN employer e ON e.id = w.employer_id
  JOIN legal_entity le ON le.id = e.legal_entity_id`;

export type WorksFilter = { text: string; current: boolean; today: string; page: number; pageSize: number };

/** The last ones to end first among those that count, then those of the past. */
export function listWorks(
  db: Database,
  scope: EmployerScope,
  filter: WorksFilter,
): { rows: WorksRow[]; total: number } {
  const within = scopeCondition(scope, 'w.employer_id');
  const like = likeAnywhere(filter.text);
  const reference = likeAnywhere(filter.text.replace(/[\s.-]/g, ''));
  const where = `${within.sql} AND w.removed_at IS NULL AND (? = 0 OR w.end_date IS NULL OR w.end_date >= ?)
    AND (? = '' OR w.name LIKE ? ESCAPE '\\' OR w.municipality LIKE ? ESCAPE '\\' OR w.street LIKE ? ESCAPE '\\'
      OR w.reference LIKE ? ESCAPE '\\')`;
  const values = [
    ...within.values,
    filter.current ? 1 : 0,
    filter.today,
    filter.text.trim(),
    ...[like, like, like, reference],
  ];
  const counted = statement(db, `SELECT count(*) AS total FROM ${tables} WHERE ${where}`).get(...values);
  const rows = statement(
    db,
    `SELECT ${columns} FROM ${tables} WHERE ${where}
      ORDER BY coalesce(w.end_date, '9999') < ?, coalesce(w.end_date, '9999'), w.name COLLATE NOCASE, w.id
      LIMIT ? OFFSET ?`,
  ).all(...values, filter.today, filter.pageSize, (filter.page - 1) * filter.pageSize) as WorksRow[];
  return { rows, total: (counted as { total: number }).total };
}

export function findWorks(db: Database, id: string, removed = false): WorksRow | null {
  const sql = `SELECT ${columns} FROM ${tables} WHERE w.id = ? AND (w.removed_at IS NOT NULL) = ?`;
  return (statement(db, sql).get(id, removed ? 1 : 0) as WorksRow | undefined) ?? null;
}

/** Of an employer, by number; null when it has no such declaration, or removed it. */
export function worksByReference(db: Database, employerId: string, reference: string): WorksRow | null {
  const sql = `SELECT ${columns} FROM ${tables}
    WHERE w.employer_id = ? AND w.reference = ? AND w.removed_at IS NULL`;
  return (statement(db, sql).get(employerId, reference) as WorksRow | undefined) ?? null;
}

/** Numbers of the declarations that an employer has here. */
export function referencesOf(db: Database, employerId: string): string[] {
  const sql = `SELECT reference FROM works_declaration WHERE employer_id = ? AND removed_at IS NULL
    ORDER BY reference LIMIT 2000`;
  return (statement(db, sql).all(employerId) as { reference: string }[]).map(({ reference }) => reference);
}

export function subcontractorsOf(db: Database, worksId: string): SubcontractorRow[] {
  return statement(
    db,
    `SELECT enterprise_number AS enterpriseNumber, name, start_date AS startDate, end_date AS endDate
       FROM works_subcontractor WHERE works_id = ? ORDER BY name COLLATE NOCASE, enterprise_number LIMIT 200`,
  ).all(worksId) as SubcontractorRow[];
}

const written = (f: WorksFields) => [
  ...[f.reference, f.name, f.street, f.houseNumber, f.postCode, f.municipality],
  ...[f.place?.latitude ?? null, f.place?.longitude ?? null, f.startDate, f.endDate, f.url, f.contact],
];

export function insertWorks(
  db: Database,
  { id, employerId, createdAt }: { id: string; employerId: string; createdAt: string },
  fields: WorksFields,
): void {
  statement(
    db,
    `INSERT INTO works_declaration (id, employer_id, created_at, reference, name, street, house_number, post_code,
       municipality, latitude, longitude, start_date, end_date, url, contact)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(id, employerId, createdAt, ...written(fields));
  writeSubcontractors(db, id, fields.subcontractors);
}

/** False when somebody changed it since `expectedRevision`. */
export function updateWorks(
  db: Database,
  id: string,
  expectedRevision: number,
  fields: WorksFields,
): boolean {
  const done = statement(
    db,
    `UPDATE works_declaration SET reference = ?, name = ?, street = ?, house_number = ?, post_code = ?, municipality = ?,
       latitude = ?, longitude = ?, start_date = ?, end_date = ?, url = ?, contact = ?, revision = revision + 1
     WHERE id = ? AND revision = ? AND removed_at IS NULL`,
  ).run(...written(fields), id, expectedRevision);
  if (done.changes === 0) return false;
  writeSubcontractors(db, id, fields.subcontractors);
  return true;
}

function writeSubcontractors(db: Database, worksId: string, all: readonly SubcontractorRow[]): void {
  statement(db, 'DELETE FROM works_subcontractor WHERE works_id = ?').run(worksId);
  const insert = statement(db, 'INSERT INTO works_subcontractor VALUES (?, ?, ?, ?, ?)');
  for (const one of all) insert.run(worksId, one.enterpriseNumber, one.name, one.startDate, one.endDate);
}

export function markWorks(db: Database, id: string, removedAt: string | null): void {
  statement(db, 'UPDATE works_declaration SET removed_at = ?, revision = revision + 1 WHERE id = ?').run(
    removedAt,
    id,
  );
}
