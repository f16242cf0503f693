// `training validate|import`: a list of trainings, judged or read in as drafts, for one client employer or for many.
import { extname, resolve } from 'node:path';
import { z } from 'zod';
import { delimiterSchema, encodingSchema } from '../../preload/contract/employer-import.ts';
import type { CallInput, CallOutput } from '../../preload/contract/index.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { trainingImportFieldSchema } from '../../preload/contract/training-import.ts';
import { neededImportFields } from '../../preload/rules/training/import-fields.ts';
import { readFileWithin } from '../application/terminal-host.ts';
import { employerOrAll } from './choose.ts';
import { type Command, type Context, type Outcome, text } from './command.ts';
import { findingLine } from './findings.ts';
import { followJob } from './follow-job.ts';
import { submitDrafts } from './submit-drafts.ts';

const reading = {
  employer: { type: 'string' },
  sheet: { type: 'string' },
  encoding: { type: 'string' },
  delimiter: { type: 'string' },
  mapping: { type: 'string' },
  refused: { type: 'string' },
} as const;
const readingUsage =
  '[--sheet NAME] [--encoding utf-8|utf-16le|utf-16be|windows-1252] [--mapping FILE] [--refused FILE]';

export const trainingListCommands: readonly Command[] = [
  {
    noun: 'training',
    verb: 'validate',
    usage: `FILE [--employer NUMBER] ${readingUsage}`,
    options: reading,
    words: 1,
    run: validate,
  },
  {
    noun: 'training',
    verb: 'import',
    usage: `FILE [--employer NUMBER] ${readingUsage} [--skip-duplicates] [--submit]`,
    options: { ...reading, 'skip-duplicates': { type: 'boolean' }, submit: { type: 'boolean' } },
    words: 1,
    run: importList,
  },
];

type Taken = CallOutput<'trainingImport.take'>;
type LineFindings = CallOutput<'trainingImport.findings'>['rows'][number];

async function validate(context: Context): Promise<Outcome> {
  const { app, values, t } = context;
  const employerId = await employerOrAll(context);
  if (!employerId.ok) return { result: employerId };
  const taken = await take(context, employerId.value, true);
  if (!taken.ok) return { result: taken };
  const { importId, counts } = taken.value;
  const rows = await rowsOf(context, importId, 'attention');
  const saved = await saveRefused(context, taken.value, text(values, 'refused'));
  await app.call('trainingImport.cancel', { importId });
  if (!rows.ok) return { result: rows };
  if (!saved.ok) return { result: saved };
  const lines = [
    ...linesOf(context, rows.value),
    ...unknownLines(context, taken.value),
    ...saved.value,
    t('training.validated', counts),
  ];
  const value = { rows: counts.rows, refused: counts.refused, counts, findings: rows.value };
  return { result: ok(value), lines, exit: counts.refused > 0 ? 2 : 0 };
}

async function importList(context: Context): Promise<Outcome> {
  const { app, values, t } = context;
  const employer = await employerOrAll(context);
  if (!employer.ok) return { result: employer };
  const taken = await take(context, employer.value, false);
  if (!taken.ok) return { result: taken };
  const { importId, counts: planned } = taken.value;
  const forget = (): Promise<unknown> => app.call('trainingImport.cancel', { importId });
  const refused = await rowsOf(context, importId, 'refused');
  const twice = refused.ok ? await rowsOf(context, importId, 'duplicate') : refused;
  const saved = twice.ok ? await saveRefused(context, taken.value, text(values, 'refused')) : twice;
  if (!refused.ok || !twice.ok || !saved.ok) {
    await forget();
    return { result: !refused.ok ? refused : !twice.ok ? twice : saved };
  }
  const duplicates = values['skip-duplicates'] === true ? 'leaveOut' : 'add';
  const works = planned.create + (duplicates === 'add' ? planned.duplicate : 0) > 0;
  const counts = works ? await apply(context, importId, duplicates) : ok(planned);
  if (!works || !counts.ok) await forget();
  if (!counts.ok) return { result: counts };
  const { create: added, there: alreadyThere, duplicate } = counts.value;
  const numbers = { added, there: alreadyThere, duplicate, refused: counts.value.refused };
  const lines = [
    ...linesOf(
      context,
      [...refused.value, ...twice.value].toSorted((a, b) => a.line - b.line),
    ),
    ...unknownLines(context, taken.value),
    ...saved.value,
    t('training.imported', numbers),
  ];
  const value = {
    ...{ importId: works ? importId : null, added, alreadyThere, counts: counts.value },
    ...{ refused: refused.value, duplicates: twice.value },
  };
  const exit = counts.value.refused > 0 ? 2 : 0;
  if (values['submit'] !== true) return { result: ok(value), lines, exit };
  const submitted = await submitDrafts({ app }, { employerId: employer.value });
  if (!submitted.ok) return { result: submitted, lines };
  lines.push(t('training.submitted', submitted.value));
  const anyRefused = exit === 2 || submitted.value.refused > 0;
  return { result: ok({ ...value, submitted: submitted.value }), lines, exit: anyRefused ? 2 : 0 };
}

/** Failure fileUnreadable when headings lack a column that is needed (`details.missing`): then nothing stays of it. */
async function take(
  { app, values, words, newId }: Context,
  employerId: string | null,
  checkOnly: boolean,
): Promise<Result<Taken>> {
  const fields = await mappingOf(text(values, 'mapping'));
  if (!fields.ok) return fields;
  const input: CallInput<'trainingImport.take'> = {
    ...{ selectionId: newId(), employerId, checkOnly, fields: fields.value },
  };
  const sheet = text(values, 'sheet');
  if (sheet !== undefined) input.sheet = sheet;
  if (text(values, 'encoding') !== undefined) {
    const encoding = encodingSchema.safeParse(text(values, 'encoding'));
    if (!encoding.success) return fail('invalidInput', { details: { fields: '--encoding' } });
    input.encoding = encoding.data;
  }
  if (text(values, 'delimiter') !== undefined) {
    const delimiter = delimiterSchema.safeParse(text(values, 'delimiter')?.replace('\\t', '\t'));
    if (!delimiter.success) return fail('invalidInput', { details: { fields: '--delimiter' } });
    input.delimiter = delimiter.data;
  }
  const path = resolve(words[0] ?? '');
  const taken = await app.call('trainingImport.take', input, {
    read: [{ selectionId: input.selectionId, path }],
  });
  if (!taken.ok) {
    const noSheet = taken.failure.code === 'notFound' && sheet !== undefined;
    return noSheet ? fail('invalidInput', { details: { fields: '--sheet' } }) : taken;
  }
  const held = new Set(taken.value.columns.map(({ field }) => field));
  const needed = [...neededImportFields];
  if (employerId === null && !checkOnly) needed.unshift('enterpriseNumber');
  const missing = needed.filter((field) => !held.has(field));
  if (missing.length === 0) return taken;
  await app.call('trainingImport.cancel', { importId: taken.value.importId });
  return fail('fileUnreadable', { details: { missing: missing.join(',') } });
}

type Mapping = NonNullable<CallInput<'trainingImport.take'>['fields']>;
const mappingSchema = z.record(z.string().max(120), trainingImportFieldSchema.nullable());
const mostMappingBytes = 100_000;

/** A JSON object: heading → field, or null for a column that is not to be read. */
async function mappingOf(path: string | undefined): Promise<Result<Mapping>> {
  if (path === undefined) return ok([]);
  const file = await readFileWithin(resolve(path), mostMappingBytes);
  if (!file.ok) return file;
  try {
    const mapping = mappingSchema.safeParse(JSON.parse(Buffer.from(file.value.bytes).toString('utf8')));
    if (mapping.success)
      return ok(Object.entries(mapping.data).map(([heading, field]) => ({ heading, field })));
  } catch {
    // Not JSON: said below.
  }
  return fail('invalidInput', { details: { fields: '--mapping' } });
}

async function rowsOf(
  { app }: Context,
  importId: string,
  show: 'attention' | 'refused' | 'duplicate',
): Promise<Result<LineFindings[]>> {
  const rows: LineFindings[] = [];
  for (let page = 1; ; page += 1) {
    const answer = await app.call('trainingImport.findings', { importId, show, page, pageSize: 500 });
    if (!answer.ok) return answer;
    rows.push(...answer.value.rows);
    if (answer.value.rows.length === 0 || rows.length >= answer.value.total) return ok(rows);
  }
}

async function apply(
  context: Context,
  importId: string,
  duplicates: 'add' | 'leaveOut',
): Promise<Result<Taken['counts']>> {
  const started = await context.app.call('trainingImport.apply', { importId, duplicates });
  if (!started.ok) return started;
  const ended = await followJob(context, started.value.jobId);
  if (!ended.ok) return ended;
  const done = await context.app.call('trainingImport.get', { importId });
  return done.ok ? ok(done.value.counts) : done;
}

/** A line that says where it was saved; none when nothing was asked or refused. */
async function saveRefused(
  { app, language, t }: Context,
  { importId, counts }: Taken,
  file: string | undefined,
): Promise<Result<string[]>> {
  if (file === undefined || counts.refused + counts.leftOut === 0) return ok([]);
  const format = extname(file).toLowerCase() === '.xlsx' ? 'xlsx' : 'csv';
  const saveTo = resolve(file);
  const saved = await app.call('trainingImport.saveRefused', { importId, format, language }, { saveTo });
  return saved.ok ? ok([t('saved', { name: saved.value.name })]) : saved;
}

const linesOf = (context: Context, rows: readonly LineFindings[]): string[] =>
  rows.flatMap(({ line, findings }) => findings.map((finding) => findingLine(context, `${line}`, finding)));

function unknownLines({ t }: Context, { columns }: Taken): string[] {
  const unknown = columns.flatMap(({ heading, field }) =>
    field === null && heading.trim() !== '' ? [heading] : [],
  );
  return unknown.length > 0 ? [t('training.unknownColumns', { columns: unknown.join(', ') })] : [];
}
