// Task of a worker thread that reads a planning by its columns: planned stays and refused rows, handed over in parts.
import { ok, type Result } from '../../preload/contract/result.ts';
import type { PlanningField } from '../../preload/rules/planning/planning-fields.ts';
import { type PlanningFile, readSheet, type SheetChoice } from './look-planning.ts';
import {
  type PackedNames,
  type PlannedStayRow,
  type PlanningSums,
  rowReader,
  type TakenRow,
} from './row-reader.ts';

export type PlanningOrder = PlanningFile &
  SheetChoice & { fields: (PlanningField | null)[]; names: PackedNames };

/** A row that could not be read as it came; its cells are those of the file. */
export type ShownRow = Pick<TakenRow, 'outcome' | 'who' | 'findings'> & { line: number; cells: string[] };
export type PlanningPart = { stays: PlannedStayRow[]; refused: ShownRow[]; numbers: [string, string][] };

const rowsOfPart = 500;
/** Characters of a refused row that go back. */
const longestCell = 400;

/** The task `planning.read`. Failures: those of reading the sheet. */
export async function readPlanning(
  order: PlanningOrder,
  progress: (done: number, total: number | null) => void,
  handOver: (part: unknown, transfer: ArrayBuffer[]) => void,
): Promise<Result<PlanningSums>> {
  const sheet = await readSheet(order);
  if (!sheet.ok) return sheet;
  const { rows } = sheet.value;
  const reader = rowReader(order.fields, order.names);
  let part: PlanningPart = { stays: [], refused: [], numbers: [] };
  for (const [at, { line, cells }] of rows.entries()) {
    const { outcome, who, findings, stays, number } = reader.take(line, cells);
    part.stays.push(...stays);
    if (number !== null) part.numbers.push(number);
    if (outcome === 'refused')
      part.refused.push({
        ...{ line, outcome, who, findings },
        cells: cells.map((text) => text.slice(0, longestCell)),
      });
    if ((at + 1) % rowsOfPart !== 0) continue;
    handOver(part, []);
    part = { stays: [], refused: [], numbers: [] };
    progress(at + 1, rows.length);
  }
  handOver(part, []);
  return ok(reader.sums());
}
