// SQL of the staging room of imports: what was read, what a person put right, what was done.
import type { Finding } from '../../../preload/contract/finding.ts';
import { type ImportField, importFields } from '../../../preload/rules/employers/import-fields.ts';
import { type Database, statement } from '../../platform/database.ts';
import type { Steps } from '../../platform/slices.ts';

export type ImportRecord = {
  id: string;
  name: string;
  contentSha256: string;
  state: 'staged' | 'done' | 'undone';
  headings: string[];
  fields: (ImportField | null)[];
  /** JSON as it was counted; empty until it was done. */
  counts: Record<string, number>;
  stagedAt: string;
  doneAt: string | null;
  undoneAt: string | null;
};
type RecordRow = Omit<ImportRecord, 'headings' | 'fields' | 'counts'> & {
  headings: string;
  fields: string;
  counts: string;
};

export type StagedRow = {
  number: number;
  sheet: string;
  line: number;
  cells: string[];
  fixed: ReadonlyMap<ImportField, string>;
  leftOut: boolean;
  findings: Finding[];
};
type RowOfRow = Omit<StagedRow, 'cells' | 'fixed' | 'leftOut' | 'findings'> & {
  cells: string;
  fixed: string;
  leftOut: number;
  findings: string | null;
};

const columns = `id, name, content_sha256 AS contentSha256, state, headings, fields, counts, staged_at AS stagedAt,
  done_at AS doneAt, undone_at AS undoneAt`;

const recordOf = ({ headings, fields, counts, ...row }: RecordRow): ImportRecord => ({
  ...row,
  headings: JSON.parse(headings),
  fields: JSON.parse(fields),
  counts: JSON.parse(counts),
});

export function findImport(db: Database, id: string): ImportRecord | null {
  const row = statement(db, `SELECT ${columns} FROM employer_import WHERE id = ?`).get(id);
  return row === undefined ? null : recordOf(row as RecordRow);
}

export function latestImports(db: Database, most: number): ImportRecord[] {
  const sql = `SELECT ${columns} FROM employer_import ORDER BY coalesce(done_at, staged_at) DESC, id DESC LIMIT ?`;
  return (statement(db, sql).all(most) as RecordRow[]).map(recordOf);
}

/** When the same bytes were last imported and not undone. */
export function doneBefore(db: Database, contentSha256: string): string | null {
  const sql = `SELECT max(done_at) AS at FROM employer_import WHERE content_sha256 = ? AND state = 'done'`;
  return (statement(db, sql).get(contentSha256) as { at: string | null }).at;
}

/** Replaces what was staged under the same id. */
export function* stageImport(
  db: Database,
  made: Pick<ImportRecord, 'id' | 'name' | 'contentSha256' | 'headings' | 'fields'> & { at: string },
  rows: readonly { sheet: string; line: number; cells: string[] }[],
): Steps<void> {
  deleteImport(db, made.id);
  statement(
    db,
    `INSERT INTO employer_import (id, name, content_sha256, state, headings, fields, staged_at)
     VALUES (?, ?, ?, 'staged', ?, ?, ?)`,
  ).run(
    made.id,
    made.name,
    made.contentSha256,
    JSON.stringify(made.headings),
    JSON.stringify(made.fields),
    made.at,
  );
  const insert = statement(
    db,
    'INSERT INTO employer_import_row (import_id, number, sheet, line, cells) VALUES (?, ?, ?, ?, ?)',
  );
  for (const [at, row] of rows.entries()) {
    insert.run(made.id, at + 1, row.sheet, row.line, JSON.stringify(row.cells));
    yield;
  }
}

export function setFields(db: Database, id: string, fields: readonly (ImportField | null)[]): void {
  const sql = "UPDATE employer_import SET fields = ? WHERE id = ? AND state = 'staged'";
  statement(db, sql).run(JSON.stringify(fields), id);
}

/** Few enough to be parsed within a slice, also when each has a hundred cells. */
const pageOfRows = 100;
const rowColumns = 'number, sheet, line, cells, fixed, left_out AS leftOut, findings';

/** All rows in their order. */
export function* stagedRows(db: Database, importId: string): Steps<StagedRow[]> {
  const sql = `SELECT ${rowColumns} FROM employer_import_row WHERE import_id = ? AND number > ? ORDER BY number LIMIT ?`;
  const rows: StagedRow[] = [];
  for (;;) {
    const page = statement(db, sql).all(importId, rows.at(-1)?.number ?? 0, pageOfRows) as RowOfRow[];
    rows.push(...page.map(rowOf));
    if (page.length < pageOfRows) return rows;
    yield;
  }
}

export function stagedRow(db: Database, importId: string, number: number): StagedRow | null {
  const sql = `SELECT ${rowColumns} FROM employer_import_row WHERE import_id = ? AND number = ?`;
  const row = statement(db, sql).get(importId, number) as RowOfRow | undefined;
  return row === undefined ? null : rowOf(row);
}

const rowOf = ({ cells, fixed, leftOut, findings, ...row }: RowOfRow): StagedRow => ({
  ...row,
  cells: JSON.parse(cells),
  fixed: fixedOf(fixed),
  leftOut: leftOut === 1,
  findings: findings === null ? [] : JSON.parse(findings),
});

function fixedOf(json: string): StagedRow['fixed'] {
  if (json === '{}') return new Map();
  const values = JSON.parse(json) as Record<string, string>;
  return new Map(
    importFields.flatMap((field) => {
      const text = Object.hasOwn(values, field) ? values[field] : undefined;
      return text === undefined ? [] : [[field, text] as const];
    }),
  );
}

/** False: there is no such row. */
export function fixRow(
  db: Database,
  importId: string,
  number: number,
  fixed: StagedRow['fixed'],
  leftOut: boolean,
): boolean {
  const sql = 'UPDATE employer_import_row SET fixed = ?, left_out = ? WHERE import_id = ? AND number = ?';
  const json = JSON.stringify(Object.fromEntries(fixed));
  return statement(db, sql).run(json, leftOut ? 1 : 0, importId, number).changes === 1;
}

/** Keeps the rows that were not taken, with why; the others are in the register now. */
export function finishImport(
  db: Database,
  id: string,
  done: { at: string; counts: Readonly<Record<string, number>> },
  refused: ReadonlyMap<number, readonly Finding[]>,
): void {
  statement(db, "UPDATE employer_import SET state = 'done', done_at = ?, counts = ? WHERE id = ?").run(
    done.at,
    JSON.stringify(done.counts),
    id,
  );
  const note = statement(
    db,
    'UPDATE employer_import_row SET findings = ? WHERE import_id = ? AND number = ?',
  );
  for (const [number, findings] of refused) note.run(JSON.stringify(findings), id, number);
  statement(db, 'DELETE FROM employer_import_row WHERE import_id = ? AND findings IS NULL').run(id);
}

export function deleteImport(db: Database, id: string): boolean {
  statement(db, 'DELETE FROM employer_import_row WHERE import_id = ?').run(id);
  return statement(db, "DELETE FROM employer_import WHERE id = ? AND state = 'staged'").run(id).changes === 1;
}

/** What was staged and left, and refused rows that nobody sent back, are forgotten after a time. */
export function sweepImports(db: Database, before: string): void {
  const old = statement(
    db,
    `SELECT id FROM employer_import WHERE coalesce(done_at, staged_at) < ?
       AND (state = 'staged' OR EXISTS (SELECT 1 FROM employer_import_row r WHERE r.import_id = employer_import.id))`,
  ).all(before) as { id: string }[];
  for (const { id } of old) deleteImport(db, id);
}

export type ImportChange = { employerId: string; before: string | null; after: string };

export function insertChange(db: Database, importId: string, change: ImportChange): void {
  statement(
    db,
    'INSERT INTO employer_import_change (import_id, employer_id, before, after) VALUES (?, ?, ?, ?)',
  ).run(importId, change.employerId, change.before, change.after);
}

export function changesOf(db: Database, importId: string): ImportChange[] {
  const sql =
    'SELECT employer_id AS employerId, before, after FROM employer_import_change WHERE import_id = ?';
  return statement(db, sql).all(importId) as ImportChange[];
}

/** The import can no longer be undone a second time: what it changed is forgotten. */
export function markUndone(db: Database, id: string, at: string): void {
  statement(db, "UPDATE employer_import SET state = 'undone', undone_at = ? WHERE id = ?").run(at, id);
  statement(db, 'DELETE FROM employer_import_change WHERE import_id = ?').run(id);
  statement(db, 'DELETE FROM employer_import_row WHERE import_id = ?').run(id);
}

const rememberedAs = 'employerImport.columns';

/** What each heading meant the last time, by its plain form. */
export function rememberedColumns(db: Database): Map<string, ImportField | null> {
  const row = statement(db, 'SELECT value FROM setting WHERE name = ?').get(rememberedAs);
  return new Map(row === undefined ? [] : JSON.parse((row as { value: string }).value));
}

export function rememberColumns(db: Database, columns: ReadonlyMap<string, ImportField | null>): void {
  statement(
    db,
    'INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
  ).run(rememberedAs, JSON.stringify([...columns]));
}
