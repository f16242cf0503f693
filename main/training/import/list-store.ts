// SQL of the staging room of lists of trainings.
import type {
  TrainingImportColumn,
  TrainingImportCounts,
} from '../../../preload/contract/training-import.ts';
import type { TrainingImportField } from '../../../preload/rules/training/import-fields.ts';
import { type Database, statement } from '../../platform/database.ts';
import type { Steps } from '../../platform/slices.ts';
import type { Delimiter, Encoding } from '../../platform/tables/table.ts';
import { type Kind, type ListRow, packRows, type Summary, summaryOf, unpackRows } from './list-blocks.ts';

/** `reading`: not there yet. With a moment of cutting off: the program was closed in the middle of it. */
export type ListState = 'reading' | 'staged' | 'applying' | 'done' | 'undone';
export type ListRecord = {
  id: string;
  employerId: string | null;
  name: string;
  kind: 'csv' | 'xlsx';
  contentSha256: string;
  checkOnly: boolean;
  state: ListState;
  columns: TrainingImportColumn[];
  counts: Partial<TrainingImportCounts>;
  problems: { rows: number; kinds: Kind[] };
  stagedAt: string;
  doneAt: string | null;
  undoneAt: string | null;
  cutOffAt: string | null;
  /** How a text file was read; null in a workbook, and in lists of before. */
  encoding: Encoding | null;
  delimiter: Delimiter | null;
};
type Row = Omit<ListRecord, 'checkOnly' | 'columns' | 'counts' | 'problems'> & {
  checkOnly: number;
  columns: string;
  counts: string;
  problems: string;
};

const names = `id, employer_id AS employerId, name, kind, content_sha256 AS contentSha256, check_only AS checkOnly, state,
  columns, counts, problems, staged_at AS stagedAt, done_at AS doneAt, undone_at AS undoneAt,
  cut_off_at AS cutOffAt, encoding, delimiter`;

const recordOf = ({ checkOnly, columns, counts, problems, ...row }: Row): ListRecord => ({
  ...row,
  checkOnly: checkOnly === 1,
  columns: JSON.parse(columns),
  counts: JSON.parse(counts),
  problems: JSON.parse(problems),
});

/** One that is still being read is not there yet. */
export function findList(db: Database, id: string): ListRecord | null {
  const row = statement(db, `SELECT ${names} FROM training_list WHERE id = ? AND state <> 'reading'`).get(id);
  return row === undefined ? null : recordOf(row as Row);
}

export function latestLists(db: Database, employerId: string | null, most: number): ListRecord[] {
  const sql = `SELECT ${names} FROM training_list WHERE (state <> 'reading' OR cut_off_at IS NOT NULL)
    AND check_only = 0 AND (? IS NULL OR employer_id = ?) ORDER BY coalesce(done_at, staged_at) DESC, id DESC LIMIT ?`;
  return (statement(db, sql).all(employerId, employerId, most) as Row[]).map(recordOf);
}

/** When the same bytes were last imported and not undone. */
export function doneBefore(db: Database, contentSha256: string): string | null {
  const sql = `SELECT max(done_at) AS at FROM training_list WHERE content_sha256 = ? AND state = 'done'`;
  return (statement(db, sql).get(contentSha256) as { at: string | null }).at;
}

type NewList = Pick<ListRecord, 'id' | 'employerId' | 'name' | 'kind' | 'contentSha256' | 'checkOnly'>;

export function insertList(db: Database, list: NewList, at: string): void {
  statement(
    db,
    `INSERT INTO training_list (id, employer_id, name, kind, content_sha256, check_only, state, staged_at)
     VALUES (?, ?, ?, ?, ?, ?, 'reading', ?)`,
  ).run(list.id, list.employerId, list.name, list.kind, list.contentSha256, list.checkOnly ? 1 : 0, at);
}

export function setReading(
  db: Database,
  id: string,
  { encoding, delimiter }: Pick<ListRecord, 'encoding' | 'delimiter'>,
): void {
  const sql = 'UPDATE training_list SET encoding = ?, delimiter = ? WHERE id = ?';
  statement(db, sql).run(encoding, delimiter, id);
}

export function setJudged(
  db: Database,
  id: string,
  columns: readonly TrainingImportColumn[],
  counts: TrainingImportCounts,
  { attention, kinds }: Summary,
): void {
  const sql = `UPDATE training_list SET columns = ?, counts = ?, problems = ?,
    state = CASE state WHEN 'reading' THEN 'staged' ELSE state END WHERE id = ?`;
  const problems = JSON.stringify({ rows: attention, kinds: kinds.slice(0, 200) });
  statement(db, sql).run(JSON.stringify(columns), JSON.stringify(counts), problems, id);
}

export function setState(db: Database, id: string, state: ListState): void {
  statement(db, 'UPDATE training_list SET state = ? WHERE id = ?').run(state, id);
}

export function setCutOff(db: Database, id: string, at: string): void {
  statement(db, 'UPDATE training_list SET cut_off_at = ? WHERE id = ?').run(at, id);
}

export function setDone(db: Database, id: string, at: string, counts: TrainingImportCounts): void {
  const sql =
    "UPDATE training_list SET state = 'done', done_at = ?, counts = ?, cut_off_at = NULL WHERE id = ?";
  statement(db, sql).run(at, JSON.stringify(counts), id);
}

export function setUndone(db: Database, id: string, at: string): void {
  statement(db, "UPDATE training_list SET state = 'undone', undone_at = ? WHERE id = ?").run(at, id);
}

export function putBlock(
  db: Database,
  importId: string,
  at: number,
  summary: string,
  rows: Uint8Array,
): void {
  statement(
    db,
    `INSERT INTO training_list_block (import_id, at, summary, rows) VALUES (?, ?, ?, ?)
     ON CONFLICT (import_id, at) DO UPDATE SET summary = excluded.summary, rows = excluded.rows`,
  ).run(importId, at, summary, rows);
}

export function blockSummaries(db: Database, importId: string): { at: number; summary: Summary }[] {
  const sql = 'SELECT at, summary FROM training_list_block WHERE import_id = ? ORDER BY at';
  return (statement(db, sql).all(importId) as { at: number; summary: string }[]).map(({ at, summary }) => ({
    at,
    summary: JSON.parse(summary) as Summary,
  }));
}

export function blockBytes(db: Database, importId: string, at: number): Uint8Array | null {
  const sql = 'SELECT rows FROM training_list_block WHERE import_id = ? AND at = ?';
  const row = statement(db, sql).get(importId, at) as { rows: Uint8Array } | undefined;
  return row?.rows ?? null;
}

export function blockRows(db: Database, importId: string, at: number): ListRow[] {
  const bytes = blockBytes(db, importId, at);
  return bytes === null ? [] : unpackRows(bytes);
}

/** All rows as they are kept, block by block. */
export function* allBlocks(db: Database, importId: string): Steps<Uint8Array[]> {
  const blocks: Uint8Array[] = [];
  for (let at = 0; ; at += 1) {
    const bytes = blockBytes(db, importId, at);
    if (bytes === null) return blocks;
    blocks.push(bytes);
    yield;
  }
}

/** Keeps of a block only what goes back to whoever made the list. */
export function keepRefused(db: Database, importId: string, at: number): void {
  const rows = blockRows(db, importId, at).filter(
    ({ outcome, findings }) =>
      outcome === 'refused' ||
      outcome === 'duplicate' ||
      (outcome === 'leftOut' && findings.every(({ rule }) => rule !== 'IMP-ROW-UNFILLED')),
  );
  putBlock(db, importId, at, JSON.stringify(summaryOf(rows)), packRows(rows));
}

/** In steps, as what was deleted is overwritten; the list itself goes last. */
export function* deleteList(db: Database, importId: string): Steps<void> {
  yield* deleteBlocks(db, importId);
  statement(db, "DELETE FROM training_list WHERE id = ? AND state IN ('reading', 'staged')").run(importId);
}

export function* deleteBlocks(db: Database, importId: string): Steps<void> {
  const one = statement(
    db,
    `DELETE FROM training_list_block WHERE import_id = ? AND at =
       (SELECT max(at) FROM training_list_block WHERE import_id = ?)`,
  );
  while (one.run(importId, importId).changes === 1) yield;
}

/** Lists that a process left in the middle of something, and those that were only judged, of which nobody will ask again. */
export function leftBehind(db: Database): Pick<ListRecord, 'id' | 'state' | 'checkOnly'>[] {
  const sql = `SELECT id, state, check_only AS checkOnly FROM training_list WHERE state = 'applying'
    OR (check_only = 1 AND state IN ('reading', 'staged'))
    OR (state = 'reading' AND (cut_off_at IS NULL
      OR EXISTS (SELECT 1 FROM training_list_block b WHERE b.import_id = training_list.id)))`;
  const rows = statement(db, sql).all() as (Pick<ListRecord, 'id' | 'state'> & { checkOnly: number })[];
  return rows.map(({ checkOnly, ...row }) => ({ ...row, checkOnly: checkOnly === 1 }));
}

/** What was staged and left, and refused rows that nobody sent back, are forgotten after a time. */
export function forgotten(db: Database, before: string): string[] {
  const sql = `SELECT id FROM training_list WHERE coalesce(done_at, staged_at) < ? AND state <> 'applying'
    AND (state IN ('reading', 'staged') OR EXISTS (SELECT 1 FROM training_list_block b WHERE b.import_id = training_list.id))`;
  return (statement(db, sql).all(before) as { id: string }[]).map(({ id }) => id);
}

type Field = TrainingImportField | null;

export function rememberedHeadings(db: Database, employerId: string | null): [string, Field][] {
  const sql = 'SELECT heading, field FROM training_list_heading WHERE employer_id = ? ORDER BY used_at';
  const rows = statement(db, sql).all(employerId ?? '') as { heading: string; field: Field }[];
  return rows.map(({ heading, field }) => [heading, field]);
}

export function rememberHeading(
  db: Database,
  employerId: string | null,
  heading: string,
  field: Field,
  at: string,
): void {
  statement(
    db,
    `INSERT INTO training_list_heading (employer_id, heading, field, used_at) VALUES (?, ?, ?, ?)
     ON CONFLICT (employer_id, heading) DO UPDATE SET field = excluded.field, used_at = excluded.used_at`,
  ).run(employerId ?? '', heading, field, at);
}
