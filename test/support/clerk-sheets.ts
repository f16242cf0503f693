// The workbooks that the clients of the clerk's day send in: days as counts of days in both systems, formulas, numbers that
// lost their zero. Written by hand, as a program that writes workbooks would not make these mistakes.

import { type Cell, type Client, headings } from '../../main/launch/demo/clerk-day.ts';
import { storedZip } from '../../main/training/intake/stored-zip.ts';

const sheetSpace = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const head = '<?xml version="1.0" encoding="UTF-8"?>';

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** Days since the spreadsheet's own first day. */
const serialOf = (day: string, from1904: boolean): number =>
  Math.round(Date.parse(`${day}T00:00:00Z`) / 86_400_000) + 25_569 - (from1904 ? 1_462 : 0);

function cellOf(cell: Cell, place: string, from1904: boolean): string {
  if ('number' in cell) return `<c r="${place}"><v>${cell.number}</v></c>`;
  if ('day' in cell) return `<c r="${place}" s="1"><v>${serialOf(cell.day, from1904)}</v></c>`;
  if ('formula' in cell)
    return `<c r="${place}" t="str"><f>${escaped(cell.formula)}</f><v>${escaped(cell.shown)}</v></c>`;
  return `<c r="${place}" t="inlineStr"><is><t>${escaped(cell.text)}</t></is></c>`;
}

/** Every second client counts days from 1904. */
export function workbookOf({ rows }: Pick<Client, 'rows'>, at: number): Uint8Array {
  const from1904 = at % 2 === 1;
  const lines = [headings.map((text): Cell => ({ text })), ...rows];
  const data = lines.map((cells, line) => {
    const written = cells.map((cell, column) =>
      cellOf(cell, `${String.fromCharCode(65 + column)}${line + 1}`, from1904),
    );
    return `<row r="${line + 1}">${written.join('')}</row>`;
  });
  const parts: Record<string, string> = {
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    'xl/workbook.xml': `<workbook xmlns="${sheetSpace}" xmlns:r="${relations}">${from1904 ? '<workbookPr date1904="1"/>' : ''}<sheets><sheet name="Februari" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="rId1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${relations}/styles" Target="styles.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${sheetSpace}"><sheetData>${data.join('')}</sheetData></worksheet>`,
    'xl/styles.xml': `<styleSheet xmlns="${sheetSpace}"><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>`,
  };
  return storedZip(
    Object.entries(parts).map(([name, text]) => ({ name, bytes: Buffer.from(`${head}${text}`) })),
  );
}
