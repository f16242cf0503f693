// Splits pasted text into cells: tab (a spreadsheet), semicolon (a Belgian CSV file) or comma, quotes as in RFC 4180.
import { withoutTurns } from '../text/plain-words.ts';

export type PastedTable = { separator: '\t' | ';' | ','; rows: { line: number; cells: string[] }[] };

/** Empty lines are left out; `line` counts from 1 as the person sees it. */
export function splitTable(pasted: string): PastedTable {
  const text = withoutTurns(pasted);
  const separator = separatorOf(text);
  const rows: PastedTable['rows'] = [];
  let cells: string[] = [];
  let cell = '';
  let quoted = false;
  let line = 1;
  let startedOn = 1;
  const endRow = () => {
    cells.push(cell.trim());
    if (cells.some((value) => value !== '')) rows.push({ line: startedOn, cells });
    cells = [];
    cell = '';
  };
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at] ?? '';
    if (quoted) {
      if (sign === '"' && text[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else if (sign === '"') quoted = false;
      else cell += sign;
      if (sign === '\n') line += 1;
    } else if (sign === '"' && cell.trim() === '') {
      quoted = true;
      cell = '';
    } else if (sign === separator) {
      cells.push(cell.trim());
      cell = '';
    } else if (sign === '\n') {
      endRow();
      line += 1;
      startedOn = line;
    } else if (sign !== '\r') cell += sign;
  }
  endRow();
  return { separator, rows };
}

/** By what stands in the beginning of the text: headings rarely hold a separator of another kind. */
export function separatorOf(text: string): PastedTable['separator'] {
  const start = text.slice(0, 4_000);
  if (start.includes('\t')) return '\t';
  return start.split(';').length >= start.split(',').length && start.includes(';') ? ';' : ',';
}
