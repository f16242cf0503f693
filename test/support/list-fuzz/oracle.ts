// What must hold of every list, by code that shares nothing with the reader: each row is there, each cell as it was written,
// and each value of a row that becomes a draft means what its cell says, or a finding says at that cell that it does not.

import type { ListRow } from '../../../main/training/import/list-blocks.ts';
import type { TrainingFields } from '../../../preload/contract/training.ts';
import { type Column, type Table, workers } from './table.ts';

const shown = (cell: string): string => cell.toWellFormed().slice(0, 4_000);
const isBlank = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === '');

/** The table as it should come out of the file, or what is missing. */
export function sameTable(table: Table, rows: readonly Pick<ListRow, 'line' | 'cells'>[]): string | null {
  const written = table.rows.slice(1).filter((cells) => !isBlank(cells));
  if (written.length !== rows.length) return `${rows.length} of ${written.length} rows`;
  for (const [at, cells] of written.entries()) {
    const read = rows[at]?.cells ?? [];
    for (let place = 0; place < Math.max(cells.length, read.length); place += 1)
      if (shown(cells[place] ?? '').trim() !== (read[place] ?? '').trim())
        return `row ${at}: ${JSON.stringify(cells[place])} became ${JSON.stringify(read[place])}`;
  }
  return null;
}

/** Of a damaged text: all signs that are no separator, in their order, but for the lines above the rows. */
export function sameSigns(text: string, rows: readonly Pick<ListRow, 'cells'>[]): string | null {
  // Pages of text in one cell are cut, and told as too long where they mean anything.
  if (rows.some(({ cells }) => cells.some((cell) => cell.length >= 4_000))) return null;
  const bare = (one: string): string => one.toWellFormed().replace(/[\s";,|\ufeff]/g, '');
  const read = bare(rows.flatMap(({ cells }) => cells).join(''));
  return bare(text).endsWith(read) ? null : `signs differ: ${read.slice(0, 80)}`;
}

function rightInsz(text: string): boolean {
  const base = BigInt(text.slice(0, 9));
  const check = BigInt(text.slice(9));
  return 97n - (base % 97n) === check || 97n - ((2_000_000_000n + base) % 97n) === check;
}

const day = (text: string): string | null => {
  const parts = text.trim().split(/[ T]/)[0]?.split(/[-/.]/) ?? [];
  const [one = '', two = '', three = ''] = parts;
  if (parts.length !== 3) return null;
  const [year, month, date] =
    one.length === 4 ? [one, two, three] : [three.length === 2 ? `20${three}` : three, two, one];
  return `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
};

type Judged = { row: ListRow; fields: TrainingFields; insz: string | null };

/** What a draft would hold that its cell does not say; null when all is well. */
export function sameMeaning(
  columns: readonly (Column | null)[],
  { row, fields, insz }: Judged,
): string | null {
  if (row.outcome !== 'create' && row.outcome !== 'duplicate') return null;
  const told = new Set(row.findings.map(({ field }) => field));
  // A text that only a formula keeps from being a number, and the sign that keeps a text from being a formula, are not its value.
  const cellOf = (column: Column): string =>
    (row.cells[columns.indexOf(column)] ?? '')
      .trim()
      .replace(/^="(.*)"$/s, '$1')
      .replace(/^'(?=[=+@-])/, '');
  const wrong = (column: Column, value: unknown): string =>
    `${column} ${JSON.stringify(cellOf(column))} became ${JSON.stringify(value)}`;
  if (!told.has('title') && fields.title !== cellOf('title')) return wrong('title', fields.title);
  const digits = cellOf('insz').replace(/\D/g, '');
  if (insz === null || !rightInsz(insz) || !workers.includes(insz)) return wrong('insz', insz);
  if (!told.has('insz') && digits !== insz) return wrong('insz', insz);
  const start = cellOf('startDate');
  if (
    !told.has('startDate') &&
    day(start) !== fields.startDate &&
    start.replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3') !== fields.startDate
  )
    return wrong('startDate', fields.startDate);
  const minutes = minutesOf(cellOf('duration'));
  if (!told.has('duration') && minutes !== null && minutes !== fields.durationMinutes)
    return wrong('duration', fields.durationMinutes);
  return null;
}

function minutesOf(text: string): number | null {
  const only = /^(\d+) min$/.exec(text);
  if (only) return Number(only[1]);
  const [hours, minutes] = text.split(/[:u]/);
  if (minutes !== undefined) return Number(hours) * 60 + Number(minutes);
  const whole = text === '' ? Number.NaN : Number(text.replace(',', '.'));
  return Number.isNaN(whole) ? null : Math.round(whole * 60);
}
