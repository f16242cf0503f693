// `training intake-sheet|report`: sheets that go out to client employers, and what came of a year.
import { extname, resolve } from 'node:path';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { chosenEmployer } from './choose.ts';
import { type Command, type Context, needed, type Outcome, text, wholeNumber } from './command.ts';
import { followJob } from './follow-job.ts';

export const intakeCommands: readonly Command[] = [
  {
    noun: 'training',
    verb: 'intake-sheet',
    usage: '(--employer NUMBER | --all) --year N --save FILE [--rows N]',
    options: {
      employer: { type: 'string', multiple: true },
      all: { type: 'boolean' },
      year: { type: 'string' },
      save: { type: 'string' },
      rows: { type: 'string' },
    },
    words: 0,
    run: sheets,
  },
  {
    noun: 'training',
    verb: 'report',
    usage: '--employer NUMBER --year N [--save FILE]',
    options: { employer: { type: 'string' }, year: { type: 'string' }, save: { type: 'string' } },
    words: 0,
    run: report,
  },
];

/** `--employer` once or more often, or `--all`. Failures: those of finding an employer; invalidInput without either. */
async function asked(context: Context, year: number): Promise<Result<string[]>> {
  const { app, values } = context;
  const named = values['employer'];
  if (Array.isArray(named)) {
    const ids: string[] = [];
    for (const employer of named) {
      const found = await chosenEmployer({ ...context, values: { employer } });
      if (!found.ok) return found;
      ids.push(found.value.id);
    }
    return ok(ids);
  }
  if (values['all'] !== true) return fail('invalidInput', { details: { fields: '--employer' } });
  const all = await app.call('intake.employers', { year, pageSize: 500 });
  return all.ok
    ? ok(all.value.rows.filter(({ workers }) => workers > 0).map(({ employerId }) => employerId))
    : all;
}

async function sheets(context: Context): Promise<Outcome> {
  const { app, values, t } = context;
  const year = yearOf(context);
  const rows = wholeNumber(values, 'rows', 1, 20);
  const file = needed(values, 'save');
  for (const option of [year, rows, file]) if (!option.ok) return { result: option };
  if (!year.ok || !rows.ok || !file.ok) return { result: fail('invalidInput') };
  const employerIds = await asked(context, year.value);
  if (!employerIds.ok) return { result: employerIds };
  if (employerIds.value.length === 0) return { result: fail('nothingToSend') };
  const made = await app.call('intake.make', {
    employerIds: employerIds.value,
    year: year.value,
    ...(rows.value === undefined ? {} : { rowsPerWorker: rows.value }),
  });
  if (!made.ok) return { result: made };
  const { jobId } = made.value;
  const done = await followJob(context, jobId);
  if (!done.ok) return { result: done };
  const result = await app.call('intake.save', { jobId }, { saveTo: resolve(file.value) });
  return { result, lines: result.ok ? [t('training.intakeSaved', result.value)] : [] };
}

async function report(context: Context): Promise<Outcome> {
  const { app, values, t } = context;
  const year = yearOf(context);
  if (!year.ok) return { result: year };
  const employer = await chosenEmployer(context);
  if (!employer.ok) return { result: employer };
  const of = { employerId: employer.value.id, year: year.value };
  const shown = await app.call('intake.report', { ...of, pageSize: 500 });
  if (!shown.ok) return { result: shown };
  const lines = [
    ...shown.value.rows.map(
      ({ workerName, title, startDate, state }) =>
        `${workerName}\t${title}\t${startDate ?? ''}\t${t(`training.state.${state}`)}`,
    ),
    t('training.reported', shown.value.counts),
  ];
  const file = text(values, 'save');
  if (file === undefined) return { result: shown, lines };
  const format = extname(file).toLowerCase() === '.pdf' ? 'pdf' : 'xlsx';
  const saved = await app.call('intake.saveReport', { ...of, format }, { saveTo: resolve(file) });
  return { result: saved, lines };
}

/** `--year`, which must be there. */
function yearOf({ values }: Context): Result<number> {
  const year = wholeNumber(values, 'year', 2_023, 2_100);
  if (!year.ok) return year;
  return year.value === undefined ? fail('invalidInput', { details: { fields: '--year' } }) : ok(year.value);
}
