// A list that a person saved in the official application: its rows, and which column seems to be what.
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import type { TrainingFields } from '../../preload/contract/training.ts';
import {
  guessTrainingColumns,
  knownTrainingHeadings,
  type TrainingImportField,
} from '../../preload/rules/training/import-fields.ts';
import type { TableSheet } from '../platform/tables/table.ts';
import { runInWorker } from '../platform/workers.ts';

const limits = { rows: 20_000, columns: 100, unpackedBytes: 100_000_000, cell: 2_500 };
const heapMb = 320;

export type ListFields = (TrainingImportField | null)[];
export type KnownSheet = { headings: string[]; rows: TableSheet['rows']; fields: ListFields };

/** Failures: those of reading a table; tableEmpty. Headings that say nothing leave their column to be chosen by a person. */
export async function readListFile(bytes: Uint8Array): Promise<Result<KnownSheet>> {
  const run = await runInWorker('table.read', { bytes, choice: {}, limits }, { maxHeapMb: heapMb });
  if (!run.ok) return run;
  if (!run.value.ok) return run.value;
  const sheet = bestSheet(run.value.value.sheets);
  return sheet === null ? fail('tableEmpty') : ok(sheet);
}

/** The sheet and line whose headings say most to us, rows under it; else the first line of the first sheet with rows. */
function bestSheet(sheets: readonly TableSheet[]): KnownSheet | null {
  let best: KnownSheet | null = null;
  let most = 1;
  for (const sheet of sheets)
    for (const [at, { cells }] of sheet.rows.slice(0, 20).entries()) {
      const known = knownTrainingHeadings(cells);
      if (known <= most) continue;
      most = known;
      best = under(sheet, at);
    }
  const first = sheets.find(({ rows }) => rows.length > 1);
  return best ?? (first === undefined ? null : under(first, 0));
}

const under = (sheet: TableSheet, at: number): KnownSheet => {
  const headings = [...(sheet.rows[at]?.cells ?? [])];
  return {
    headings,
    rows: sheet.rows.slice(at + 1),
    fields: guessTrainingColumns(headings).map(({ field }) => field),
  };
};

/** What cannot be told from a list with these columns; `worker` is known where the file is of one worker-year. */
export function missingColumn(fields: ListFields, ofOneYear: boolean): 'title' | 'insz' | null {
  if (!fields.includes('title')) return 'title';
  const named = fields.includes('insz') || fields.includes('workerName');
  return named || ofOneYear ? null : 'insz';
}

/** What a list with these columns speaks of. */
export function saidBy(fields: ListFields): (keyof TrainingFields)[] {
  const inRegister: Partial<Record<TrainingImportField, keyof TrainingFields>> = {
    duration: 'durationMinutes',
    deducted: 'deductedMinutes',
    cost: 'costCents',
  };
  const apart = new Set<TrainingImportField>(['enterpriseNumber', 'insz', 'workerName', 'externalReference']);
  return fields.flatMap((field) =>
    field === null || apart.has(field) ? [] : [inRegister[field] ?? (field as keyof TrainingFields)],
  );
}
