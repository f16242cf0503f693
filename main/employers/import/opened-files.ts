// Files that were opened for an import and not staged yet: their bytes stay in memory, so that another encoding can be tried,
// and are gone when the app closes. At most a few at a time.
import { createHash } from 'node:crypto';
import {
  type ImportPreview,
  mostImportBytes,
  mostImportColumns,
  mostImportRows,
} from '../../../preload/contract/employer-import.ts';
import { fail, ok, type Result } from '../../../preload/contract/result.ts';
import { knownHeadings } from '../../../preload/rules/employers/import-fields.ts';
import type { Session } from '../../platform/session.ts';
import type { CsvChoice } from '../../platform/tables/read-csv.ts';
import type { Table, TableRow, TableSheet } from '../../platform/tables/table.ts';
import { runInWorker } from '../../platform/workers.ts';
import { doneBefore } from './import-store.ts';

export type OpenedFile = { windowId: string; name: string; bytes: Uint8Array; sha256: string; table: Table };
export type OpenedFiles = {
  open(windowId: string, selectionId: string): Promise<Result<ImportPreview>>;
  /** Each answers for the window that opened the file only; to another it is not there. */
  reread(windowId: string, importId: string, choice: CsvChoice): Promise<Result<ImportPreview>>;
  get(windowId: string, importId: string): OpenedFile | null;
  forget(windowId: string, importId: string): void;
};

const mostOpened = 3;
/** Room for headings and titles above the rows that count. */
const limits = {
  rows: mostImportRows + 50,
  columns: mostImportColumns,
  unpackedBytes: 100_000_000,
  // No field of an import is half as long; a column of remarks beside them need not be held in full.
  cell: 500,
};
/** Reading a workbook of this size takes some 150 MiB; one that needs more is no list of 5,000 rows. */
const heapMb = 320;

/** Failures of opening: those of the selection (fileTooLarge among them) and of `readTable`. */
export function openedFiles(session: Session): OpenedFiles {
  const opened = new Map<string, OpenedFile>();
  const read = async (bytes: Uint8Array, choice: CsvChoice): Promise<Result<Table>> => {
    const run = await runInWorker('table.read', { bytes, choice, limits }, { maxHeapMb: heapMb });
    return run.ok ? run.value : run;
  };
  const get = (windowId: string, importId: string): OpenedFile | null => {
    const file = opened.get(importId);
    return file?.windowId === windowId ? file : null;
  };
  const shown = (importId: string, file: OpenedFile): Result<ImportPreview> =>
    ok(previewOf(importId, file, doneBefore(session.db, file.sha256)));
  return {
    async open(windowId, selectionId) {
      const chosen = await session.host.readSelection(windowId, selectionId, mostImportBytes);
      if (!chosen.ok) return chosen;
      const { name, bytes } = chosen.value;
      const table = await read(bytes, {});
      if (!table.ok) return table;
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      const file = { windowId, name, bytes, sha256, table: table.value };
      const importId = session.ids.newId();
      opened.set(importId, file);
      for (const id of [...opened.keys()].slice(0, -mostOpened)) opened.delete(id);
      return shown(importId, file);
    },
    async reread(windowId, importId, choice) {
      const file = get(windowId, importId);
      if (file === null) return fail('selectionExpired');
      const table = await read(file.bytes, choice);
      if (!table.ok) return table;
      const again = { ...file, table: table.value };
      opened.set(importId, again);
      return shown(importId, again);
    },
    get,
    forget(windowId, importId) {
      if (get(windowId, importId) !== null) opened.delete(importId);
    },
  };
}

const sampleRows = 8;
const sampleCells = 30;
const sampleText = 60;
/** Characters of all samples together: a workbook of fifty wide sheets must still fit in one answer. */
const sampleRoom = 50_000;

function previewOf(importId: string, file: OpenedFile, before: string | null): ImportPreview {
  const { kind, encoding, delimiter, sheets } = file.table;
  let room = sampleRoom;
  const shown = (cells: readonly string[]): string[] => {
    const clipped = cells.slice(0, sampleCells).map((cell) => cell.slice(0, sampleText).toWellFormed());
    room -= clipped.join('').length;
    return room < 0 ? [] : clipped;
  };
  return {
    importId,
    name: file.name,
    bytes: file.bytes.length,
    kind,
    encoding,
    delimiter,
    sheets: sheets.slice(0, 50).map((sheet) => {
      const headingLine = headingLineOf(sheet);
      const headings = sheet.rows.find(({ line }) => line === headingLine)?.cells ?? [];
      return {
        name: sheet.name,
        rows: bodyOf(sheet, headingLine).length,
        headingLine,
        known: knownHeadings(headings),
        columns: widthOf(sheet.rows),
        sample: sheet.rows.slice(0, sampleRows).map(({ line, cells }) => ({ line, cells: shown(cells) })),
      };
    }),
    doneBefore: before,
  };
}

export const widthOf = (rows: readonly TableRow[]): number =>
  rows.reduce((widest, { cells }) => Math.max(widest, cells.length), 0);

/** Rows above this one are titles. */
const searchedLines = 20;

/** The line among the first that holds most of the headings that we know; else the first line that holds anything. */
export function headingLineOf({ rows }: TableSheet): number {
  let best = rows[0]?.line ?? 0;
  let most = 1;
  for (const { line, cells } of rows.slice(0, searchedLines)) {
    const known = knownHeadings(cells);
    if (known <= most) continue;
    best = line;
    most = known;
  }
  return best;
}

/** The rows under the headings; all of them when there are none (line 0). */
export const bodyOf = ({ rows }: TableSheet, headingLine: number): TableRow[] =>
  rows.filter(({ line }) => line > headingLine);
