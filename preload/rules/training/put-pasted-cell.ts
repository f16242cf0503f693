// Puts one cell of a pasted table right in its text, so that what is read again is what will be added.
import { splitTable } from '../workers/split-table.ts';

type Place = { line: number; column: number };

/** What stands in a cell of the pasted text; empty where there is no such cell. */
export const pastedCell = (text: string, { line, column }: Place): string =>
  splitTable(text).rows.find((row) => row.line === line)?.cells[column] ?? '';

/** The text with one other cell, every row on its own line as before. `line` counts from 1, `column` from 0. */
export function putPastedCell(text: string, place: Place, value: string): string {
  let written = '';
  let at = 1;
  for (const { line, cells } of splitTable(text.replace(/^\ufeff/, '')).rows) {
    const row = [...cells];
    if (line === place.line) {
      while (row.length <= place.column) row.push('');
      row[place.column] = value;
    }
    const gap = '\n'.repeat(Math.max(written === '' ? 0 : 1, line - at));
    const shown = row.map(quoted).join('\t');
    written += gap + shown;
    at = Math.max(at, line) + shown.split('\n').length - 1;
  }
  return written;
}

const quoted = (cell: string): string => (/["\t\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
