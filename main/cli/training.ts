// `training validate|import|list|submit`
import { resolve } from 'node:path';
import type { Finding } from '../../preload/contract/finding.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { recordStateSchema } from '../../preload/contract/training.ts';
import { chosenEmployer, employerOrAll } from './choose.ts';
import { type Command, type Context, type Outcome, text, wholeNumber } from './command.ts';
import { findingLine, hasBlocking } from './findings.ts';
import { submitDrafts } from './submit-drafts.ts';
import type { ReadRow } from './training-cells.ts';
import { readTrainingFile, type TrainingFile } from './training-file.ts';

const employer = { employer: { type: 'string' } } as const;

export const trainingCommands: readonly Command[] = [
  {
    noun: 'training',
    verb: 'validate',
    usage: 'FILE [--employer NUMBER]',
    options: employer,
    words: 1,
    run: validate,
  },
  {
    noun: 'training',
    verb: 'import',
    usage: 'FILE --employer NUMBER [--submit]',
    options: { ...employer, submit: { type: 'boolean' } },
    words: 1,
    run: importFile,
  },
  {
    noun: 'training',
    verb: 'list',
    usage: '[--employer NUMBER] [--year N] [--state STATE] [--text WORDS]',
    options: { ...employer, year: { type: 'string' }, state: { type: 'string' }, text: { type: 'string' } },
    words: 0,
    run: list,
  },
  {
    noun: 'training',
    verb: 'submit',
    usage: '[--employer NUMBER] [--year N]',
    options: { ...employer, year: { type: 'string' } },
    words: 0,
    run: submit,
  },
];

/** Rows that go in one call. */
const slice = 200;
type LineFindings = { line: number; findings: Finding[] };

async function validate(context: Context): Promise<Outcome> {
  const employerId = await employerOrAll(context);
  if (!employerId.ok) return { result: employerId };
  const file = await readTrainingFile(resolve(context.words[0] ?? ''));
  if (!file.ok) return { result: file };
  const judged = await judge(context, employerId.value, file.value);
  if (!judged.ok) return { result: judged };
  const refused = judged.value.filter(({ findings }) => hasBlocking(findings)).length;
  const rows = judged.value.filter(({ findings }) => findings.length > 0);
  const counts = { rows: file.value.rows.length, refused };
  const lines = [
    ...linesOf(context, rows),
    ...unknownLines(context, file.value),
    context.t('training.validated', counts),
  ];
  return { result: ok({ ...counts, findings: rows }), lines, exit: refused > 0 ? 2 : 0 };
}

async function judge(
  { app }: Context,
  employerId: string | null,
  { rows }: TrainingFile,
): Promise<Result<LineFindings[]>> {
  const judged: LineFindings[] = [];
  for (let at = 0; at < rows.length; at += slice) {
    const part = rows.slice(at, at + slice);
    const answer = await app.call('training.validateRows', { employerId, rows: part.map(({ row }) => row) });
    if (!answer.ok) return answer;
    const ours = new Map(part.map(({ row, findings }) => [row.line, findings]));
    judged.push(
      ...answer.value.rows.map(({ line, findings }) => ({
        line,
        findings: [...(ours.get(line) ?? []), ...findings],
      })),
    );
  }
  return ok(judged);
}

async function importFile(context: Context): Promise<Outcome> {
  const { app, t, values } = context;
  const chosen = await chosenEmployer(context);
  if (!chosen.ok) return { result: chosen };
  const file = await readTrainingFile(resolve(context.words[0] ?? ''));
  if (!file.ok) return { result: file };
  const unreadable = file.value.rows.filter(({ findings }) => hasBlocking(findings));
  const good = file.value.rows.filter(({ findings }) => !hasBlocking(findings));
  const placed = await place(context, chosen.value.id, good);
  if (!placed.ok) return { result: placed };
  const refused = [
    ...unreadable.map(({ row, findings }) => ({ line: row.line, findings })),
    ...placed.value.refused,
  ];
  const { added, alreadyThere } = placed.value;
  const counts = { added, there: alreadyThere, refused: refused.length };
  const lines = [
    ...linesOf(context, refused),
    ...unknownLines(context, file.value),
    t('training.imported', counts),
  ];
  const value = { added, alreadyThere, refused };
  if (values['submit'] !== true) return { result: ok(value), lines, exit: refused.length > 0 ? 2 : 0 };
  const submitted = await submitDrafts({ app }, { employerId: chosen.value.id });
  if (!submitted.ok) return { result: submitted, lines };
  lines.push(t('training.submitted', submitted.value));
  const anyRefused = refused.length > 0 || submitted.value.refused > 0;
  return { result: ok({ ...value, submitted: submitted.value }), lines, exit: anyRefused ? 2 : 0 };
}

type Placed = { added: number; alreadyThere: number; refused: LineFindings[] };

async function place(
  { app, newId, progress, t }: Context,
  employerId: string,
  rows: ReadRow[],
): Promise<Result<Placed>> {
  const total: Placed = { added: 0, alreadyThere: 0, refused: [] };
  const importId = newId();
  for (let at = 0; at < rows.length; at += slice) {
    const part = rows.slice(at, at + slice).map(({ row }) => row);
    const answer = await app.call('training.importRows', { employerId, importId, rows: part });
    if (!answer.ok) return answer;
    total.added += answer.value.added;
    total.alreadyThere += answer.value.alreadyThere;
    total.refused.push(...answer.value.refused);
    if (rows.length > slice) progress(t('progress', { done: at + part.length, total: rows.length }));
  }
  return ok(total);
}

async function submit(context: Context): Promise<Outcome> {
  const employerId = await employerOrAll(context);
  const year = wholeNumber(context.values, 'year', 2_023, 2_100);
  if (!employerId.ok) return { result: employerId };
  if (!year.ok) return { result: year };
  const submitted = await submitDrafts(context, {
    employerId: employerId.value,
    ...(year.value ? { year: year.value } : {}),
  });
  if (!submitted.ok) return { result: submitted };
  return {
    result: submitted,
    lines: [context.t('training.submitted', submitted.value)],
    exit: submitted.value.refused > 0 ? 2 : 0,
  };
}

async function list(context: Context): Promise<Outcome> {
  const { app, values, t } = context;
  const employerId = await employerOrAll(context);
  const year = wholeNumber(values, 'year', 2_023, 2_100);
  const state = text(values, 'state');
  const states = recordStateSchema.array().safeParse(state === undefined ? [] : [state]);
  if (!employerId.ok) return { result: employerId };
  if (!year.ok) return { result: year };
  if (!states.success) return { result: fail('invalidInput', { details: { fields: '--state' } }) };
  const result = await app.call('training.list', {
    employerId: employerId.value,
    year: year.value ?? null,
    states: states.data,
    text: text(values, 'text') ?? '',
    pageSize: 100,
  });
  if (!result.ok) return { result };
  const lines = result.value.rows.flatMap((row) => [
    `${row.workerName}\t${row.year}\t${row.fields.title}\t${row.fields.startDate ?? ''}\t${t(`training.state.${row.state}`)}`,
    ...row.anomalies.map(
      ({ code, title, detail }) => `\t${code}\t${title[context.language] ?? title['nl'] ?? detail}`,
    ),
  ]);
  return { result, lines };
}

const linesOf = (context: Context, rows: readonly LineFindings[]): string[] =>
  rows.flatMap(({ line, findings }) => findings.map((finding) => findingLine(context, `${line}`, finding)));

const unknownLines = ({ t }: Context, { unknownColumns }: TrainingFile): string[] =>
  unknownColumns.length > 0 ? [t('training.unknownColumns', { columns: unknownColumns.join(', ') })] : [];
