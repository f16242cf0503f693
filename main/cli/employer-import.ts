// `employer import|undo-import`: a list of employers with their establishments, routes and mandates.
import { extname, resolve } from 'node:path';
import { encodingSchema, type ImportCounts } from '../../preload/contract/employer-import.ts';
import type { Finding } from '../../preload/contract/finding.ts';
import type { CallOutput } from '../../preload/contract/index.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { type Command, type Context, type Outcome, text } from './command.ts';
import { followJob } from './follow-job.ts';

export const employerImportCommands: readonly Command[] = [
  {
    noun: 'employer',
    verb: 'import',
    usage:
      'FILE [--sheet NAME] [--encoding utf-8|utf-16le|utf-16be|windows-1252] [--dry-run] [--refused FILE]',
    options: {
      sheet: { type: 'string' },
      encoding: { type: 'string' },
      'dry-run': { type: 'boolean' },
      refused: { type: 'string' },
    },
    words: 1,
    run: importList,
  },
  {
    noun: 'employer',
    verb: 'undo-import',
    usage: 'ID',
    options: {},
    words: 1,
    run: undo,
  },
];

type Preview = CallOutput<'employerImport.open'>;
type Row = CallOutput<'employerImport.rows'>['rows'][number];

async function importList(context: Context): Promise<Outcome> {
  const { app, values, t } = context;
  const staged = await stage(context);
  if (!staged.ok) return { result: staged };
  const { importId, name } = staged.value;
  const forget = (): Promise<unknown> => app.call('employerImport.cancel', { importId });
  const refused = await allRows(context, importId, 'refused');
  const shown = await app.call('employerImport.get', { importId });
  if (!refused.ok || !shown.ok) {
    await forget();
    return { result: refused.ok ? shown : refused };
  }
  const { counts } = shown.value;
  const lines = refused.value.flatMap((row) => rowLines(context, row));
  const refusedFile = text(values, 'refused');
  if (refusedFile !== undefined && counts.refused > 0) {
    const saved = await saveRefused(context, importId, refusedFile);
    if (!saved.ok) {
      await forget();
      return { result: saved };
    }
    lines.push(t('saved', { name: saved.value.name }));
  }
  const works = counts.newEmployers + counts.changedEmployers > 0;
  const dry = values['dry-run'] === true;
  if (dry || !works) await forget();
  else {
    const done = await apply(context, importId);
    if (!done.ok) {
      await forget();
      return { result: done, lines };
    }
  }
  lines.push(t(dry ? 'employer.wouldImport' : 'employer.imported', { name, ...counts }));
  if (!dry && works) lines.push(t('employer.importUndo', { importId }));
  const findings = refused.value.map(({ sheet, line, findings: found }) => ({
    sheet,
    line,
    findings: found,
  }));
  const value = { importId: dry || !works ? null : importId, done: !dry && works, counts, refused: findings };
  return { result: ok(value), lines, exit: counts.refused > 0 ? 2 : 0 };
}

/** Reads the file, takes the sheets and lets the headings say what each column holds. */
async function stage(
  context: Context,
): Promise<Result<{ importId: string; name: string; counts: ImportCounts }>> {
  const { app, values, words, newId } = context;
  const selectionId = newId();
  const file = { selectionId, path: resolve(words[0] ?? '') };
  let opened = await app.call('employerImport.open', { selectionId }, { read: [file] });
  if (!opened.ok) return opened;
  const { importId } = opened.value;
  if (text(values, 'encoding') !== undefined) {
    const encoding = encodingSchema.safeParse(text(values, 'encoding'));
    if (!encoding.success) return fail('invalidInput', { details: { fields: '--encoding' } });
    opened = await app.call('employerImport.reread', { importId, encoding: encoding.data });
    if (!opened.ok) return opened;
  }
  const sheets = chosenSheets(opened.value, text(values, 'sheet'));
  if (sheets.length === 0) return fail('invalidInput', { details: { fields: '--sheet' } });
  const staged = await app.call('employerImport.stage', { importId, sheets });
  if (!staged.ok) return staged;
  const fields = staged.value.columns.map(({ field }) => field);
  if (!fields.includes('enterpriseNumber')) {
    await app.call('employerImport.cancel', { importId });
    return fail('fileUnreadable', { details: { missing: 'enterpriseNumber' } });
  }
  const counts = await app.call('employerImport.match', { importId, fields });
  return counts.ok ? ok({ importId, name: opened.value.name, counts: counts.value }) : counts;
}

/** The named sheet; without a name every sheet whose headings say something to us, or the first. */
function chosenSheets({ sheets }: Preview, name: string | undefined): number[] {
  const numbered = sheets.map((sheet, at) => ({ ...sheet, at }));
  if (name !== undefined) return numbered.filter((sheet) => sheet.name === name).map(({ at }) => at);
  const known = numbered.filter(({ known: headings, rows }) => headings > 1 && rows > 0);
  return (known.length > 0 ? known : numbered.slice(0, 1)).map(({ at }) => at);
}

async function allRows({ app }: Context, importId: string, show: 'refused'): Promise<Result<Row[]>> {
  const rows: Row[] = [];
  for (let page = 1; ; page += 1) {
    const answer = await app.call('employerImport.rows', { importId, show, page, pageSize: 50 });
    if (!answer.ok) return answer;
    rows.push(...answer.value.rows);
    if (answer.value.rows.length === 0 || rows.length >= answer.value.total) return ok(rows);
  }
}

async function apply(context: Context, importId: string): Promise<Result<unknown>> {
  const started = await context.app.call('employerImport.apply', { importId });
  return started.ok ? followJob(context, started.value.jobId) : started;
}

const saveRefused = ({ app, language }: Context, importId: string, file: string) =>
  app.call(
    'employerImport.saveRefused',
    { importId, format: extname(file).toLowerCase() === '.xlsx' ? 'xlsx' : 'csv', language },
    { saveTo: resolve(file) },
  );

const rowLines = ({ t }: Context, { sheet, line, findings }: Row): string[] =>
  findings
    .filter(({ severity }) => severity === 'blocking')
    .map((finding) => `${[sheet, line].filter((part) => part !== '').join(' ')}\t${sentence(t, finding)}`);

function sentence(t: Context['t'], { rule, field, params = {} }: Finding): string {
  const place = field === null ? '' : t(`employer-import:fields.${field}`);
  const words = (part: string): string =>
    t(`employer-import:rules.${rule}.${part}`, { ...params, field: place });
  return `${place}\t${rule}\t${words('title')} ${words('remedy')}`;
}

async function undo({ app, words, t }: Context): Promise<Outcome> {
  const result = await app.call('employerImport.undo', { importId: words[0] ?? '' });
  return { result, lines: result.ok ? [t('employer.importUndone', result.value)] : [] };
}
