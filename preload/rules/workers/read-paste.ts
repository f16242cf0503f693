// Reads a pasted list of workers: finds the columns by their headings or, without headings, by what stands in them.
import type { Finding } from '../../contract/finding.ts';
import { parseInsz } from '../identifiers/insz.ts';
import { checkWorker, type WorkerFacts } from './check-worker.ts';
import { readDay } from './read-day.ts';
import { splitTable } from './split-table.ts';
import { type WorkerColumn, workerColumn } from './worker-headings.ts';

export type PastedWorker = {
  line: number;
  insz: string;
  familyName: string;
  givenName: string;
  /** `yyyy-mm-dd` where it could be read, else as typed. */
  startDate: string;
  endDate: string | null;
  employmentHundredths: number | null;
  findings: Finding[];
};
export type Paste = { rows: PastedWorker[]; columns: string[]; dropped: number };

/** Most rows taken at once; what is beyond is counted as dropped. */
export const maxPastedRows = 500;

/** Each row with its findings; a number that comes twice is told at its second line. */
export function readPaste(text: string, facts: WorkerFacts): Paste {
  const table = splitTable(text.replace(/^\ufeff/, ''));
  const first = table.rows[0]?.cells ?? [];
  const named = first.map(workerColumn);
  const hasHeadings = named.filter((column) => column !== null).length >= Math.min(2, first.length);
  const columns = hasHeadings ? named : guessColumns(table.rows.map((row) => row.cells));
  const body = hasHeadings ? table.rows.slice(1) : table.rows;
  const seen = new Map<string, number>();
  const rows = body.slice(0, maxPastedRows).map(({ line, cells }) => {
    const row = readRow(line, cells, columns);
    row.findings = checkWorker(row, facts);
    const insz = parseInsz(row.insz);
    const before = insz === null ? undefined : seen.get(insz);
    if (before !== undefined)
      row.findings.unshift({
        rule: 'WRK-DOUBLE',
        severity: 'blocking',
        field: 'insz',
        params: { line: before },
      });
    else if (insz !== null) seen.set(insz, line);
    return row;
  });
  return {
    rows,
    columns: columns
      .map((column, at) => column ?? (hasHeadings ? (first[at] ?? '') : ''))
      .map((name) => name.slice(0, 60))
      .slice(0, 40),
    dropped: Math.max(0, body.length - maxPastedRows),
  };
}

function readRow(line: number, cells: string[], columns: (WorkerColumn | null)[]): PastedWorker {
  const cell = (column: WorkerColumn) => {
    const at = columns.indexOf(column);
    return at < 0 ? '' : (cells[at] ?? '').trim();
  };
  const [family, given] = namesOf(cell('familyName'), cell('givenName'), cell('fullName'));
  const insz = cell('insz');
  return {
    line,
    insz: (parseInsz(insz) ?? insz).slice(0, 40),
    familyName: family.slice(0, 200),
    givenName: given.slice(0, 200),
    startDate: (readDay(cell('startDate')) ?? cell('startDate')).slice(0, 40),
    endDate: cell('endDate') === '' ? null : (readDay(cell('endDate')) ?? cell('endDate')).slice(0, 40),
    employmentHundredths: readPart(cell('employmentHundredths')),
    findings: [],
  };
}

/** One column with both names: `Bensoltane, Rania` or, without a comma, the given name last. */
function namesOf(family: string, given: string, full: string): [string, string] {
  if (family !== '' || full === '') return [family, given];
  const comma = full.indexOf(',');
  if (comma > 0) return [full.slice(0, comma).trim(), full.slice(comma + 1).trim()];
  const blank = full.lastIndexOf(' ');
  return blank > 0 ? [full.slice(0, blank).trim(), full.slice(blank + 1).trim()] : [full, given];
}

/** `80`, `80 %`, `0,8` and `4/5` all mean four fifths; null when nothing stands there, 0 when it cannot be read. */
export function readPart(text: string): number | null {
  const typed = text.replace(/\s/g, '').replace(',', '.');
  if (typed === '') return null;
  const fraction = /^(\d{1,3})\/(\d{1,3})$/.exec(typed);
  if (fraction && Number(fraction[2]) > 0)
    return Math.round((Number(fraction[1]) / Number(fraction[2])) * 100);
  const percent = /^(\d{1,3}(?:\.\d+)?)%$/.exec(typed);
  if (percent) return Math.round(Number(percent[1]));
  const value = Number(typed);
  if (!/^\d{1,3}(\.\d+)?$/.test(typed)) return 0;
  return value <= 1 ? Math.round(value * 100) : Math.round(value);
}

/** Without headings: the column of numbers, the first column of days, and the texts that are left as names. */
function guessColumns(rows: string[][]): (WorkerColumn | null)[] {
  const sample = rows.slice(0, 20);
  const width = Math.max(0, ...sample.map((row) => row.length));
  const columns: (WorkerColumn | null)[] = Array.from({ length: width }, () => null);
  const most = (at: number, fits: (text: string) => boolean) => {
    const filled = sample.map((row) => row[at] ?? '').filter((text) => text !== '');
    return filled.length > 0 && filled.filter(fits).length * 2 > filled.length;
  };
  const take = (column: WorkerColumn, fits: (text: string) => boolean) => {
    const at = columns.findIndex((taken, index) => taken === null && most(index, fits));
    if (at >= 0) columns[at] = column;
  };
  take('insz', (text) => text.replace(/\D/g, '').length === 11);
  take('startDate', (text) => readDay(text) !== null);
  take('endDate', (text) => readDay(text) !== null);
  take('employmentHundredths', (text) => /^[\d.,/% ]+$/.test(text));
  take('familyName', (text) => /\p{L}/u.test(text));
  take('givenName', (text) => /\p{L}/u.test(text));
  return columns;
}
