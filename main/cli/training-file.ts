// Reads a CSV file of trainings, whatever its separator, encoding and language of headings.
import type { Finding } from '../../preload/contract/finding.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { readFileWithin } from '../application/terminal-host.ts';
import { decodeText } from '../platform/tables/decode-text.ts';
import { parseDelimited } from '../platform/tables/read-csv.ts';
import { type ReadRow, readTrainingRow } from './training-cells.ts';
import { trainingColumn } from './training-headings.ts';

export type TrainingFile = { rows: ReadRow[]; unknownColumns: string[] };

const mostBytes = 50 * 1024 * 1024;
const mandatory = ['insz', 'title', 'startDate'];

/** Failures: those of `readCsv`; fileUnreadable (also when headings lack a column that is needed: `details.missing`), fileTooLarge. */
export async function readTrainingFile(path: string): Promise<Result<TrainingFile>> {
  const file = await readFileWithin(path, mostBytes);
  if (!file.ok) return file;
  return parseTrainings(decodeText(file.value.bytes));
}

export function parseTrainings(text: string): Result<TrainingFile> {
  const table = parseDelimited(text);
  if (!table.ok) return table;
  const [first, ...body] = table.value.rows;
  const headings = first?.cells ?? [];
  const columns = headings.map(trainingColumn);
  const missing = mandatory.filter((name) => !columns.includes(name));
  if (missing.length > 0) return fail('fileUnreadable', { details: { missing: missing.join(',') } });
  const unknownColumns = headings.filter((heading, at) => columns[at] === null && heading.trim() !== '');
  const rows: ReadRow[] = [];
  for (const { line, cells } of body) {
    const named = new Map<string, string>();
    for (const [place, column] of columns.entries())
      if (column !== null) named.set(column, cells[place] ?? '');
    const read = readTrainingRow(line, named);
    if (cells.length > headings.length) read.findings.push(tooManyCells);
    rows.push(read);
  }
  return ok({ rows, unknownColumns });
}

const tooManyCells: Finding = { rule: 'IMP-COLUMNS', severity: 'blocking', field: null };
