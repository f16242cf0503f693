// Tasks of a worker thread that look at the file of a planning: what stands in it, and which columns a sheet of it has.
import { mostPlanningColumns, mostPlanningRows } from '../../preload/contract/planning-import.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { knownPlanningHeadings } from '../../preload/rules/planning/planning-fields.ts';
import { cellsAt, headingLineIn, previewSheets, widest } from '../platform/tables/preview-sheets.ts';
import type { CsvChoice } from '../platform/tables/read-csv.ts';
import { readTable } from '../platform/tables/read-table.ts';
import type { Table, TableRow, TableSheet } from '../platform/tables/table.ts';

export type PlanningFile = { bytes: Uint8Array; choice: CsvChoice };
export type SheetChoice = { sheet: number; headingLine: number | null };

const limits = {
  // Room for headings and titles above the rows that count.
  rows: mostPlanningRows + 50,
  columns: mostPlanningColumns,
  unpackedBytes: 200_000_000,
  cell: 400,
};

export type PlanningColumns = { headings: string[]; headingLine: number; rows: number; samples: string[][] };
export type PlanningLook = Pick<Table, 'kind' | 'encoding' | 'delimiter'> & {
  sheets: ReturnType<typeof previewSheets>;
  /** Of each sheet, by the headings as they are guessed. */
  columns: PlanningColumns[];
};

/** The task `planning.look`. Failures: those of `readTable`. */
export async function lookAtPlanning({ bytes, choice }: PlanningFile): Promise<Result<PlanningLook>> {
  const table = await readTable({ bytes, choice, limits });
  if (!table.ok) return table;
  const { sheets, ...read } = table.value;
  const columns = sheets.slice(0, 50).map((sheet) => columnsUnder(sheetUnder(sheet, null)));
  return ok({ ...read, sheets: previewSheets(sheets, knownPlanningHeadings), columns });
}

export type PlanningSheet = { headings: string[]; headingLine: number; rows: TableRow[] };

function sheetUnder(sheet: TableSheet, headingLine: number | null): PlanningSheet {
  const line = headingLine ?? headingLineIn(sheet, knownPlanningHeadings);
  const rows = sheet.rows.filter((row) => row.line > line);
  const headings = cellsAt(sheet, line).map((text) => text.trim().slice(0, 120).toWellFormed());
  while (headings.length > 0 && headings.at(-1) === '') headings.pop();
  return {
    headings: line === 0 ? Array<string>(widest(rows)).fill('') : headings,
    headingLine: line,
    rows,
  };
}

/** Headings with up to three samples of each. */
function columnsUnder({ headings, headingLine, rows }: PlanningSheet): PlanningColumns {
  const samples = headings.map((_, at) => {
    const found: string[] = [];
    for (const { cells } of rows) {
      const cell = (cells[at] ?? '').trim().slice(0, 60).toWellFormed();
      if (cell !== '' && !found.includes(cell)) found.push(cell);
      if (found.length === 3) break;
    }
    return found;
  });
  return { headings, headingLine, rows: rows.length, samples };
}

/** The rows of one sheet under their headings. Failures: those of `readTable`; notFound, tableEmpty, tableTooManyRows. */
export async function readSheet({
  bytes,
  choice,
  sheet,
  headingLine,
}: PlanningFile & SheetChoice): Promise<Result<PlanningSheet>> {
  const table = await readTable({ bytes, choice, limits });
  if (!table.ok) return table;
  const chosen = table.value.sheets[sheet];
  if (chosen === undefined) return fail('notFound');
  const read = sheetUnder(chosen, headingLine);
  if (read.rows.length === 0) return fail('tableEmpty');
  return read.rows.length > mostPlanningRows
    ? fail('tableTooManyRows', { details: { most: mostPlanningRows } })
    : ok(read);
}

/** The task `planning.columns`: of a sheet whose headings stand on another line than guessed. */
export async function columnsOfPlanning(input: PlanningFile & SheetChoice): Promise<Result<PlanningColumns>> {
  const read = await readSheet(input);
  return read.ok ? ok(columnsUnder(read.value)) : read;
}
