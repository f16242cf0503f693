// What a file with rows is once it was read, whatever wrote it, and how much of it is taken.
import { withoutTurns } from '../../../preload/rules/text/plain-words.ts';

/** `line` counts from 1 as a spreadsheet shows it; cells are text, days `yyyy-mm-dd`, numbers in plain digits. */
export type TableRow = { line: number; cells: string[] };
export type TableSheet = { name: string; rows: TableRow[] };

/** Takes rows as they are read: an array, or what lets go of each. `length` counts all that came. */
export type RowSink = { push(row: TableRow): unknown; readonly length: number };

export const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const;
export type Encoding = (typeof encodings)[number];
export const delimiters = [';', ',', '\t', '|'] as const;
export type Delimiter = (typeof delimiters)[number];

export type Table = {
  kind: 'csv' | 'xlsx';
  /** Null in a workbook, which says them itself. */
  encoding: Encoding | null;
  delimiter: Delimiter | null;
  sheets: TableSheet[];
};

export type TableLimits = {
  /** Rows with anything in them, over all sheets. */
  rows: number;
  columns: number;
  /** Bytes that the parts of a workbook may unpack to. */
  unpackedBytes: number;
  /** Characters of one cell that are kept; `longestCell` when absent. */
  cell?: number;
  /** NUL characters here and there stay in their cells, for whoever tells of them there. */
  keepsNul?: boolean;
};

/** 100,000 rows of a workbook unpack to some 40 MB; a workbook of gigabytes in a few kilobytes is meant to hurt. */
export const widestLimits: TableLimits = { rows: 100_000, columns: 500, unpackedBytes: 200_000_000 };

/** Longest text of a cell in a spreadsheet; a longer one is cut. */
export const longestCell = 32_767;

/**
 * Characters of all cells of a file together. A workbook says a long text once and points to it from any number of cells,
 * so its size tells nothing of what it grows to; no list that a person keeps comes near this.
 */
export const mostCharacters = 20_000_000;

/** A cell as it is kept: well-formed, no longer than a spreadsheet allows, and nothing in it turns the direction of reading. */
export const cellText = (text: string, most = longestCell): string =>
  withoutTurns(text.slice(0, most)).toWellFormed();

/** Counts cells as they come; false once they hold more than `mostCharacters`. An empty cell counts for one. */
export function characterCount(): (cell: string) => boolean {
  let left = mostCharacters;
  return (cell) => {
    left -= cell.length + 1;
    return left >= 0;
  };
}

export const isBlank = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === '');
