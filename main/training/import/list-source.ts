// The rows of a file: the sheet that was chosen, its headings found among the first lines, and what lies under them.

import { fail, ok, type Result } from '../../../preload/contract/result.ts';
import {
  mostTrainingColumns,
  mostTrainingRows,
  type TrainingList,
} from '../../../preload/contract/training-import.ts';
import { knownTrainingHeadings } from '../../../preload/rules/training/import-fields.ts';
import type { CsvChoice } from '../../platform/tables/read-csv.ts';
import { readRows, readTable } from '../../platform/tables/read-table.ts';
import type { RowSink, Table, TableRow, TableSheet } from '../../platform/tables/table.ts';

/** Room for headings and titles above the rows that count. */
const limits = {
  rows: mostTrainingRows + 50,
  columns: mostTrainingColumns,
  unpackedBytes: 200_000_000,
  cell: 4_000,
  keepsNul: true,
};
/** Rows above this one are titles. */
const searchedLines = 20;

/** The line among the first that holds most of the headings that we know; else the first line that holds anything. */
export function headingLineOf({ rows }: TableSheet): number {
  let best = rows[0]?.line ?? 0;
  let most = 1;
  for (const { line, cells } of rows.slice(0, searchedLines)) {
    const known = knownTrainingHeadings(cells);
    if (known <= most) continue;
    best = line;
    most = known;
  }
  return best;
}

const headingsAt = ({ rows }: TableSheet, line: number): readonly string[] =>
  rows.find((row) => row.line === line)?.cells ?? [];

const widthOf = (rows: readonly TableRow[]): number =>
  rows.reduce((widest, { cells }) => Math.max(widest, cells.length), 0);

export type SheetChoice = { at?: number; name?: string; headingLine: number | null };
/** What is done with a list as it is read; `begin` comes once, before the first row. */
export type ListReader = { begin(headings: string[]): void; row(row: TableRow): void };

/** Headings by which a sheet is taken for the list where nobody said which it is. */
const tellingHeadings = 2;

/**
 * Reads the rows of one sheet, each let go of once the reader has it; answers how the text was read. Failures: those of
 * `readTable`; notFound (no such sheet), tableEmpty, tableTooManyRows.
 */
export async function readList(
  bytes: Uint8Array,
  choice: CsvChoice,
  wanted: SheetChoice,
  reader: ListReader,
): Promise<Result<Pick<Table, 'encoding' | 'delimiter'>>> {
  const sheets: SheetTaker[] = [];
  let taken: SheetTaker | null = null;
  const decide = (sheet: SheetTaker | undefined): void => {
    if (taken === null && sheet?.settle() === true) taken = sheet;
  };
  const sinkOf = (name: string): RowSink => {
    decide(sheets.at(-1));
    // Sheets without any row do not count: the look does not show them either.
    const at = sheets.filter(({ length }) => length > 0).length;
    const named = wanted.name !== undefined || wanted.at !== undefined;
    const meant = wanted.name !== undefined ? name === wanted.name : at === wanted.at;
    const sheet = sheetTaker(
      wanted.headingLine,
      named ? (meant ? 0 : null) : tellingHeadings,
      reader,
      () => taken,
    );
    sheets.push(sheet);
    return sheet;
  };
  const read = await readRows({ bytes, choice, limits }, sinkOf);
  if (!read.ok) return read;
  decide(sheets.at(-1));
  const found = taken as SheetTaker | null;
  if (found === null) {
    // None speaks of trainings: the first one then, as the person may match its columns.
    if (wanted.name !== undefined || wanted.at !== undefined) return fail('notFound');
    return readList(bytes, choice, { ...wanted, at: 0 }, reader);
  }
  if (found.rows() > mostTrainingRows)
    return fail('tableTooManyRows', { details: { most: mostTrainingRows } });
  const { encoding, delimiter } = read.value;
  return found.rows() === 0 ? fail('tableEmpty') : ok({ encoding, delimiter });
}

type SheetTaker = RowSink & {
  /** Whether this sheet is the list; its first rows are then handed on. */
  settle(): boolean;
  rows(): number;
};

/** `least` headings that must be known; null: not this sheet. */
function sheetTaker(
  headingLine: number | null,
  least: number | null,
  reader: ListReader,
  other: () => SheetTaker | null,
): SheetTaker {
  let waiting: TableRow[] | null = least === null ? null : [];
  let mine = false;
  let line = 0;
  let length = 0;
  let rows = 0;
  const give = (row: TableRow): void => {
    if (row.line <= line) return;
    rows += 1;
    reader.row(row);
  };
  const settle = (): boolean => {
    if (waiting === null || waiting.length === 0) return mine;
    const first = waiting;
    waiting = null;
    const sheet = { name: '', rows: first };
    line = headingLine ?? headingLineOf(sheet);
    const headings = headingsAt(sheet, line).map((text) => text.trim().slice(0, 120).toWellFormed());
    while (headings.length > 0 && headings.at(-1) === '') headings.pop();
    mine = other() === null && knownTrainingHeadings(headings) >= (least ?? 0);
    if (!mine) return false;
    reader.begin(line === 0 ? Array<string>(widthOf(first)).fill('') : headings);
    for (const row of first) give(row);
    return true;
  };
  const enough = Math.max(searchedLines, headingLine ?? 0);
  return {
    get length() {
      return length;
    },
    push(row) {
      length += 1;
      if (mine) give(row);
      else if (waiting !== null && waiting.push(row) >= enough) settle();
    },
    settle,
    rows: () => rows,
  };
}

const sampleRows = 8;
const sampleCells = 30;
const sampleText = 60;
/** Characters of all samples together: a workbook of fifty wide sheets must still fit in one answer. */
const sampleRoom = 50_000;

export type LookInput = { bytes: Uint8Array; choice: CsvChoice };
export type Look = Pick<TrainingList, 'kind' | 'encoding' | 'delimiter' | 'sheets'>;

/** The task `trainingImport.look`: what stands in a file, for a person to see. Failures: those of `readTable`. */
export async function lookAtList({ bytes, choice }: LookInput): Promise<Result<Look>> {
  const table = await readTable({ bytes, choice, limits });
  if (!table.ok) return table;
  const { kind, encoding, delimiter, sheets } = table.value;
  let room = sampleRoom;
  const shown = (cells: readonly string[]): string[] => {
    const clipped = cells.slice(0, sampleCells).map((cell) => cell.slice(0, sampleText).toWellFormed());
    room -= clipped.join('').length;
    return room < 0 ? [] : clipped;
  };
  return ok({
    kind,
    encoding,
    delimiter,
    sheets: sheets.slice(0, 50).map((sheet) => {
      const headingLine = headingLineOf(sheet);
      return {
        name: sheet.name,
        rows: sheet.rows.filter(({ line }) => line > headingLine).length,
        headingLine,
        known: knownTrainingHeadings(headingsAt(sheet, headingLine)),
        columns: widthOf(sheet.rows),
        sample: sheet.rows.slice(0, sampleRows).map(({ line, cells }) => ({ line, cells: shown(cells) })),
      };
    }),
  });
}
