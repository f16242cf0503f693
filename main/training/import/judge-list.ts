// The worker's part of an import: reads a file, or takes the rows as they are kept, matches columns, judges every row and
// hands the rows over block by block.
import { fail, ok, type Result } from '../../../preload/contract/result.ts';
import type { TrainingImportColumn } from '../../../preload/contract/training-import.ts';
import {
  guessTrainingColumns,
  type TrainingImportField,
} from '../../../preload/rules/training/import-fields.ts';
import type { CsvChoice } from '../../platform/tables/read-csv.ts';
import type { Delimiter, Encoding } from '../../platform/tables/table.ts';
import { type Changed, hasProblem, type RowChange, rowChanger } from './change-rows.ts';
import { placesOf, type Rules, rowJudge } from './judge-row.ts';
import {
  addSummary,
  emptySummary,
  inOrder,
  type ListRow,
  needsAttention,
  packRows,
  rowsOfBlock,
  type Summary,
  summaryOf,
  unpackRows,
} from './list-blocks.ts';
import { type PackedFacts, unpackFacts } from './list-facts.ts';
import { indexMaker, type PackedIndex } from './list-index.ts';
import { type ListReader, readList, type SheetChoice } from './list-source.ts';

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
/** Several at a time: each handing over, and each transaction that keeps what was handed over, has a price of its own. */
type Emit = (blocks: readonly JudgedBlock[], transfer: ArrayBuffer[]) => void;
const blocksAtOnce = 10;
export type Judged = {
  columns: TrainingImportColumn[];
  summary: Summary;
  workers: number;
  employers: number;
  changed: Changed[];
  /** Rows that still have the problem which a change of one row was meant for. */
  alike: number;
  index: PackedIndex;
  /** How a text file was read; null in a workbook, and where no file was read. */
  reading: { encoding: Encoding | null; delimiter: Delimiter | null } | null;
};

/**
 * The task `trainingImport.judge`. Of rows that were kept only the blocks that differ are handed over; of a list that is only
 * judged no row is kept that nobody needs to see.
 */
export async function judgeList(
  input: JudgeInput,
  progress: (done: number, total: number | null) => void,
  emit: Emit,
): Promise<Result<Judged>> {
  const { source } = input;
  if (source.kind === 'blocks') {
    const columns = source.columns.map((column, at) => ({
      ...column,
      field: input.fields === null ? column.field : (input.fields[at] ?? null),
    }));
    const judging = startJudging(input, columns, progress, emit);
    for (const before of source.blocks) judging.block(unpackRows(before), before);
    return ok(judging.end());
  }
  const list = fileReader(input, progress, emit);
  const read = await readList(source.bytes, source.choice, source.sheet, list);
  if (!read.ok) return read;
  const judged = list.end();
  return judged.ok ? ok({ ...judged.value, reading: read.value }) : judged;
}

/** Judges rows as they come out of the file, a block at a time. */
function fileReader(
  input: JudgeInput,
  progress: (done: number, total: number | null) => void,
  emit: Emit,
): ListReader & { end(): Result<Judged> } {
  let columns: TrainingImportColumn[] = [];
  let judging: Judging | null = null;
  let rows: ListRow[] = [];
  let number = 0;
  const flush = (): void => {
    if (rows.length === 0) return;
    if (judging === null) {
      columns = columns.map((column, at) => ({ ...column, samples: samplesOf(rows, at) }));
      judging = startJudging(input, columns, progress, emit);
    }
    judging.block(rows, null);
    rows = [];
  };
  return {
    begin(headings) {
      const guessed = guessTrainingColumns(headings, new Map(input.remembered));
      columns = headings.map((heading, at) => ({
        ...{ heading, samples: [] },
        ...(guessed[at] ?? { field: null, how: 'none' }),
      }));
    },
    row({ line, cells }) {
      number += 1;
      rows.push(asListRow(number, line, cells));
      if (rows.length === rowsOfBlock) flush();
    },
    end() {
      flush();
      return judging === null || columns.length === 0 ? fail('tableEmpty') : ok(judging.end());
    },
  };
}

type Judging = { block(rows: readonly ListRow[], before: Uint8Array | null): void; end(): Judged };

function startJudging(
  input: JudgeInput,
  columns: TrainingImportColumn[],
  progress: (done: number, total: number | null) => void,
  emit: Emit,
): Judging {
  const places = placesOf(columns.map(({ field }) => field));
  const judge = rowJudge(input.rules, unpackFacts(input.facts), places, columns.length);
  const change = input.change === null ? null : rowChanger(input.change, places);
  const meant = input.change?.kind === 'one' ? input.change.problem : null;
  const number = input.change?.kind === 'one' ? input.change.number : 0;
  const summary = emptySummary();
  const index = indexMaker();
  const changed: Changed[] = [];
  const waiting: { block: JudgedBlock; buffer: ArrayBuffer }[] = [];
  const handOver = (): void => {
    if (waiting.length === 0) return;
    const blocks = waiting.splice(0);
    emit(
      blocks.map(({ block }) => block),
      blocks.map(({ buffer }) => buffer),
    );
  };
  let at = 0;
  let alike = 0;
  let itself = false;
  const judged = (given: ListRow): ListRow => {
    const after = change?.(given) ?? null;
    if (after !== null)
      changed.push({ number: given.number, before: { fixes: given.fixes, leftOut: given.leftOut }, after });
    const row = judge(after === null ? given : { ...given, ...after });
    if (meant !== null && hasProblem(row, meant, false))
      if (row.number === number) itself = true;
      else alike += 1;
    return row;
  };
  return {
    block(given, before) {
      const rows = given.map(judged);
      const part = summaryOf(rows);
      addSummary(summary, part);
      index.block(rows);
      const bytes = packRows(input.rules.checkOnly ? rows.filter(isShown) : rows);
      if (before === null || Buffer.compare(before, bytes) !== 0)
        waiting.push({ block: { at, rows: bytes, summary: JSON.stringify(part) }, buffer: bytes.buffer });
      if (waiting.length === blocksAtOnce) handOver();
      at += 1;
      progress(summary.rows, null);
    },
    end() {
      handOver();
      return {
        columns,
        summary: inOrder(summary),
        ...{ workers: index.workers(), employers: index.employers() },
        changed,
        alike: itself ? 0 : alike,
        index: index.end(),
        reading: null,
      };
    },
  };
}

const isShown = (row: ListRow): boolean => needsAttention(row) || row.outcome === 'leftOut';

const asListRow = (number: number, line: number, cells: readonly string[]): ListRow => ({
  number,
  line,
  cells,
  fixes: nothingPut,
  leftOut: false,
  outcome: 'refused',
  employerId: null,
  workerId: null,
  findings: nothingFound,
});
const nothingPut: ListRow['fixes'] = Object.freeze({});
const nothingFound: ListRow['findings'] = Object.freeze([]);

function samplesOf(rows: readonly { cells: readonly string[] }[], at: number): string[] {
  const samples: string[] = [];
  for (const { cells } of rows.slice(0, 1_000)) {
    const cell = (cells[at] ?? '').trim().slice(0, 60).toWellFormed();
    if (cell !== '' && !samples.includes(cell)) samples.push(cell);
    if (samples.length === 3) break;
  }
  return samples;
}
