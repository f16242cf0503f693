// `training list|submit`
import { fail } from '../../preload/contract/result.ts';
import { recordStateSchema } from '../../preload/contract/training.ts';
import { employerOrAll } from './choose.ts';
import { type Command, type Context, type Outcome, text, wholeNumber } from './command.ts';
import { submitDrafts } from './submit-drafts.ts';

const employer = { employer: { type: 'string' } } as const;

export const trainingCommands: readonly Command[] = [
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
    usage: '[--employer NUMBER] [--year N] [--although-closed]',
    options: { ...employer, year: { type: 'string' }, 'although-closed': { type: 'boolean' } },
    words: 0,
    run: submit,
  },
];

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

async function submit(context: Context): Promise<Outcome> {
  const employerId = await employerOrAll(context);
  const year = wholeNumber(context.values, 'year', 2_023, 2_100);
  if (!employerId.ok) return { result: employerId };
  if (!year.ok) return { result: year };
  const filter = { employerId: employerId.value, ...(year.value ? { year: year.value } : {}) };
  const submitted = await submitDrafts(context, filter, context.values['although-closed'] === true);
  if (!submitted.ok) return { result: submitted };
  return {
    result: submitted,
    lines: [context.t('training.submitted', submitted.value)],
    exit: submitted.value.refused > 0 ? 2 : 0,
  };
}
