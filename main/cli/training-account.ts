// `training account-pdf`: the training account of one worker, or of all workers of a client, as a PDF without a window.
import { parse, resolve } from 'node:path';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { languageSchema } from '../../preload/contract/values.ts';
import { parseInsz } from '../../preload/rules/identifiers/insz.ts';
import { chosenEmployer } from './choose.ts';
import { type Command, type Context, type Outcome, text, wholeNumber } from './command.ts';
import { followJob } from './follow-job.ts';

export const trainingAccountCommands: readonly Command[] = [
  {
    noun: 'training',
    verb: 'account-pdf',
    usage: 'FILE --employer NUMBER (--worker NUMBER | --all [--separate]) [--year N]',
    options: {
      employer: { type: 'string' },
      worker: { type: 'string' },
      all: { type: 'boolean' },
      separate: { type: 'boolean' },
      year: { type: 'string' },
    },
    words: 1,
    run: save,
  },
];

async function save(context: Context): Promise<Outcome> {
  const { app, values, words } = context;
  const employer = await chosenEmployer(context);
  const year = wholeNumber(values, 'year', 2_023, 2_100);
  if (!employer.ok) return { result: employer };
  if (!year.ok) return { result: year };
  const asked = { year: year.value ?? (await thisYear(context)), language: documentLanguage(context) };
  const file = resolve(words[0] ?? '');
  if (text(values, 'worker') === undefined) return saveAll(context, employer.value.id, asked, file);
  const workerId = await chosenWorker(context, employer.value.id);
  if (!workerId.ok) return { result: workerId };
  const result = await app.call(
    'trainingAccount.savePdf',
    { workerId: workerId.value, ...asked },
    { saveTo: file },
  );
  return { result, lines: result.ok ? [savedLine(context, result.value)] : [] };
}

type Asked = { year: number; language: 'nl' | 'fr' | 'de' | 'en' };

/** Made as long work, then saved. An archive gets the ending `.zip`, whatever was asked: `accounts.pdf` becomes `accounts.zip`. */
async function saveAll(context: Context, employerId: string, asked: Asked, file: string): Promise<Outcome> {
  const { app, values, t } = context;
  const separate = values['separate'] === true;
  const started = await app.call('trainingAccount.makeAll', { employerId, ...asked, separate });
  if (!started.ok) return { result: started };
  const { jobId } = started.value;
  const ended = await followJob(context, jobId);
  if (!ended.ok) return { result: ended };
  const made = await app.call('trainingAccount.made', { jobId });
  if (!made.ok) return { result: made };
  const { dir, name } = parse(file);
  const saveTo = resolve(dir, `${name}${parse(made.value.name).ext}`);
  const saved = await app.call('trainingAccount.saveMade', { jobId }, { saveTo });
  if (!saved.ok) return { result: saved };
  const { failed, failedCount } = made.value;
  const names = failed.map(({ workerName }) => workerName).join(', ');
  return {
    result: ok({ ...saved.value, failed, failedCount }),
    lines: [
      savedLine(context, saved.value),
      ...(failedCount === 0 ? [] : [t('training.accountsFailed', { count: failedCount, names })]),
    ],
    ...(failedCount === 0 ? {} : { exit: 2 }),
  };
}

const savedLine = ({ t }: Context, { rows, name }: { rows: number; name: string }): string =>
  t('training.accountSaved', { count: rows, name });

const documentLanguage = ({ language }: Context): Asked['language'] =>
  languageSchema.catch('nl').parse(language);

/** The year of the business date. */
async function thisYear({ app }: Context): Promise<number> {
  const state = await app.call('app.state', {});
  const day = state.ok ? state.value.practiceDate : null;
  return Number((day ?? new Date().toISOString()).slice(0, 4));
}

/** By number, of this employer. Failures: identifierInvalid, notFound. */
async function chosenWorker({ app, values }: Context, employerId: string): Promise<Result<string>> {
  const insz = parseInsz(text(values, 'worker') ?? '');
  if (insz === null) return fail('identifierInvalid', { details: { fields: '--worker' } });
  const list = await app.call('worker.list', { employerId, text: insz });
  if (!list.ok) return list;
  const found = list.value.rows.find((row) => row.insz === insz);
  return found === undefined ? fail('notFound', { details: { fields: '--worker' } }) : ok(found.id);
}
