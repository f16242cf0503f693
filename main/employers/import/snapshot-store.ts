// SQL of an employer as a whole, with its establishments, routes and mandates: what an import puts aside before it changes
// anything, and what undoing it puts back.
import { type Database, statement } from '../../platform/database.ts';
import type { EmployerFields } from '../employer-store.ts';

type Line = Record<string, string | number | null>;
export type Snapshot = {
  fields: EmployerFields;
  archived: number;
  establishments: Line[];
  routes: Line[];
  mandates: Line[];
};

const tables = {
  establishments: {
    name: 'establishment',
    columns: ['id', 'legal_entity_id', 'establishment_number', 'name'],
    of: 'legal_entity_id = (SELECT legal_entity_id FROM employer WHERE id = ?)',
  },
  routes: {
    name: 'route',
    columns: ['id', 'employer_id', 'service', 'kind', 'account_id', 'valid_from', 'valid_to'],
    of: 'employer_id = ?',
  },
  mandates: {
    name: 'mandate',
    columns: [
      'id',
      'employer_id',
      'mandatary_enterprise_number',
      'service_group',
      'start_quarter',
      'end_quarter',
      'last_answer',
      'last_answer_at',
      'recorded_at',
      'removed_at',
      'revision',
    ],
    of: 'employer_id = ?',
  },
} as const;
type Part = keyof typeof tables;
const parts = Object.keys(tables) as Part[];

/** As JSON: two snapshots of the same state are the same text. */
export function snapshotOf(db: Database, employerId: string): string | null {
  const fields = statement(
    db,
    `SELECT le.name, le.nsso_number AS nssoNumber, e.language, e.size_bracket AS sizeBracket,
        e.full_time_weekly_minutes AS fullTimeWeeklyMinutes, e.sector_days_hundredths AS sectorDaysHundredths,
        e.archived_at IS NOT NULL AS archived
       FROM employer e JOIN legal_entity le ON le.id = e.legal_entity_id WHERE e.id = ?`,
  ).get(employerId) as (EmployerFields & { archived: number }) | undefined;
  if (fields === undefined) return null;
  const { archived, ...rest } = fields;
  const lines = (part: Part): Line[] => {
    const { name, columns, of } = tables[part];
    const sql = `SELECT ${columns.join(', ')} FROM ${name} WHERE ${of} ORDER BY id`;
    return statement(db, sql).all(employerId) as Line[];
  };
  const snapshot: Snapshot = {
    fields: rest,
    archived,
    establishments: lines('establishments'),
    routes: lines('routes'),
    mandates: lines('mandates'),
  };
  return JSON.stringify(snapshot);
}

/** Puts an employer back as it was. The revision goes on, so that an open page sees that something changed. */
export function restoreSnapshot(db: Database, employerId: string, json: string): void {
  const snapshot = JSON.parse(json) as Snapshot;
  const { fields } = snapshot;
  statement(
    db,
    `UPDATE employer SET language = ?, size_bracket = ?, full_time_weekly_minutes = ?, sector_days_hundredths = ?,
       revision = revision + 1 WHERE id = ?`,
  ).run(
    fields.language,
    fields.sizeBracket,
    fields.fullTimeWeeklyMinutes,
    fields.sectorDaysHundredths,
    employerId,
  );
  statement(
    db,
    'UPDATE legal_entity SET name = ?, nsso_number = ? WHERE id = (SELECT legal_entity_id FROM employer WHERE id = ?)',
  ).run(fields.name, fields.nssoNumber, employerId);
  for (const part of parts) {
    clear(db, part, employerId);
    const { name, columns } = tables[part];
    const places = columns.map(() => '?').join(', ');
    const insert = statement(db, `INSERT INTO ${name} (${columns.join(', ')}) VALUES (${places})`);
    for (const line of snapshot[part]) insert.run(...columns.map((column) => line[column] ?? null));
  }
}

/** Takes an employer away that an import had added: nothing but the import itself ever leaned on it. */
export function removeEmployer(db: Database, employerId: string): void {
  for (const part of parts) clear(db, part, employerId);
  const row = statement(db, 'SELECT legal_entity_id AS id FROM employer WHERE id = ?').get(employerId);
  statement(db, 'DELETE FROM employer WHERE id = ?').run(employerId);
  if (row !== undefined)
    statement(db, 'DELETE FROM legal_entity WHERE id = ?').run((row as { id: string }).id);
}

const clear = (db: Database, part: Part, employerId: string): void => {
  const { name, of } = tables[part];
  statement(db, `DELETE FROM ${name} WHERE ${of}`).run(employerId);
};
