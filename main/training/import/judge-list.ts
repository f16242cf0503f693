// The worker's part of an import: reads a file, or takes the rows as they are kept, matches columns, judges every row and
// hands the rows over block by block.
import { fail, ok, type Result } from '../../../preload/contract/result.ts';
import type { TrainingImportColumn } from '../../../preload/contract/training-import.ts';
import { plainHeading } from '../../../preload/rules/lists/guess-fields.ts';
import {
  guessTrainingColumns,
  type TrainingImportField,
} from '../../../preload/rules/training/import-fields.ts';
import type { CsvChoice } from '../../platform/tables/read-csv.ts';
import { type Changed, hasProblem, type RowChange, rowChanger } from './change-rows.ts';
import { placesOf, type Rules, rowJudge } from './judge-row.ts';
import {
  addSummary,
  emptySummary,
  type ListRow,
  packRows,
  rowsOfBlock,
  type Summary,
  summaryOf,
  unpackRows,
} from './list-blocks.ts';
import { type PackedFacts, unpackFacts } from './list-facts.ts';
import { readList, type SheetChoice } from './list-source.ts';

type Field = TrainingImportField | null;
export type JudgeInput = {
  source:
    | { kind: 'file'; bytes: Uint8Array; choice: CsvChoice; sheet: SheetChoice }
    | { kind: 'blocks'; columns: TrainingImportColumn[]; blocks: readonly Uint8Array[] };
  /** By place; null: guessed, with what was remembered and what was named by heading. */
  fields: readonly Field[] | null;
  remembered: readonly (readonly [string, Field])[];
  facts: PackedFacts;
  rules: Rules;
  change: RowChange | null;
};
export type JudgedBlock = { at: number; rows: Uint8Array; summary: string };
export type Judged = {
  columns: TrainingImportColumn[];
  summary: Summary;
  workers: number;
  employers: number;
  changed: Changed[];
  /** Rows that still have the problem which a change of one row was meant for. */
  alike: number;
};

/** The task `trainingImport.judge`. Of rows that were kept only the blocks that differ are handed over. */
export async function judgeList(
  input: JudgeInput,
  progress: (done: number, total: number | null) => void,
  emit: (block: JudgedBlock, transfer: ArrayBuffer[]) => void,
): Promise<Result<Judged>> {
  const source = await openSource(input);
  if (!source.ok) return source;
  const { columns, total, blocks } = source.value;
  const places = placesOf(columns.map(({ field }) => field));
  const judge = rowJudge(input.rules, unpackFacts(input.facts), places, columns.length);
  const change = input.change === null ? null : rowChanger(input.change, places);
  const meant = input.change?.kind === 'one' ? input.change.problem : null;
  const number = input.change?.kind === 'one' ? input.change.number : 0;
  const summary = emptySummary();
  const workers = new Set<string>();
  const employers = new Set<string>();
  const changed: Changed[] = [];
  let alike = 0;
  let itself = false;
  for (const { at, rows: given, before } of blocks()) {
    const rows = given.map((row) => {
      const after = change?.(row) ?? null;
      if (after !== null)
        changed.push({ number: row.number, before: { fixes: row.fixes, leftOut: row.leftOut }, after });
      const judged = judge(after === null ? row : { ...row, ...after });
      if (judged.outcome === 'create' || judged.outcome === 'duplicate') {
        if (judged.workerId !== null) workers.add(judged.workerId);
        if (judged.employerId !== null) employers.add(judged.employerId);
      }
      if (meant !== null && hasProblem(judged, meant, false))
        if (judged.number === number) itself = true;
        else alike += 1;
      return judged;
    });
    const part = summaryOf(rows);
    addSummary(summary, part);
    const bytes = packRows(rows);
    if (before === null || Buffer.compare(before, bytes) !== 0)
      emit({ at, rows: bytes, summary: JSON.stringify(part) }, [bytes.buffer]);
    progress(summary.rows, total);
  }
  return ok({
    columns,
    summary: { ...summary, kinds: summary.kinds.toSorted((a, b) => b.rows - a.rows) },
    workers: workers.size,
    employers: employers.size,
    changed,
    alike: itself ? 0 : alike,
  });
}

type Block = { at: number; rows: ListRow[]; before: Uint8Array | null };
type Source = { columns: TrainingImportColumn[]; total: number | null; blocks(): Generator<Block> };

async function openSource({ source, fields, remembered }: JudgeInput): Promise<Result<Source>> {
  if (source.kind === 'blocks') {
    const columns = source.columns.map((column, at) => ({
      ...column,
      field: fields === null ? column.field : (fields[at] ?? null),
    }));
    function* blocks(this: void): Generator<Block> {
      for (const [at, before] of (source as { blocks: readonly Uint8Array[] }).blocks.entries())
        yield { at, rows: unpackRows(before), before };
    }
    return ok({ columns, total: null, blocks });
  }
  const list = await readList(source.bytes, source.choice, source.sheet);
  if (!list.ok) return list;
  const { headings, rows } = list.value;
  if (headings.length === 0) return fail('tableEmpty');
  const guessed = guessTrainingColumns(headings, new Map(remembered));
  const columns = headings.map((heading, at): TrainingImportColumn => {
    const guess = guessed[at] ?? { field: null, how: 'none' as const };
    return { heading, samples: samplesOf(rows, at), ...guess };
  });
  const total = rows.length;
  function* blocks(): Generator<Block> {
    const spent = { line: 0, cells: [] };
    for (let first = 0; first < total; first += rowsOfBlock) {
      const part = rows.slice(first, first + rowsOfBlock);
      // What was handed over is let go of: the whole list is never held twice.
      rows.fill(spent, first, first + rowsOfBlock);
      yield {
        at: first / rowsOfBlock,
        rows: part.map(({ line, cells }, place) => asListRow(first + place + 1, line, cells)),
        before: null,
      };
    }
  }
  return ok({ columns, total, blocks });
}

const asListRow = (number: number, line: number, cells: readonly string[]): ListRow => ({
  ...{ number, line, cells, fixes: {}, leftOut: false, outcome: 'refused' },
  ...{ employerId: null, workerId: null, findings: [] },
});

function samplesOf(rows: readonly { cells: readonly string[] }[], at: number): string[] {
  const samples: string[] = [];
  for (const { cells } of rows.slice(0, 1_000)) {
    const cell = (cells[at] ?? '').trim().slice(0, 60).toWellFormed();
    if (cell !== '' && !samples.includes(cell)) samples.push(cell);
    if (samples.length === 3) break;
  }
  return samples;
}

/** The key under which a heading is remembered; empty: it is not. */
export const headingKey = (heading: string): string => plainHeading(heading);
