// Takes the rows of an opened file into the staging room: several sheets become one table, columns of the same heading one
// column, and each column gets the field that its heading speaks of.
import type { z } from 'zod';
import {
  type importColumnSchema,
  mostImportColumns,
  mostImportRows,
} from '../../../preload/contract/employer-import.ts';
import type { HandlerInput } from '../../../preload/contract/index.ts';
import { fail, ok, type Result } from '../../../preload/contract/result.ts';
import { guessColumns, type ImportField } from '../../../preload/rules/employers/import-fields.ts';
import { plainHeading } from '../../../preload/rules/lists/guess-fields.ts';
import { attempt } from '../../platform/database.ts';
import type { Session } from '../../platform/session.ts';
import { attemptInSlices, inSlices, type Steps } from '../../platform/slices.ts';
import type { TableSheet } from '../../platform/tables/table.ts';
import {
  findImport,
  type ImportRecord,
  rememberColumns,
  rememberedColumns,
  type StagedRow,
  setFields,
  stagedRows,
  stageImport,
  sweepImports,
} from './import-store.ts';
import { bodyOf, headingLineOf, type OpenedFile, widthOf } from './opened-files.ts';

export type ImportColumn = z.infer<typeof importColumnSchema>;
type Columns = { rows: number; columns: ImportColumn[] };
type Joined = { headings: string[]; rows: { sheet: string; line: number; cells: string[] }[] };

const daysKept = 30;

/** Failures: notFound (no such sheet), tableEmpty (headings and nothing under them), tableTooManyRows, tableTooManyColumns. */
export async function stageRows(
  session: Session,
  file: OpenedFile,
  { importId, sheets, headingLine }: HandlerInput<'employerImport.stage'>,
): Promise<Result<Columns>> {
  const { db, clock } = session;
  const chosen = sheets.map((at) => file.table.sheets[at]).filter((sheet) => sheet !== undefined);
  if (chosen.length !== sheets.length) return fail('notFound');
  const { headings, rows } = join(chosen, headingLine);
  if (rows.length === 0) return fail('tableEmpty');
  if (rows.length > mostImportRows) return fail('tableTooManyRows', { details: { most: mostImportRows } });
  if (headings.length > mostImportColumns)
    return fail('tableTooManyColumns', { details: { most: mostImportColumns } });
  const now = clock.now();
  function* staging(): Steps<Result<unknown>> {
    sweepImports(db, new Date(now.getTime() - daysKept * 86_400_000).toISOString());
    const fields = guessColumns(headings, rememberedColumns(db)).map(({ field }) => field);
    const made = { id: importId, name: file.name, contentSha256: file.sha256, headings, fields };
    yield* stageImport(db, { ...made, at: now.toISOString() }, rows);
    return ok({});
  }
  const staged = await attemptInSlices(db, staging());
  return staged.ok ? showColumns(session, importId) : staged;
}

function join(sheets: readonly TableSheet[], headingLine: number | null): Joined {
  const headings: string[] = [];
  const places = new Map<string, number>();
  const rows: Joined['rows'] = [];
  for (const sheet of sheets) {
    const line = headingLine ?? headingLineOf(sheet);
    const body = bodyOf(sheet, line);
    const own = sheet.rows.find((row) => row.line === line)?.cells ?? [];
    const width = Math.max(own.length, line === 0 ? widthOf(body) : 0);
    const seen = new Map<string, number>();
    const targets = Array.from({ length: width }, (_, at) => {
      const heading = (own[at] ?? '').trim();
      const plain = plainHeading(heading);
      // Twice the same heading in one sheet are two columns; without a heading each column is its own.
      const count = (seen.get(plain) ?? 0) + 1;
      seen.set(plain, count);
      const key = `${plain === '' ? `?${at}` : plain} ${count}`;
      const place = places.get(key) ?? headings.push(heading.slice(0, 120).toWellFormed()) - 1;
      places.set(key, place);
      return place;
    });
    for (const row of body) {
      const cells: string[] = [];
      for (const [at, cell] of row.cells.entries()) {
        // What stands beyond the headings stays beyond them, so that it can be told.
        const place = targets[at] ?? headings.length + at - width;
        while (cells.length < place) cells.push('');
        cells[place] = cell;
      }
      rows.push({ sheet: sheet.name, line: row.line, cells });
    }
  }
  return { headings, rows };
}

/** Failure notFound. */
export async function showColumns({ db }: Pick<Session, 'db'>, importId: string): Promise<Result<Columns>> {
  const record = findImport(db, importId);
  if (record === null) return fail('notFound');
  const rows = await inSlices(stagedRows(db, importId));
  return ok({ rows: rows.length, columns: columnsOf(record, rows, rememberedColumns(db)) });
}

function columnsOf(
  { headings, fields }: ImportRecord,
  rows: readonly StagedRow[],
  remembered: ReadonlyMap<string, ImportField | null>,
): ImportColumn[] {
  const guessed = guessColumns(headings, remembered);
  return headings.map((heading, at) => {
    const field = fields[at] ?? null;
    const guess = guessed[at];
    const samples: string[] = [];
    for (const { cells } of rows) {
      const cell = (cells[at] ?? '').trim();
      if (cell !== '' && !samples.includes(cell)) samples.push(cell);
      if (samples.length === 3) break;
    }
    return {
      heading,
      samples: samples.map((sample) => sample.slice(0, 60).toWellFormed()),
      field,
      how: guess !== undefined && guess.field === field ? guess.how : 'remembered',
    };
  });
}

/** Keeps which column holds what, and remembers it by heading. Failures: notFound, stateNotAllowed, invalidInput. */
export function matchColumns(
  { db }: Pick<Session, 'db'>,
  importId: string,
  fields: readonly (ImportField | null)[],
): Result<Record<string, never>> {
  return attempt<Record<string, never>>(db, () => {
    const record = findImport(db, importId);
    if (record === null) return fail('notFound');
    if (record.state !== 'staged') return fail('stateNotAllowed', { details: { reason: record.state } });
    const given = fields.filter((field) => field !== null);
    if (fields.length !== record.headings.length || new Set(given).size !== given.length)
      return fail('invalidInput', { details: { fields: 'fields' } });
    setFields(db, importId, fields);
    const remembered = rememberedColumns(db);
    for (const [at, heading] of record.headings.entries()) {
      const plain = plainHeading(heading);
      if (plain === '') continue;
      // The latest go last, so that the list can be kept short.
      remembered.delete(plain);
      remembered.set(plain, fields[at] ?? null);
    }
    rememberColumns(db, new Map([...remembered].slice(-500)));
    return ok({});
  });
}
