// Reads pasted trainings: the columns by their headings or, without headings, by what stands in them.
import { readDay } from '../workers/read-day.ts';
import { splitTable } from '../workers/split-table.ts';
import { knownTrainingHeadings, type TrainingImportField, trainingColumn } from './import-fields.ts';
import { type ReadRow, readImportRow } from './import-row.ts';
import { readDuration, readListInsz } from './import-values.ts';

export type PastedRow = ReadRow & {
  line: number;
  /** The worker's cell as it was pasted. */
  typedInsz: string;
};
export type PastedList = {
  rows: PastedRow[];
  columns: (TrainingImportField | null)[];
  /** Rows beyond `most`. */
  dropped: number;
};

const mostColumns = 100;

/** `line` counts from 1 as the person sees it. A first row of which two cells are headings of ours is one of headings. */
export function readPastedTrainings(text: string, most: number): PastedList {
  const { rows } = splitTable(text.replace(/^\ufeff/, ''));
  const first = rows[0]?.cells ?? [];
  const headed = knownTrainingHeadings(first) >= Math.min(2, first.length);
  const body = headed ? rows.slice(1) : rows;
  const columns = (headed ? once(first.map(trainingColumn)) : guess(body.map(({ cells }) => cells))).slice(
    0,
    mostColumns,
  );
  const read = body.slice(0, most).map(({ line, cells }) => {
    const cell = (field: TrainingImportField): string => {
      const at = columns.indexOf(field);
      return at < 0 ? '' : (cells[at] ?? '');
    };
    return { ...readImportRow(cell), line, typedInsz: cell('insz').trim() };
  });
  return { rows: read, columns, dropped: Math.max(0, body.length - most) };
}

/** The first of two columns of the same name counts. */
const once = (columns: (TrainingImportField | null)[]): (TrainingImportField | null)[] =>
  columns.map((field, at) => (field !== null && columns.indexOf(field) === at ? field : null));

/** The column of numbers, the first two of days, one of durations, and the longest text as the title. */
function guess(rows: string[][]): (TrainingImportField | null)[] {
  const sample = rows.slice(0, 20);
  const width = Math.min(mostColumns, Math.max(0, ...sample.map((row) => row.length)));
  const columns: (TrainingImportField | null)[] = Array.from({ length: width }, () => null);
  const cellsOf = (at: number): string[] => sample.map((row) => row[at] ?? '').filter((cell) => cell !== '');
  const take = (field: TrainingImportField, fits: (cell: string) => boolean): void => {
    const found = columns.findIndex((taken, at) => {
      const cells = cellsOf(at);
      return taken === null && cells.length > 0 && cells.filter(fits).length * 2 > cells.length;
    });
    if (found >= 0) columns[found] = field;
  };
  take('insz', (cell) => /^\d[\d .\-/]{8,}$/.test(cell) && readListInsz(cell).problem !== 'wrong');
  take('startDate', (cell) => /\D/.test(cell) && readDay(cell) !== null);
  take('endDate', (cell) => /\D/.test(cell) && readDay(cell) !== null);
  take('duration', (cell) => readDuration(cell) !== null);
  const free = columns
    .map((taken, at) => ({ taken, at, letters: cellsOf(at).join('').match(/\p{L}/gu)?.length ?? 0 }))
    .filter(({ taken, letters }) => taken === null && letters > 0)
    .sort((one, other) => other.letters - one.letters);
  const [longest] = free;
  if (longest !== undefined) columns[longest.at] = 'title';
  return columns;
}
