// SQL of client employers and the legal entities behind them.
import type { Employer } from '../../preload/contract/employers.ts';
import type { Language } from '../../preload/contract/values.ts';
import { type Database, statement } from '../platform/database.ts';
import { type EmployerScope, scopeCondition } from './employer-scope.ts';
import { onDay } from './route-store.ts';

export type EmployerFields = {
  name: string;
  nssoNumber: string | null;
  language: Language;
  sizeBracket: Employer['sizeBracket'];
  fullTimeWeeklyMinutes: number;
  sectorDaysHundredths: number | null;
};

type Row = Omit<Employer, 'route' | 'archived'> & {
  archived: number;
  routeKind: string | null;
  accountId: string | null;
};

const columns = `
  e.id, le.name, coalesce(le.enterprise_number, '') AS enterpriseNumber, le.nsso_number AS nssoNumber, e.language,
  e.size_bracket AS sizeBracket, e.full_time_weekly_minutes AS fullTimeWeeklyMinutes,
  e.sector_days_hundredths AS sectorDaysHundredths, r.kind AS routeKind, r.account_id AS accountId,
  e.archived_at IS NOT NULL AS archived, e.revision,
  (SELECT count(*) FROM worker w WHERE w.employer_id = e.id) AS workers,
  (SELECT count(*) FROM training t WHERE t.employer_id = e.id AND t.removed_at IS NULL AND t.state = 'draft') AS drafts,
  (SELECT count(*) FROM training t WHERE t.employer_id = e.id AND t.removed_at IS NULL AND t.to_fix = 1) AS toFix,
  (SELECT max(o.sent_at) FROM outbox_item o WHERE o.employer_id = e.id) AS lastSentAt`;
const tables = `employer e JOIN legal_entity le ON le.id = e.legal_entity_id
  LEFT JOIN route r ON r.employer_id = e.id AND r.service = 'fla' AND ${onDay}`;

export function listEmployers(
  db: Database,
  scope: EmployerScope,
  /** `day`: the route shown is that of this day. */
  filter: { text: string; archived: boolean; page: number; pageSize: number; day: string },
): { rows: Employer[]; total: number } {
  const within = scopeCondition(scope, 'e.id');
  const digits = filter.text.replace(/[\s.\-/]/g, '').replace(/^BE/i, '');
  const where = `${within.sql} AND (e.archived_at IS NOT NULL) <= ?
    AND (? = '' OR le.name LIKE ? ESCAPE '\\' OR (? <> '' AND le.enterprise_number LIKE ?))`;
  const values = [
    filter.day,
    filter.day,
    ...within.values,
    filter.archived ? 1 : 0,
    filter.text,
    likeAnywhere(filter.text),
    /^\d+$/.test(digits) ? digits : '',
    `%${digits}%`,
  ];
  const counted = statement(db, `SELECT count(*) AS total FROM ${tables} WHERE ${where}`).get(...values);
  const rows = statement(
    db,
    `SELECT ${columns} FROM ${tables} WHERE ${where} ORDER BY le.name COLLATE NOCASE, e.id LIMIT ? OFFSET ?`,
  ).all(...values, filter.pageSize, (filter.page - 1) * filter.pageSize) as Row[];
  return { rows: rows.map(employerOf), total: (counted as { total: number }).total };
}

/** With its route on a day; without one, the latest that was set. */
export function findEmployer(db: Database, id: string, day = '9999-12-31'): Employer | null {
  const sql = `SELECT ${columns} FROM ${tables} WHERE e.id = ?`;
  const row = statement(db, sql).get(day, day, id) as Row | undefined;
  return row ? employerOf(row) : null;
}

export function findEmployerByNumber(db: Database, enterpriseNumber: string): string | null {
  const row = statement(
    db,
    'SELECT e.id FROM employer e JOIN legal_entity le ON le.id = e.legal_entity_id WHERE le.enterprise_number = ?',
  ).get(enterpriseNumber) as { id: string } | undefined;
  return row?.id ?? null;
}

export const employerIsThere = (db: Database, id: string): boolean =>
  statement(db, 'SELECT 1 FROM employer WHERE id = ?').get(id) !== undefined;

export function insertEmployer(
  db: Database,
  made: EmployerFields & { id: string; legalEntityId: string; enterpriseNumber: string; at: string },
): void {
  statement(
    db,
    'INSERT INTO legal_entity (id, enterprise_number, nsso_number, name) VALUES (?, ?, ?, ?)',
  ).run(made.legalEntityId, made.enterpriseNumber, made.nssoNumber, made.name);
  statement(
    db,
    `INSERT INTO employer (id, legal_entity_id, language, size_bracket, full_time_weekly_minutes,
       sector_days_hundredths, created_at) VALUES (?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    made.id,
    made.legalEntityId,
    made.language,
    made.sizeBracket,
    made.fullTimeWeeklyMinutes,
    made.sectorDaysHundredths,
    made.at,
  );
}

/** Writes only when the revision is still the expected one; false: somebody else was first, or it is gone. */
export function updateEmployer(
  db: Database,
  id: string,
  expectedRevision: number,
  fields: EmployerFields,
): boolean {
  const done = statement(
    db,
    `UPDATE employer SET language = ?, size_bracket = ?, full_time_weekly_minutes = ?, sector_days_hundredths = ?,
       revision = revision + 1 WHERE id = ? AND revision = ?`,
  ).run(
    fields.language,
    fields.sizeBracket,
    fields.fullTimeWeeklyMinutes,
    fields.sectorDaysHundredths,
    id,
    expectedRevision,
  );
  if (done.changes === 0) return false;
  statement(
    db,
    'UPDATE legal_entity SET name = ?, nsso_number = ? WHERE id = (SELECT legal_entity_id FROM employer WHERE id = ?)',
  ).run(fields.name, fields.nssoNumber, id);
  return true;
}

export function setArchived(db: Database, id: string, at: string | null): boolean {
  const sql = 'UPDATE employer SET archived_at = ?, revision = revision + 1 WHERE id = ?';
  return statement(db, sql).run(at, id).changes === 1;
}

export function countEmployers(db: Database): number {
  const row = statement(db, 'SELECT count(*) AS total FROM employer WHERE archived_at IS NULL').get();
  return (row as { total: number }).total;
}

/** Whether another legal entity already has this NSSO number. */
export function nssoNumberTaken(db: Database, nssoNumber: string, exceptEmployerId: string | null): boolean {
  const row = statement(
    db,
    `SELECT e.id FROM legal_entity le LEFT JOIN employer e ON e.legal_entity_id = le.id WHERE le.nsso_number = ?`,
  ).get(nssoNumber) as { id: string | null } | undefined;
  return row !== undefined && (row.id === null || row.id !== exceptEmployerId);
}

/** What a person typed as a LIKE pattern; `%` and `_` are taken literally. */
export const likeAnywhere = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`;

function employerOf({ routeKind, accountId, archived, ...row }: Row): Employer {
  const kind = (routeKind ?? 'none') as Employer['route']['kind'];
  return { ...row, archived: archived === 1, route: { kind, accountId } };
}
