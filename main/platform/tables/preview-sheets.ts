// What a person sees of a list before anything is taken from it: its sheets, the line of the headings, the first rows.
import type { TableRow, TableSheet } from './table.ts';

/** How many of these headings a list of its kind knows. */
export type KnownHeadings = (cells: readonly string[]) => number;

/** Rows above this one are titles. */
const searchedLines = 20;

/** The line among the first that holds most of the headings that are known; else the first line that holds anything. */
export function headingLineIn({ rows }: TableSheet, known: KnownHeadings): number {
  let best = rows[0]?.line ?? 0;
  let most = 1;
  for (const { line, cells } of rows.slice(0, searchedLines)) {
    const count = known(cells);
    if (count <= most) continue;
    best = line;
    most = count;
  }
  return best;
}

export const cellsAt = ({ rows }: TableSheet, line: number): readonly string[] =>
  rows.find((row) => row.line === line)?.cells ?? [];

export const widest = (rows: readonly TableRow[]): number =>
  rows.reduce((most, { cells }) => Math.max(most, cells.length), 0);

const sampleRows = 8;
const sampleCells = 30;
const sampleText = 60;
/** Characters of all samples together: a workbook of fifty wide sheets must still fit in one answer. */
const sampleRoom = 50_000;

/** The first fifty sheets with samples of their rows. */
export function previewSheets(sheets: readonly TableSheet[], known: KnownHeadings) {
  let room = sampleRoom;
  const shown = (cells: readonly string[]): string[] => {
    const clipped = cells.slice(0, sampleCells).map((cell) => cell.slice(0, sampleText).toWellFormed());
    room -= clipped.join('').length;
    return room < 0 ? [] : clipped;
  };
  return sheets.slice(0, 50).map((sheet) => {
    const headingLine = headingLineIn(sheet, known);
    return {
      name: sheet.name,
      rows: sheet.rows.filter(({ line }) => line > headingLine).length,
      headingLine,
      known: known(cellsAt(sheet, headingLine)),
      columns: widest(sheet.rows),
      sample: sheet.rows.slice(0, sampleRows).map(({ line, cells }) => ({ line, cells: shown(cells) })),
    };
  });
}
