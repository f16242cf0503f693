// Reads a workbook (.xlsx): its visible sheets, with shared texts, days, truth values and the last values of formulas.
import { fail, ok, type Result } from '../../../preload/contract/result.ts';
import {
  cellText,
  characterCount,
  mostCharacters,
  type RowSink,
  type Table,
  type TableLimits,
  type TableRow,
  widestLimits,
} from './table.ts';
import { openWorkbook, type Workbook } from './xlsx-parts.ts';
import { type Room, type SheetFacts, sheetReader, stringsReader } from './xlsx-sheet.ts';
import { type CellKind, kindOfFormat } from './xlsx-values.ts';

type SheetEntry = { name: string; relation: string };
type Outline = { sheets: SheetEntry[]; startsIn1904: boolean };
type Relations = { byId: Map<string, string>; strings: string | null; styles: string | null };

const mostSheets = 50;
/** A spreadsheet takes some 65,000. */
const mostStyles = 100_000;

/**
 * Failures: tableDamaged, tableEncrypted, tableKindUnknown (a zip that is no workbook, or an `.xlsb`), tableEmpty,
 * tableTooManyRows, tableTooManyColumns, tableTooLarge (each with `details.most`).
 */
export async function readXlsx(
  bytes: Uint8Array,
  limits: TableLimits = widestLimits,
  sinkOf: (sheet: string) => RowSink = () => [],
): Promise<Result<Table>> {
  const workbook = await openWorkbook(bytes, limits.unpackedBytes);
  if (!workbook.ok) return workbook;
  const book = workbook.value;
  if (!book.has('xl/workbook.xml')) return fail('tableKindUnknown');
  const outline = await readOutline(book);
  if (!outline.ok) return outline;
  const relations = await readRelations(book);
  if (!relations.ok) return relations;
  const facts = await readFacts(book, relations.value, outline.value.startsIn1904);
  if (!facts.ok) return facts;
  const sheets: Table['sheets'] = [];
  const room = roomOf(limits);
  for (const { name, relation } of outline.value.sheets.slice(0, mostSheets)) {
    const target = relations.value.byId.get(relation);
    // Charts and macros stand among the sheets too; they hold no rows.
    if (target === undefined || !/worksheet/i.test(target)) continue;
    const shown = cellText(name).slice(0, 60);
    const rows = sinkOf(shown);
    const read = await book.read(target, sheetReader(facts.value, limits, rows, room));
    if (!read.ok) return read;
    if (rows.length > 0) sheets.push({ name: shown, rows: Array.isArray(rows) ? (rows as TableRow[]) : [] });
  }
  return sheets.length === 0
    ? fail('tableEmpty')
    : ok({ kind: 'xlsx', encoding: null, delimiter: null, sheets });
}

function roomOf({ rows }: TableLimits): Room {
  let taken = 0;
  const fits = characterCount();
  return {
    row() {
      taken += 1;
      return taken > rows ? fail('tableTooManyRows', { details: { most: rows } }).failure : null;
    },
    cell: (text) =>
      fits(text) ? null : fail('tableTooLarge', { details: { most: mostCharacters } }).failure,
  };
}

async function readOutline(book: Workbook): Promise<Result<Outline>> {
  const outline: Outline = { sheets: [], startsIn1904: false };
  const read = await book.read('xl/workbook.xml', {
    open({ name, attributes }) {
      if (name === 'workbookPr') outline.startsIn1904 = /^(1|true)$/.test(attributes['date1904'] ?? '');
      if (name !== 'sheet' || /hidden/i.test(attributes['state'] ?? '')) return;
      outline.sheets.push({ name: attributes['name'] ?? '', relation: relationOf(attributes) });
    },
  });
  return read.ok ? ok(outline) : read;
}

/** The attribute `r:id`, under whatever prefix the file gives the namespace. */
const relationOf = (attributes: Readonly<Record<string, string>>): string =>
  Object.entries(attributes).find(([name]) => /:id$/i.test(name))?.[1] ?? '';

async function readRelations(book: Workbook): Promise<Result<Relations>> {
  const relations: Relations = { byId: new Map(), strings: null, styles: null };
  const read = await book.read('xl/_rels/workbook.xml.rels', {
    open({ name, attributes }) {
      if (name !== 'Relationship' || attributes['TargetMode'] === 'External') return;
      const target = attributes['Target'] ?? '';
      const path = target.startsWith('/') ? target : `xl/${target.replace(/^\.\//, '')}`;
      const type = attributes['Type'] ?? '';
      if (type.endsWith('/sharedStrings')) relations.strings = path;
      else if (type.endsWith('/styles')) relations.styles = path;
      else if (type.endsWith('/worksheet')) relations.byId.set(attributes['Id'] ?? '', path);
    },
  });
  return read.ok ? ok(relations) : read;
}

async function readFacts(
  book: Workbook,
  { strings, styles }: Relations,
  startsIn1904: boolean,
): Promise<Result<SheetFacts>> {
  const texts: string[] = [];
  if (strings !== null && book.has(strings)) {
    const read = await book.read(strings, stringsReader(texts));
    if (!read.ok) return read;
  }
  const kinds: CellKind[] = [];
  if (styles !== null && book.has(styles)) {
    const codes = new Map<number, string>();
    /** A workbook has few formats and may have many thousands of styles: each format is judged once. */
    const judged = new Map<number, CellKind>();
    let inCells = false;
    const read = await book.read(styles, {
      open({ name, attributes }) {
        if (name === 'numFmt') codes.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '');
        else if (name === 'cellXfs') inCells = true;
        else if (name === 'xf' && inCells) {
          const id = Number(attributes['numFmtId'] ?? 0);
          const kind = judged.get(id) ?? kindOfFormat(id, codes.get(id));
          judged.set(id, kind);
          kinds.push(kind);
        }
      },
      close(name) {
        if (name === 'cellXfs') inCells = false;
        return kinds.length > mostStyles ? fail('tableDamaged').failure : null;
      },
    });
    if (!read.ok) return read;
  }
  return ok({ strings: texts, styles: kinds, startsIn1904 });
}
