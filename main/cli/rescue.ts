// `rescue start|status|resume|export|compare`: what stands at the service is read, compared and brought home.
import { resolve } from 'node:path';
import type { CallOutput } from '../../preload/contract/index.ts';
import type { RescueClient } from '../../preload/contract/rescue-values.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { chosenEmployer, employerOrAll } from './choose.ts';
import { type Command, type Context, type Outcome, text } from './command.ts';
import { followJob } from './follow-job.ts';
import { acceptFirst } from './rescue-notice.ts';

const employer = { employer: { type: 'string' } } as const;
const notice = { 'accept-notice': { type: 'boolean' } } as const;

export const rescueCommands: readonly Command[] = [
  {
    noun: 'rescue',
    verb: 'start',
    usage: '[--employer NUMBER] [--years 2023,2024] [--again failed|all] [--failed] [--accept-notice]',
    options: {
      ...employer,
      ...notice,
      years: { type: 'string' },
      again: { type: 'string' },
      failed: { type: 'boolean' },
    },
    words: 0,
    run: start,
  },
  { noun: 'rescue', verb: 'status', usage: '[--employer NUMBER]', options: employer, words: 0, run: status },
  { noun: 'rescue', verb: 'resume', usage: '[--accept-notice]', options: notice, words: 0, run: resume },
  {
    noun: 'rescue',
    verb: 'export',
    usage: 'FILE --employer NUMBER [--format csv|xlsx|pdf|json|zip]',
    options: { ...employer, format: { type: 'string' } },
    words: 1,
    run: exportFile,
  },
  {
    noun: 'rescue',
    verb: 'compare',
    usage: '--employer NUMBER [--adopt]',
    options: { ...employer, adopt: { type: 'boolean' } },
    words: 0,
    run: compare,
  },
];

async function start(context: Context): Promise<Outcome> {
  const { app, values } = context;
  const employerId = await employerOrAll(context);
  if (!employerId.ok) return { result: employerId };
  const again = text(values, 'again') ?? 'none';
  if (again !== 'none' && again !== 'failed' && again !== 'all')
    return { result: fail('invalidInput', { details: { fields: '--again' } }) };
  const years = text(values, 'years')?.split(',').map(Number);
  const accepted = await acceptFirst(context);
  if (accepted !== null) return accepted;
  const started = await app.call('rescue.start', {
    employerId: employerId.value,
    which: values['failed'] === true ? 'failed' : 'all',
    again,
    ...(years === undefined ? {} : { years }),
  });
  return followed(context, started, employerId.value);
}

async function resume(context: Context): Promise<Outcome> {
  const accepted = await acceptFirst(context);
  return accepted ?? followed(context, await context.app.call('rescue.resume', {}), null);
}

async function followed(
  context: Context,
  started: Result<CallOutput<'rescue.start'>>,
  employerId: string | null,
): Promise<Outcome> {
  const { app, t, progress } = context;
  if (!started.ok) {
    const unconfirmed = started.failure.details?.['reason'] === 'addressNotConfirmed';
    return { result: started, ...(unconfirmed ? { lines: [t('rescue.notConfirmed')] } : {}) };
  }
  progress(t('rescue.started', { clients: started.value.clients }));
  const job = await followJob(context, started.value.jobId);
  const clients = await allClients(context, employerId);
  if (!clients.ok) return { result: clients };
  const begun = clients.value.filter((client) => client.begun);
  const state = await app.call('rescue.status', {});
  const value = { ...started.value, counts: state.ok ? state.value.counts : null, clients: begun };
  const incomplete = begun.some(({ standing }) => standing === 'failed' || standing === 'givenUp');
  const result = job.ok ? ok(value) : job;
  return {
    result,
    lines: begun.map((client) => lineOf(context, client)),
    ...(job.ok && incomplete ? { exit: 2 } : {}),
  };
}

async function status(context: Context): Promise<Outcome> {
  const employerId = await employerOrAll(context);
  if (!employerId.ok) return { result: employerId };
  const state = await context.app.call('rescue.status', {});
  if (!state.ok) return { result: state };
  const clients = await allClients(context, employerId.value);
  if (!clients.ok) return { result: clients };
  const lines = clients.value.filter(({ begun }) => begun).map((client) => lineOf(context, client));
  return { result: ok({ ...state.value, rows: clients.value }), lines };
}

async function allClients({ app }: Context, employerId: string | null): Promise<Result<RescueClient[]>> {
  const rows: RescueClient[] = [];
  for (let page = 1; ; page += 1) {
    const answer = await app.call('rescue.clients', { employerId, page, pageSize: 500 });
    if (!answer.ok) return answer;
    rows.push(...answer.value.rows);
    if (answer.value.rows.length === 0 || rows.length >= answer.value.total) return ok(rows);
  }
}

const lineOf = ({ t }: Context, { name, counts, failure }: RescueClient): string => {
  const { found, empty, failed, records } = counts;
  const line = t('rescue.line', {
    name,
    found,
    empty,
    failed,
    waiting: counts.waiting + counts.asked,
    records,
  });
  return failure === null ? line : `${line} ${t(`errors:${failure.code}`)}`;
};

const formats = ['csv', 'xlsx', 'pdf', 'json', 'zip'] as const;

async function exportFile(context: Context): Promise<Outcome> {
  const { app, values, words, t, language } = context;
  const chosen = await chosenEmployer(context);
  if (!chosen.ok) return { result: chosen };
  const saveTo = resolve(words[0] ?? '');
  const named = text(values, 'format') ?? saveTo.slice(saveTo.lastIndexOf('.') + 1).toLowerCase();
  const format = formats.find((one) => one === named);
  if (format === undefined) return { result: fail('invalidInput', { details: { fields: '--format' } }) };
  const input = { employerId: chosen.value.id, format, language };
  const result = await app.call('rescue.export', input, { saveTo });
  return {
    result,
    lines: result.ok ? [t('rescue.saved', { name: result.value.name, hash: result.value.hash })] : [],
  };
}

async function compare(context: Context): Promise<Outcome> {
  const { app, values, t } = context;
  const chosen = await chosenEmployer(context);
  if (!chosen.ok) return { result: chosen };
  const employerId = chosen.value.id;
  const lines: string[] = [];
  if (values['adopt'] === true) {
    const adopted = await app.call('rescue.adopt', { employerId });
    if (!adopted.ok) return { result: adopted };
    lines.push(t('rescue.adopted', { adopted: adopted.value.adopted, left: adopted.value.left }));
  }
  const report = await app.call('rescue.report', { employerId });
  if (!report.ok) return { result: report };
  const { client, tally, onlyHere, onlyThere } = report.value;
  lines.push(
    lineOf(context, client),
    t('rescue.compare', tally),
    t('rescue.workers', { onlyHere: onlyHere.total, onlyThere: onlyThere.total }),
  );
  return { result: report, lines };
}
