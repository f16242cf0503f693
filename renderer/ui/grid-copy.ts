// Rows as text for a spreadsheet: tabs between cells, and no cell that a spreadsheet would run as a formula.
const cellText = (text: string): string => {
  const flat = text.replace(/[\t\r\n]+/g, ' ');
  return /^[=+@]|^-(?![\d.,:]+$)/.test(flat) ? `'${flat}` : flat;
};

/** `[['a','=1']]` → `a\t'=1`. */
export const toTabbedText = (rows: string[][]): string =>
  rows.map((row) => row.map(cellText).join('\t')).join('\r\n');
