// What an archive of a client is made of, in each of its forms: tables, a document, all as it was read, or everything together
// with the originals of the files that were taken in.
import type { HandlerInput } from '../../preload/contract/index.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { maskText } from '../platform/log-mask.ts';
import type { JobRun, Session } from '../platform/session.ts';
import { inSlices, type Steps } from '../platform/slices.ts';
import { runInWorker } from '../platform/workers.ts';
import { type NamedFile, storedZip } from '../training/intake/stored-zip.ts';
import { evidenceContent, evidenceOf, hashOf } from './answer-store.ts';
import { archiveJson, type Beside } from './archive-json.ts';
import type { ComparedYear } from './compare-client.ts';
import { exportHtml } from './export-html.ts';
import { archiveSheets, archiveTable, wordsIn } from './export-rows.ts';
import { findClient } from './rescue-store.ts';

type Named = { id: string; name: string; enterpriseNumber: string };
type Wanted = Pick<HandlerInput<'rescue.export'>, 'format' | 'language'>;

/** Tables of a large client take some seconds to write on a slow computer. */
const tableLimits = { maxHeapMb: 768, maxMs: 300_000 };
/** Originals of at most this many bytes go together into one file. */
const mostOriginals = 500_000_000;

export type Making = { session: Session; employer: Named; years: readonly ComparedYear[]; run: JobRun };

/** Failures: cancelled; notSupportedHere where nothing can print; tooLarge. */
export async function archiveBytes(
  making: Making,
  { format, language }: Wanted,
  stem: string,
): Promise<Result<Uint8Array>> {
  switch (format) {
    case 'json':
      return jsonBytes(making, []);
    case 'pdf':
      return pdfBytes(making, language);
    case 'zip':
      return zipBytes(making, language, stem);
    default:
      return tableBytes(making, format, language);
  }
}

/** Runs slices until they end or the work is cancelled; each step counts. */
export async function working<T>(
  run: JobRun,
  steps: Steps<T>,
  step: () => void = () => {},
): Promise<Result<T>> {
  function* watched(): Steps<Result<T>> {
    for (;;) {
      if (run.signal.aborted) return fail('cancelled', { retry: 'safe' });
      const next = steps.next();
      if (next.done === true) return ok(next.value);
      step();
      yield;
    }
  }
  return inSlices(watched());
}

async function jsonBytes(
  { session, employer, years, run }: Making,
  files: readonly Beside[],
): Promise<Result<Uint8Array>> {
  const text = await working(run, archiveJson(session, employer, years, files));
  return text.ok ? ok(Buffer.from(text.value, 'utf8')) : text;
}

async function tableBytes(
  { session, years, run }: Making,
  format: 'csv' | 'xlsx',
  language: Wanted['language'],
): Promise<Result<Uint8Array>> {
  const t = wordsIn(session, language);
  const sheets =
    format === 'csv'
      ? await working(run, archiveTable(t, language, years))
      : await working(run, archiveSheets(t, language, years));
  if (!sheets.ok) return sheets;
  const all = Array.isArray(sheets.value) ? sheets.value : [sheets.value];
  return runInWorker('rescue.write', { format, sheets: all }, { ...tableLimits, signal: run.signal });
}

async function pdfBytes(
  { session, employer, years, run }: Making,
  language: Wanted['language'],
): Promise<Result<Uint8Array>> {
  const t = wordsIn(session, language);
  const number = new Intl.NumberFormat(`${language}-BE`, { minimumIntegerDigits: 2 });
  const days = new Intl.DateTimeFormat(`${language}-BE`, { dateStyle: 'long', timeZone: 'UTC' });
  const day = (date: string | null): string =>
    date === null ? '' : days.format(new Date(`${date}T00:00:00Z`));
  const printed = {
    t,
    language,
    name: employer.name,
    enterpriseNumber: employer.enterpriseNumber,
    listed: (findClient(session.db, employer.id)?.listedAt ?? null) !== null,
    madeOn: day(session.businessDate()),
    day,
    hours: (minutes: number | null) =>
      minutes === null ? '' : `${Math.floor(minutes / 60)}:${number.format(minutes % 60)}`,
  };
  const html = await working(run, exportHtml(printed, years));
  if (!html.ok) return html;
  const made = await Promise.race([session.host.makePdf(html.value), aborted(run)]);
  return made;
}

/** Printing itself cannot be called back: who cancels does not wait for it. */
const aborted = (run: JobRun): Promise<Result<never>> =>
  new Promise((resolve) => {
    const stop = (): void => resolve(fail('cancelled', { retry: 'safe' }));
    if (run.signal.aborted) stop();
    else run.signal.addEventListener('abort', stop, { once: true });
  });

/** All forms and the originals; the JSON, made last, names every other file with its hash. */
async function zipBytes(
  making: Making,
  language: Wanted['language'],
  stem: string,
): Promise<Result<Uint8Array>> {
  const files: NamedFile[] = [];
  for (const format of ['csv', 'xlsx', 'pdf'] as const) {
    const made = await archiveBytes(making, { format, language }, stem);
    // Where nothing can print the archive is whole without a document: it holds nothing that the tables lack.
    if (!made.ok && !(format === 'pdf' && made.failure.code === 'notSupportedHere')) return made;
    if (made.ok) files.push({ name: `${stem}.${format}`, bytes: made.value });
  }
  const { session, employer } = making;
  const originals = evidenceOf(session.db, employer.id, 10_000);
  if (originals.reduce((sum, { bytes }) => sum + bytes, 0) > mostOriginals) return fail('tooLarge');
  for (const [at, { id, name }] of originals.toReversed().entries()) {
    const bytes = evidenceContent(session.db, id);
    if (bytes !== null) files.push({ name: `${originalName(at + 1, name)}`, bytes });
  }
  const beside = files.map(({ name, bytes }) => ({ name, bytes: bytes.length, sha256: hashOf(bytes) }));
  const json = await jsonBytes(making, beside);
  return json.ok ? ok(storedZip([{ name: `${stem}.json`, bytes: json.value }, ...files])) : json;
}

/** `originals/003-scherm-Fien.pdf`: its place in the order of taking in, and its own name without numbers of persons. */
export const originalName = (number: number, name: string): string => {
  const end = /\.[A-Za-z0-9]{1,8}$/.exec(name)?.[0] ?? '';
  return `originals/${String(number).padStart(3, '0')}-${fileStem(name.slice(0, name.length - end.length)) || 'file'}${end.toLowerCase()}`;
};

/** Letters and digits of a name, for a file: what looks like a person's number is masked. */
export const fileStem = (text: string): string =>
  maskText(
    text
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .replace(/[^A-Za-z0-9]+/g, '-'),
  )
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .toLowerCase()
    .slice(0, 80);
