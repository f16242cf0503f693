// Writes rows as a file for a spreadsheet. No cell of it can start a formula in the program that opens it.
import writeXlsxFile from 'write-excel-file/node';
import { encodeText } from './encode-text.ts';
import type { Delimiter, Encoding } from './table.ts';

export type Sheet = { name: string; headings: readonly string[]; rows: readonly (readonly string[])[] };

/** Signs with which a spreadsheet takes a cell for a formula, their full-width and small forms included. */
const signs = String.raw`[=+\-@\uff1d\uff0b\uff0d\uff20\u2212\ufe62\ufe63\ufe66\ufe6b]`;
/** What a spreadsheet may leave out before it looks: blanks, marks, signs without width, quotes. */
const startsFormula = new RegExp(String.raw`^(?:[\t\r\n]|[\p{Cc}\p{Cf}\p{Z}"]*${signs})`, 'v');
/**
 * A spreadsheet set to another separator cuts our lines at that one, also inside quotes that do not begin its cell: each
 * piece must be harmless too. Excel's first line `sep=;` would stop that, but makes Excel forget that the text is UTF-8.
 */
const pieceStart = String.raw`[,;\|\t\r\n][[\p{Cc}--[\t\r\n]]\p{Cf}\p{Z}"]*`;
const piece = new RegExp(`${pieceStart}(?=${signs})`, 'gv');
const neutralPiece = new RegExp(`(${pieceStart})'(?=${signs})`, 'gv');

/** `=1+1` → `'=1+1`: text in every spreadsheet. */
export const neutral = (cell: string): string => (startsFormula.test(cell) ? `'${cell}` : cell);

/** The other way, for a file that comes back. */
export const unneutral = (cell: string): string =>
  (cell.startsWith("'") && startsFormula.test(cell.slice(1)) ? cell.slice(1) : cell).replace(
    neutralPiece,
    '$1',
  );

export type CsvForm = { encoding: Encoding; delimiter: Delimiter };
/** With a byte order mark: what Excel in Belgium opens without asking. */
const usual: CsvForm = { encoding: 'utf-8', delimiter: ';' };

/** In another form when a file goes back as it came. What its encoding does not have makes it UTF-8: nothing is lost. */
export function writeCsv({ headings, rows }: Sheet, { encoding, delimiter }: CsvForm = usual): Uint8Array {
  const lines = [headings, ...rows].map((cells) =>
    cells.map((cell) => quoted(cell, delimiter)).join(delimiter),
  );
  return encodeText(`${lines.join('\r\n')}\r\n`, encoding);
}

function quoted(cell: string, delimiter: Delimiter): string {
  const text = neutral(cell).replace(piece, "$&'");
  return /["\r\n]|^\s|\s$/.test(text) || text.includes(delimiter) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Every cell is text, so that numbers keep their zeros; headings stay in view. */
export async function writeXlsx(sheet: Sheet): Promise<Uint8Array> {
  const widest = 40;
  const columns = sheet.headings.map((heading, at) => ({
    width: Math.min(
      widest,
      Math.max(heading.length, ...sheet.rows.slice(0, 200).map((row) => row[at]?.length ?? 0)) + 2,
    ),
  }));
  const headings = sheet.headings.map((value) => ({ ...textCell(value), fontWeight: 'bold' as const }));
  const data = [headings, ...sheet.rows.map((row) => row.map(textCell))];
  return writeXlsxFile(data, { columns, sheet: sheet.name.slice(0, 31), stickyRowsCount: 1 }).toBuffer();
}

/** A cell of a workbook: text that starts no formula; characters that XML cannot hold are left out. */
export const textCell = (value: string) => ({
  value: neutral(value)
    .toWellFormed()
    .replace(/[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu, ''),
  type: String,
  format: '@' as const,
});
