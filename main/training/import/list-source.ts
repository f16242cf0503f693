// The rows of a file: the sheet that was chosen, its headings found among the first lines, and what lies under them.

import { fail, ok, type Result } from '../../../preload/contract/result.ts';
import {
  mostTrainingColumns,
  mostTrainingRows,
  type TrainingList,
} from '../../../preload/contract/training-import.ts';
import { knownTrainingHeadings } from '../../../preload/rules/training/import-fields.ts';
import type { CsvChoice } from '../../platform/tables/read-csv.ts';
import { readTable } from '../../platform/tables/read-table.ts';
import type { TableRow, TableSheet } from '../../platform/tables/table.ts';

/** Room for headings and titles above the rows that count. */
const limits = {
  rows: mostTrainingRows + 50,
  columns: mostTrainingColumns,
  unpackedBytes: 200_000_000,
  cell: 4_000,
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
export type ListRows = { headings: string[]; rows: TableRow[] };

/** Failures: those of `readTable`; notFound (no such sheet), tableEmpty, tableTooManyRows. */
export async function readList(
  bytes: Uint8Array,
  choice: CsvChoice,
  wanted: SheetChoice,
): Promise<Result<ListRows>> {
  const table = await readTable({ bytes, choice, limits });
  if (!table.ok) return table;
  const { sheets } = table.value;
  const sheet = sheets.find((one, at) =>
    wanted.name !== undefined ? one.name === wanted.name : at === (wanted.at ?? bestSheet(sheets)),
  );
  if (sheet === undefined) return fail('notFound');
  const line = wanted.headingLine ?? headingLineOf(sheet);
  const body = sheet.rows.filter((row) => row.line > line);
  if (body.length === 0) return fail('tableEmpty');
  if (body.length > mostTrainingRows)
    return fail('tableTooManyRows', { details: { most: mostTrainingRows } });
  const own = headingsAt(sheet, line).map((heading) => heading.trim().slice(0, 120).toWellFormed());
  while (own.length > 0 && own.at(-1) === '') own.pop();
  return ok({ headings: line === 0 ? Array(widthOf(body)).fill('') : own, rows: body });
}

function bestSheet(sheets: readonly TableSheet[]): number {
  let best = 0;
  let most = 0;
  for (const [at, sheet] of sheets.entries()) {
    const known = knownTrainingHeadings(headingsAt(sheet, headingLineOf(sheet)));
    if (known <= most) continue;
    best = at;
    most = known;
  }
  return best;
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
