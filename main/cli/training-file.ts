// Reads a CSV file of trainings, whatever its separator, encoding and language of headings.
import Papa from 'papaparse';
import type { Finding } from '../../preload/contract/finding.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { separatorOf } from '../../preload/rules/workers/split-table.ts';
import { readFileWithin } from '../application/terminal-host.ts';
import { decodeText } from './decode-text.ts';
import { type ReadRow, readTrainingRow } from './training-cells.ts';
import { trainingColumn } from './training-headings.ts';

export type TrainingFile = { rows: ReadRow[]; unknownColumns: string[] };

const mostBytes = 50 * 1024 * 1024;
const mandatory = ['insz', 'title', 'startDate'];

/** Failures: fileUnreadable (also when headings lack a column that is needed: `details.missing`), fileTooLarge. */
export async function readTrainingFile(path: string): Promise<Result<TrainingFile>> {
  const file = await readFileWithin(path, mostBytes);
  if (!file.ok) return file;
  return parseTrainings(decodeText(file.value.bytes));
}

export function parseTrainings(text: string): Result<TrainingFile> {
  // Guessing by all rows goes wrong on short files and on titles with commas: the headings decide.
  const delimiter = separatorOf(text.split(/\r?\n/, 1)[0] ?? '');
  const { data } = Papa.parse<string[]>(text, { delimiter, skipEmptyLines: false });
  const [headings = [], ...body] = data;
  const columns = headings.map(trainingColumn);
  const missing = mandatory.filter((name) => !columns.includes(name));
  if (missing.length > 0) return fail('fileUnreadable', { details: { missing: missing.join(',') } });
  const unknownColumns = headings.filter((heading, at) => columns[at] === null && heading.trim() !== '');
  const rows: ReadRow[] = [];
  for (const [at, cells] of body.entries()) {
    if (cells.every((cell) => cell.trim() === '')) continue;
    const named = new Map<string, string>();
    for (const [place, column] of columns.entries())
      if (column !== null) named.set(column, cells[place] ?? '');
    const read = readTrainingRow(at + 2, named);
    if (cells.length > headings.length) read.findings.push(tooManyCells);
    rows.push(read);
  }
  return ok({ rows, unknownColumns });
}

const tooManyCells: Finding = { rule: 'IMP-COLUMNS', severity: 'blocking', field: null };
