// Reads delimited text: finds its encoding and separator, and keeps the line of each row for the messages.
import Papa from 'papaparse';
import { type Failure, fail, ok, type Result } from '../../../preload/contract/result.ts';
import { decodeAs, encodingOf } from './decode-text.ts';
import {
  cellText,
  characterCount,
  type Delimiter,
  delimiters,
  type Encoding,
  isBlank,
  mostCharacters,
  type RowSink,
  type Table,
  type TableLimits,
  type TableRow,
  widestLimits,
} from './table.ts';

export type CsvChoice = { encoding?: Encoding; delimiter?: Delimiter };

/**
 * Failures: tableEmpty, tableNotText (NUL characters: a picture, a program, the wrong encoding), tableDamaged (a quote that
 * is never closed, `details.line`), tableTooManyRows, tableTooManyColumns, tableTooLarge (`details.most`).
 */
export function readCsv(
  bytes: Uint8Array,
  choice: CsvChoice = {},
  limits: TableLimits = widestLimits,
  sink: RowSink | null = null,
): Result<Table> {
  const encoding = choice.encoding ?? encodingOf(bytes);
  const parsed = parseDelimited(decodeAs(bytes, encoding), choice.delimiter, limits, sink);
  if (!parsed.ok) return parsed;
  const { delimiter, rows } = parsed.value;
  return ok({ kind: 'csv', encoding, delimiter, sheets: [{ name: '', rows }] });
}

/** The rows of a text that was decoded already; blank ones are left out but counted. With a sink none are answered. */
export function parseDelimited(
  whole: string,
  chosen?: Delimiter,
  limits: TableLimits = widestLimits,
  sink: RowSink | null = null,
): Result<{ delimiter: Delimiter; rows: TableRow[] }> {
  const { text, said, skipped } = withoutHint(withOneLineEnd(whole));
  if (text.trim() === '') return fail('tableEmpty');
  if (text.includes('\0') && !(limits.keepsNul === true && isMostlyText(text))) return fail('tableNotText');
  const delimiter = chosen ?? said ?? delimiterOf(text);
  const rows: TableRow[] = [];
  const taken: RowSink = sink ?? rows;
  const fits = characterCount();
  let line = skipped;
  let failure: Failure | null = null;
  Papa.parse<string[]>(text, {
    delimiter,
    step({ data, errors }, parser) {
      line += 1;
      // A quote inside a cell is taken as it stands, as long as it did not swallow the lines after it.
      const swallows = (): boolean => data.some((cell) => cell.includes('\n') || cell.includes('\r'));
      if (errors.some(({ code }) => code === 'MissingQuotes' || (code === 'InvalidQuotes' && swallows())))
        failure = fail('tableDamaged', { details: { line } }).failure;
      else if (data.length > limits.columns)
        failure = fail('tableTooManyColumns', { details: { most: limits.columns } }).failure;
      else if (!isBlank(data)) {
        const cells = data.map((cell) => cellText(cell, limits.cell));
        if (cells.every(fits)) taken.push({ line, cells });
        else failure = fail('tableTooLarge', { details: { most: mostCharacters } }).failure;
      }
      if (taken.length > limits.rows)
        failure = fail('tableTooManyRows', { details: { most: limits.rows } }).failure;
      if (failure !== null) parser.abort();
    },
  });
  if (failure !== null) return { ok: false, failure };
  return taken.length === 0 ? fail('tableEmpty') : ok({ delimiter, rows });
}

/** Lists put together from several have lines that end in several ways; without this some would be taken for one. */
function withOneLineEnd(text: string): string {
  if (!text.includes('\r')) return text;
  let feeds = 0;
  let both = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
    feeds += 1;
    if (text.charCodeAt(at - 1) === 0x0d) both += 1;
  }
  let returns = 0;
  for (let at = text.indexOf('\r'); at >= 0; at = text.indexOf('\r', at + 1)) returns += 1;
  const ways = Number(both > 0) + Number(feeds > both) + Number(returns > both);
  return ways > 1 ? text.replace(/\r\n?/g, '\n') : text;
}

/** Excel writes and obeys a first line `sep=;`. */
function withoutHint(text: string): { text: string; said?: Delimiter; skipped: number } {
  const hint = /^sep=([;,|\t])(?:\r\n|\n|\r)/i.exec(text);
  const said = delimiters.find((one) => one === hint?.[1]);
  return hint === null || said === undefined
    ? { text, skipped: 0 }
    : { text: text.slice(hint[0].length), said, skipped: 1 };
}

/** One NUL in a hundred characters is an accident; more is a picture or a program. */
const isMostlyText = (text: string): boolean => (text.match(/\0/g)?.length ?? 0) * 100 <= text.length;

const linesLookedAt = 25;
const charactersLookedAt = 64_000;

/**
 * The separator that cuts the first lines into the same number of cells; headings decide between equals. Names with a comma
 * in a list with semicolons, and amounts with a decimal comma, do not lead it astray.
 */
export function delimiterOf(text: string): Delimiter {
  const lines = outsideQuotes(text.slice(0, charactersLookedAt))
    .split(/\r\n|\n|\r/)
    .filter((line) => line.trim() !== '')
    .slice(0, linesLookedAt);
  let best: Delimiter = ';';
  let most = 0;
  for (const delimiter of delimiters) {
    const counts = lines.map((line) => line.split(delimiter).length - 1);
    const first = counts[0] ?? 0;
    const usual = middle(counts);
    const alike = counts.filter((count) => count === usual).length / Math.max(1, counts.length);
    const points =
      first === 0 && usual === 0 ? 0 : (first > 0 ? 1 : 0) + alike * (usual > 0 ? 2 : 0) + first / 1_000;
    if (points > most) {
      best = delimiter;
      most = points;
    }
  }
  return best;
}

const middle = (counts: readonly number[]): number =>
  [...counts].sort((a, b) => a - b)[Math.floor(counts.length / 2)] ?? 0;

const outsideQuotes = (text: string): string => text.replace(/"(?:[^"]|"")*"/g, '""');
