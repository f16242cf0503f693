// A list of applicants from a file, from pasted text or from a mere number of cards, as rows that a person can look over.
import { type BatchLine, batchColumns, mostInBatch } from '../../preload/contract/applicant-batches.ts';
import type { Finding } from '../../preload/contract/finding.ts';
import type { HandlerInput, HandlerOutput } from '../../preload/contract/index.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import {
  type BatchField,
  batchFieldsOf,
  guessBatchFields,
  knownBatchHeadings,
  languageOf,
} from '../../preload/rules/applicants/batch-columns.ts';
import { longestLabel } from '../../preload/rules/applicants/check-batch.ts';
import { parseInsz } from '../../preload/rules/identifiers/insz.ts';
import { plainWords } from '../../preload/rules/text/plain-words.ts';
import type { Session } from '../platform/session.ts';
import { cellsAt, headingLineIn } from '../platform/tables/preview-sheets.ts';
import { parseDelimited } from '../platform/tables/read-csv.ts';
import type { TableRow, TableSheet } from '../platform/tables/table.ts';
import { runInWorker } from '../platform/workers.ts';
import { judged } from './batch-facts.ts';

type Asked = HandlerInput<'applicantBatch.read'>;
type Source = { name: string; sheets: readonly TableSheet[] };

/** Two hundred rows, with remarks and titles around them. */
const mostBytes = 5_000_000;
const limits = { rows: 1_000, columns: 100, unpackedBytes: 50_000_000, cell: 400 };
const tooMany = fail('tableTooManyRows', { details: { most: mostInBatch } });

/** Failures: notFound, those of the selection and of reading a table, tableEmpty, tableTooManyRows. */
export async function readBatch(
  session: Session,
  windowId: string,
  input: Asked,
): Promise<Result<HandlerOutput<'applicantBatch.read'>>> {
  const { from, language } = input;
  const numbered = (at: number): string =>
    session.texts.t(language, 'applicant-batch.numbered', { number: at + 1 });
  const finish = (
    name: string,
    columns: BatchField[],
    lines: readonly ReadLine[],
  ): Result<HandlerOutput<'applicantBatch.read'>> => {
    const rows = judged(
      session,
      input,
      lines.map(({ row }) => row),
    );
    return rows.ok
      ? ok({
          name,
          columns: batchColumns.filter((column) => columns.includes(column)),
          rows: rows.value.map((row, at) => ({
            ...row,
            findings: [...row.findings, ...(lines[at]?.findings ?? [])],
          })),
        })
      : rows;
  };
  if ('count' in from) {
    const cards = Array.from({ length: from.count }, (_, at): ReadLine => {
      const row = { line: at + 1, label: numbered(at), insz: null, language };
      return { row, findings: [] };
    });
    return finish('', [], cards);
  }
  const source = 'text' in from ? pasted(from.text) : await chosen(session, windowId, from.selectionId);
  if (!source.ok) return source.failure.code === 'tableTooManyRows' ? tooMany : source;
  const { fields, rows } = bestSheet(source.value.sheets);
  if (rows.length === 0) return fail('tableEmpty');
  if (rows.length > mostInBatch) return tooMany;
  const named = fields.flatMap((field) => field ?? []);
  const hasLabel = named.some((field) => field === 'familyName' || field === 'givenName' || field === 'job');
  const lines = rows.map((row, at) => lineOf(row, fields, language, numbered(at)));
  return finish(source.value.name, hasLabel ? ['label', ...named] : named, lines);
}

function pasted(text: string): Result<Source> {
  const parsed = parseDelimited(text, undefined, limits);
  return parsed.ok ? ok({ name: '', sheets: [{ name: '', rows: parsed.value.rows }] }) : parsed;
}

async function chosen(session: Session, windowId: string, selectionId: string): Promise<Result<Source>> {
  const selected = await session.host.readSelection(windowId, selectionId, mostBytes);
  if (!selected.ok) return selected;
  const { name, bytes } = selected.value;
  const run = await runInWorker('table.read', { bytes, limits });
  if (!run.ok) return run;
  if (!run.value.ok) return run.value;
  const stem = plainWords(name.replace(/\.[a-z0-9]{1,5}$/i, ''), 120);
  return ok({ name: stem, sheets: run.value.value.sheets });
}

type Found = { fields: (BatchField | null)[]; rows: readonly TableRow[] };

/** The sheet whose headings say most to us, or the first with rows; without headings its columns are guessed. */
function bestSheet(sheets: readonly TableSheet[]): Found {
  let best: Found | null = null;
  let most = 0;
  for (const sheet of sheets) {
    const line = headingLineIn(sheet, knownBatchHeadings);
    const headings = cellsAt(sheet, line);
    const known = knownBatchHeadings(headings);
    const rows = sheet.rows.filter((row) => row.line > line);
    if (known <= most || (known === 1 && comesAgain(headings, rows))) continue;
    most = known;
    best = { fields: batchFieldsOf(headings), rows };
  }
  if (best !== null) return best;
  const rows = sheets.find((sheet) => sheet.rows.length > 0)?.rows ?? [];
  return { fields: guessBatchFields(rows.map(({ cells }) => cells)), rows };
}

/** `Student` in every row is what the rows are called, and no heading. */
const comesAgain = (headings: readonly string[], rows: readonly TableRow[]): boolean =>
  headings.some((heading, at) => heading !== '' && rows.some(({ cells }) => cells[at] === heading));

type ReadLine = { row: BatchLine; findings: Finding[] };

function lineOf(
  { line, cells }: TableRow,
  fields: readonly (BatchField | null)[],
  usual: BatchLine['language'],
  numbered: string,
): ReadLine {
  const cell = (...wanted: BatchField[]): string =>
    wanted
      .flatMap((one) => fields.map((field, at) => (field === one ? (cells[at] ?? '').trim() : '')))
      .filter((text) => text !== '')
      .join(' ');
  const findings: Finding[] = [];
  const said = cell('language');
  const language = languageOf(said);
  if (said !== '' && language === null)
    findings.push({ rule: 'APB-LANGUAGE', severity: 'warning', field: 'language' });
  const whole = [cell('label', 'givenName', 'familyName'), cell('job')].filter((text) => text !== '');
  const label = plainWords(whole.join(', '), Number.POSITIVE_INFINITY);
  if (label.length > longestLabel)
    findings.push({ rule: 'APB-CUT', severity: 'warning', field: 'label', params: { most: longestLabel } });
  const insz = cell('insz');
  return {
    row: {
      line,
      label: label === '' ? numbered : plainWords(label, longestLabel),
      insz: insz === '' ? null : whole11(insz).slice(0, 40),
      language: language ?? usual,
    },
    findings,
  };
}

/** A spreadsheet that took a number for a figure dropped the zeros before it. */
function whole11(text: string): string {
  const padded = /^\d{9,10}$/.test(text) ? text.padStart(11, '0') : text;
  return parseInsz(padded) === null ? text : padded;
}
