// `presence search`: what was looked up before, as lines, or as a file for a spreadsheet or for paper.
import { resolve } from 'node:path';
import type { Presence } from '../../preload/contract/presences.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { languageSchema } from '../../preload/contract/values.ts';
import { formatWorksReference } from '../../preload/rules/presences/works-reference.ts';
import { writeCsv } from '../platform/tables/write-table.ts';
import { exportCells, exportHeadings, writtenMoment } from '../presences/export-cells.ts';
import { type Command, type Context, type Outcome, text } from './command.ts';
import { followJob } from './follow-job.ts';
import { filterOptions, type SearchInput, searchInput } from './presence-filter.ts';

export const presenceSearchCommand: Command = {
  noun: 'presence',
  verb: 'search',
  usage:
    '(--from DAY [--to DAY] | --period today|yesterday|week|month|thisMonth|lastMonth | --filter NAME) [--employer NUMBER] [--site NUMBER] [--worker TEXT] [--enterprise NUMBER] [--type in|out] [--state pending|valid|invalid] [--remark TEXT|any] [--subcontractors with|without|only] [--cancelled] [--turned] [--new-since MOMENT] [--csv | --xlsx FILE | --pdf FILE | --evidence FILE]',
  options: {
    ...filterOptions,
    csv: { type: 'boolean' },
    xlsx: { type: 'string' },
    pdf: { type: 'string' },
    evidence: { type: 'string' },
  },
  words: 0,
  run: search,
};

async function search(context: Context): Promise<Outcome> {
  const { t, values } = context;
  const asked = await searchInput(context);
  if (!asked.ok) return { result: asked };
  for (const format of ['xlsx', 'pdf', 'evidence'] as const) {
    const file = text(values, format);
    if (file !== undefined) return saveFile(context, asked.value, format, file);
  }
  const found = await everyPresence(context, asked.value);
  if (!found.ok) return { result: found };
  const rows = found.value;
  if (values['csv'] === true) {
    const say = (namespace: string, key: string, params: Record<string, string> = {}): string =>
      t(`${namespace}:${key}`, params);
    const sheet = {
      name: '',
      headings: exportHeadings(say),
      rows: rows.map((row) => exportCells(say, row)),
    };
    return { result: ok({ rows }), lines: [new TextDecoder().decode(writeCsv(sheet)).trimEnd()] };
  }
  const lines = rows.map((row) => lineOf(context, row));
  return { result: ok({ rows }), lines: lines.length === 0 ? [t('presences:none')] : lines };
}

/** Failures: those of making and saving; nothingToSend where nothing was found. */
async function saveFile(
  context: Context,
  asked: SearchInput,
  format: 'xlsx' | 'pdf' | 'evidence',
  file: string,
): Promise<Outcome> {
  const { app, t } = context;
  const language = languageSchema.catch('nl').parse(context.language);
  const started = await app.call('presence.makeExport', { ...asked, format, language });
  if (!started.ok) return { result: started };
  const { jobId } = started.value;
  const ended = await followJob(context, jobId);
  if (!ended.ok) return { result: ended };
  const result = await app.call('presence.saveExport', { jobId }, { saveTo: resolve(file) });
  if (!result.ok) return { result };
  const { name, rows } = result.value;
  return { result, lines: [t('presence-search:export.done', { count: rows, name })] };
}

/** All pages; 300 rows keep an answer well within its limit. */
async function everyPresence({ app }: Context, asked: SearchInput): Promise<Result<Presence[]>> {
  const rows: Presence[] = [];
  for (let page = 1; ; page += 1) {
    const answer = await app.call('presence.list', { ...asked, page, pageSize: 300 });
    if (!answer.ok) return answer;
    if (answer.value.total > mostLines)
      return fail('tableTooManyRows', { details: { rows: answer.value.total } });
    rows.push(...answer.value.rows);
    if (answer.value.rows.length === 0 || rows.length >= answer.value.total) return ok(rows);
  }
}
/** What can sensibly be written to a terminal or a pipe at once. */
const mostLines = 200_000;

const lineOf = ({ t }: Context, row: Presence): string =>
  [
    writtenMoment(row.registeredAt),
    t(`presences:type.${row.type}`),
    row.insz,
    row.workerName ?? '',
    row.employerName ?? row.employerNumber,
    row.siteName ?? formatWorksReference(row.reference),
    t(`presences:validity.${row.validity}`),
    row.remarks.map(({ code }) => code).join(' '),
  ].join('\t');
