// SQL by which an import recognises what is already there.
import type { TrainingFields } from '../../preload/contract/training.ts';
import { type Database, statement } from '../platform/database.ts';
import { columnsOf, fieldColumns } from './training-row.ts';

const exists = (row: unknown): boolean => row !== undefined;

export const employerExists = (db: Database, employerId: string): boolean =>
  exists(statement(db, 'SELECT 1 FROM employer WHERE id = ?').get(employerId));

/** The same line of the same import. */
export const importedLine = (db: Database, importId: string, line: number): boolean =>
  exists(statement(db, 'SELECT 1 FROM training WHERE import_id = ? AND import_line = ?').get(importId, line));

/** A reference given in the file names one record for its life. */
export const takenReference = (db: Database, workerId: string, year: number, reference: string): boolean =>
  exists(
    statement(db, 'SELECT 1 FROM training WHERE worker_id = ? AND year = ? AND external_reference = ?').get(
      workerId,
      year,
      reference,
    ),
  );

/** A record that this very import made bears the reference: a row that was copied along with it is another training. */
export const copiedReference = (
  db: Database,
  importId: string,
  record: { workerId: string; year: number; reference: string },
): boolean =>
  exists(
    statement(
      db,
      'SELECT 1 FROM training WHERE worker_id = ? AND year = ? AND external_reference = ? AND import_id = ?',
    ).get(record.workerId, record.year, record.reference, importId),
  );

/** A record of the worker-year that is the same in every field. */
export function sameRecord(db: Database, workerId: string, year: number, fields: TrainingFields): boolean {
  const columns = columnsOf(fields) as Record<string, unknown>;
  const same = fieldColumns.map((name) => `${name} IS ?`).join(' AND ');
  return exists(
    statement(
      db,
      `SELECT 1 FROM training WHERE worker_id = ? AND year = ? AND removed_at IS NULL AND ${same}`,
    ).get(workerId, year, ...fieldColumns.map((name) => columns[name])),
  );
}
