// Tasks of a worker thread that look at the file of a planning: what stands in it, and which columns a sheet of it has.
import { mostPlanningColumns, mostPlanningRows } from '../../preload/contract/planning.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { knownPlanningHeadings } from '../../preload/rules/planning/planning-fields.ts';
import { cellsAt, headingLineIn, previewSheets, widest } from '../platform/tables/preview-sheets.ts';
import type { CsvChoice } from '../platform/tables/read-csv.ts';
import { readTable } from '../platform/tables/read-table.ts';
import type { Table, TableRow } from '../platform/tables/table.ts';

export type PlanningFile = { bytes: Uint8Array; choice: CsvChoice };
export type SheetChoice = { sheet: number; headingLine: number | null };

const limits = {
  // Room for headings and titles above the rows that count.
  rows: mostPlanningRows + 50,
  columns: mostPlanningColumns,
  unpackedBytes: 200_000_000,
  cell: 400,
};

export type PlanningLook = Pick<Table, 'kind' | 'encoding' | 'delimiter'> & {
  sheets: ReturnType<typeof previewSheets>;
};

/** The task `planning.look`. Failures: those of `readTable`. */
export async function lookAtPlanning({ bytes, choice }: PlanningFile): Promise<Result<PlanningLook>> {
  const table = await readTable({ bytes, choice, limits });
  if (!table.ok) return table;
  const { sheets, ...read } = table.value;
  return ok({ ...read, sheets: previewSheets(sheets, knownPlanningHeadings) });
}

export type PlanningSheet = { headings: string[]; headingLine: number; rows: TableRow[] };

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
  const line = headingLine ?? headingLineIn(chosen, knownPlanningHeadings);
  const rows = chosen.rows.filter((row) => row.line > line);
  if (rows.length === 0) return fail('tableEmpty');
  if (rows.length > mostPlanningRows)
    return fail('tableTooManyRows', { details: { most: mostPlanningRows } });
  const headings = cellsAt(chosen, line).map((text) => text.trim().slice(0, 120).toWellFormed());
  while (headings.length > 0 && headings.at(-1) === '') headings.pop();
  return ok({
    headings: line === 0 ? Array<string>(widest(rows)).fill('') : headings,
    headingLine: line,
    rows,
  });
}

export type PlanningColumns = { headings: string[]; headingLine: number; rows: number; samples: string[][] };

/** The task `planning.columns`: headings of a sheet with up to three samples of each. */
export async function columnsOfPlanning(input: PlanningFile & SheetChoice): Promise<Result<PlanningColumns>> {
  const read = await readSheet(input);
  if (!read.ok) return read;
  const { headings, headingLine, rows } = read.value;
  const samples = headings.map((_, at) => {
    const found: string[] = [];
    for (const { cells } of rows) {
      const cell = (cells[at] ?? '').trim().slice(0, 60).toWellFormed();
      if (cell !== '' && !found.includes(cell)) found.push(cell);
      if (found.length === 3) break;
    }
    return found;
  });
  return ok({ headings, headingLine, rows: rows.length, samples });
}
