// `planning import|list`: a client's own planning or time sheet, read from a list and kept.
import { extname, resolve } from 'node:path';
import { z } from 'zod';
import type { CallOutput } from '../../preload/contract/index.ts';
import { planningFieldSchema } from '../../preload/contract/planning-import.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { plainHeading } from '../../preload/rules/lists/guess-fields.ts';
import { missingPlanningFields, type PlanningField } from '../../preload/rules/planning/planning-fields.ts';
import { shownDay } from '../../preload/rules/training/days.ts';
import { readFileWithin } from '../application/terminal-host.ts';
import { chosenEmployer, employerOrAll } from './choose.ts';
import { type Command, type Context, type Outcome, text } from './command.ts';
import { followJob } from './follow-job.ts';
import { comparePlanning } from './planning-compare.ts';

const employer = { employer: { type: 'string' } } as const;

export const planningCommands: readonly Command[] = [
  {
    noun: 'planning',
    verb: 'import',
    usage: 'FILE --employer NUMBER [--sheet NAME] [--mapping FILE] [--beside] [--refused FILE]',
    options: {
      ...employer,
      sheet: { type: 'string' },
      mapping: { type: 'string' },
      beside: { type: 'boolean' },
      refused: { type: 'string' },
    },
    words: 1,
    run: importPlanning,
  },
  { noun: 'planning', verb: 'list', usage: '[--employer NUMBER]', options: employer, words: 0, run: list },
  comparePlanning,
];

async function importPlanning(context: Context): Promise<Outcome> {
  const { app, values, t } = context;
  const client = await chosenEmployer(context);
  if (!client.ok) return { result: client };
  const read = await readFile(context, client.value.id);
  if (!read.ok) return { result: read };
  const { importId, counts } = read.value;
  const refused = await everyRefused(context, importId);
  const file = text(values, 'refused');
  const saved =
    file === undefined || counts.refused === 0 ? ok(null) : await saveRefused(context, importId, file);
  const failed = !refused.ok ? refused : saved.ok ? null : saved;
  if (failed !== null || !refused.ok || counts.stays === 0) {
    await app.call('planningImport.cancel', { importId });
    if (failed !== null) return { result: failed };
  }
  const rows = refused.ok ? refused.value : [];
  const lines = rows.flatMap((row) => refusedLines(context, row));
  if (saved.ok && saved.value !== null) lines.push(t('saved', { name: saved.value.name }));
  if (counts.stays === 0) return { result: fail('nothingToSend'), lines };
  const done = await keep(context, importId);
  if (!done.ok) return { result: done, lines };
  const { stays, workers, planned, off } = counts;
  lines.push(
    t('planning:done.what', { stays, workers }),
    `${t('planning:check.rows')}: ${t('planning:check.rowsValue', { planned, off, refused: counts.refused, leftOut: 0 })}`,
  );
  return { result: ok({ counts, refused: rows }), lines, exit: counts.refused > 0 ? 2 : 0 };
}

type Read = { importId: string; counts: CallOutput<'planningImport.match'> };

/** Failures: those of opening and reading; invalidInput (no such sheet), fileUnreadable (`details.missing`: columns). */
async function readFile(context: Context, employerId: string): Promise<Result<Read>> {
  const { app, values, words, newId } = context;
  const mapping = await mappingOf(text(values, 'mapping'));
  if (!mapping.ok) return mapping;
  const selectionId = newId();
  const file = { selectionId, path: resolve(words[0] ?? '') };
  const opened = await app.call('planningImport.open', { selectionId, employerId }, { read: [file] });
  if (!opened.ok) return opened;
  const { importId, sheets } = opened.value;
  const named = text(values, 'sheet');
  const best = Math.max(...sheets.map(({ known }) => known));
  const sheet = sheets.findIndex(({ name, known }) =>
    named === undefined ? known === best : name === named,
  );
  if (sheet < 0) return fail('invalidInput', { details: { fields: '--sheet' } });
  const staged = await app.call('planningImport.stage', { importId, sheet });
  if (!staged.ok) return staged;
  const fields = staged.value.columns.map(({ heading, field }) => {
    const given = mapping.value.get(plainHeading(heading));
    return given === undefined ? field : given;
  });
  const missing = missingPlanningFields(fields);
  if (missing.length > 0) {
    await app.call('planningImport.cancel', { importId });
    const names = missing.map((field) => context.t(`planning:fields.${field}`));
    return fail('fileUnreadable', { details: { missing: names.join(',') } });
  }
  const counts = await app.call('planningImport.match', { importId, fields });
  return counts.ok ? ok({ importId, counts: counts.value }) : counts;
}

const mappingSchema = z.record(z.string().max(120), planningFieldSchema.nullable());
const mostMappingBytes = 100_000;

/** A JSON object: heading → field, or null for a column that is not to be read. */
async function mappingOf(path: string | undefined): Promise<Result<Map<string, PlanningField | null>>> {
  if (path === undefined) return ok(new Map());
  const file = await readFileWithin(resolve(path), mostMappingBytes);
  if (!file.ok) return file;
  try {
    const mapping = mappingSchema.safeParse(JSON.parse(Buffer.from(file.value.bytes).toString('utf8')));
    if (mapping.success)
      return ok(
        new Map(Object.entries(mapping.data).map(([heading, field]) => [plainHeading(heading), field])),
      );
  } catch {
    // Not JSON: said below.
  }
  return fail('invalidInput', { details: { fields: '--mapping' } });
}

type Refused = CallOutput<'planningImport.rows'>['rows'][number];

async function everyRefused({ app }: Context, importId: string): Promise<Result<Refused[]>> {
  const rows: Refused[] = [];
  for (let page = 1; ; page += 1) {
    const answer = await app.call('planningImport.rows', { importId, page, pageSize: 200 });
    if (!answer.ok) return answer;
    rows.push(...answer.value.rows);
    if (answer.value.rows.length === 0 || rows.length >= answer.value.total) return ok(rows);
  }
}

const refusedLines = ({ t }: Context, { number, findings }: Refused): string[] =>
  findings.map(({ field, ...finding }) =>
    [
      number,
      t(`planning:fields.${field}`),
      finding.rule,
      `${t(`planning:rules.${finding.rule}.title`, finding.params)} ${t(`planning:rules.${finding.rule}.remedy`)}`,
    ].join('\t'),
  );

const saveRefused = ({ app, language }: Context, importId: string, file: string) =>
  app.call(
    'planningImport.saveRefused',
    { importId, format: extname(file).toLowerCase() === '.xlsx' ? 'xlsx' : 'csv', language },
    { saveTo: resolve(file) },
  );

async function keep(context: Context, importId: string): Promise<Result<unknown>> {
  const replaces = context.values['beside'] !== true;
  const started = await context.app.call('planningImport.apply', { importId, replaces });
  return started.ok ? followJob(context, started.value.jobId) : started;
}

async function list(context: Context): Promise<Outcome> {
  const { app, t } = context;
  const employerId = await employerOrAll(context);
  if (!employerId.ok) return { result: employerId };
  const chosen = employerId.value === null ? {} : { employerId: employerId.value };
  const result = await app.call('planning.list', { ...chosen, pageSize: 500 });
  if (!result.ok) return { result };
  const lines = result.value.rows.map((row) =>
    [
      `${shownDay(row.firstDay)}–${shownDay(row.lastDay)}`,
      row.employerName,
      row.name,
      row.stays,
      row.replaced === 'no' ? '' : t(`planning:kept.${row.replaced}`),
    ].join('\t'),
  );
  return { result, lines: lines.length === 0 ? [t('planning:kept.none')] : lines };
}
