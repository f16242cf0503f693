// `outbox send|status|resolve|list|decide`
import type { OutboxItem } from '../../preload/contract/outbox.ts';
import { outboxStateSchema } from '../../preload/contract/outbox.ts';
import { fail, ok } from '../../preload/contract/result.ts';
import { employerOrAll } from './choose.ts';
import type { Command, Context, ExitCode, Outcome } from './command.ts';
import { followJob } from './follow-job.ts';

const employer = { employer: { type: 'string' } } as const;

export const outboxCommands: readonly Command[] = [
  {
    noun: 'outbox',
    verb: 'send',
    usage: '[--employer NUMBER] [--confirmed]',
    options: { ...employer, confirmed: { type: 'boolean' } },
    words: 0,
    run: send,
  },
  { noun: 'outbox', verb: 'status', usage: '[--employer NUMBER]', options: employer, words: 0, run: status },
  { noun: 'outbox', verb: 'resolve', usage: '', options: {}, words: 0, run: resolve },
  { noun: 'outbox', verb: 'list', usage: '[--employer NUMBER]', options: employer, words: 0, run: list },
  {
    noun: 'outbox',
    verb: 'decide',
    usage: 'ID sendAfresh|takeBack',
    options: {},
    words: 2,
    run: decide,
  },
];

async function send(context: Context): Promise<Outcome> {
  const employerId = await employerOrAll(context);
  if (!employerId.ok) return { result: employerId };
  const confirmed = context.values['confirmed'] === true;
  const started = await context.app.call('outbox.send', { employerId: employerId.value, confirmed });
  if (!started.ok) return { result: started };
  return ended(context, started.value.jobId, employerId.value);
}

async function resolve(context: Context): Promise<Outcome> {
  const started = await context.app.call('outbox.resolve', {});
  if (!started.ok) return { result: started };
  return ended(context, started.value.jobId, null);
}

/** How the items stand after the work: one unknown is worth more than one refused, that more than a plain failure. */
async function ended(context: Context, jobId: string, employerId: string | null): Promise<Outcome> {
  const since = (await since500(context, employerId)).map(({ id, state }) => `${id} ${state}`);
  const job = await followJob(context, jobId);
  const items = await since500(context, employerId);
  const changed = items.filter(({ id, state }) => !since.includes(`${id} ${state}`) || state === 'unknown');
  const counts = countStates(changed.length > 0 ? changed : items);
  const exit = exitFor(counts, job.ok);
  const lines = [
    context.t('outbox.ended', counts),
    ...changed.slice(0, 50).map((item) => itemLine(context, item)),
  ];
  return { result: job.ok ? ok({ jobId, counts }) : job, lines, exit };
}

const states = outboxStateSchema.options;
type Counts = Record<OutboxItem['state'], number>;

const countStates = (items: readonly OutboxItem[]): Counts =>
  Object.fromEntries(
    states.map((state) => [state, items.filter((item) => item.state === state).length]),
  ) as Counts;

function exitFor(counts: Counts, done: boolean): ExitCode {
  if (counts.unknown > 0) return 3;
  if (counts.refused > 0) return 2;
  return done ? 0 : 1;
}

async function since500({ app }: Context, employerId: string | null): Promise<OutboxItem[]> {
  const page = await app.call('outbox.list', { employerId, pageSize: 300 });
  return page.ok ? page.value.rows : [];
}

async function status(context: Context): Promise<Outcome> {
  const employerId = await employerOrAll(context);
  if (!employerId.ok) return { result: employerId };
  const result = await context.app.call('outbox.status', { employerId: employerId.value });
  if (!result.ok) return { result };
  const { counts, paused, running, waitUntil } = result.value;
  const lines = [context.t(`outbox.${paused ? 'paused' : running ? 'running' : 'idle'}`)];
  if (waitUntil !== null) lines.push(context.t('outbox.waiting', { until: waitUntil }));
  lines.push(...states.map((state) => `${context.t(`outbox.state.${state}`)}\t${counts[state] ?? 0}`));
  return { result, lines };
}

async function list(context: Context): Promise<Outcome> {
  const employerId = await employerOrAll(context);
  if (!employerId.ok) return { result: employerId };
  const result = await context.app.call('outbox.list', { employerId: employerId.value, pageSize: 300 });
  if (!result.ok) return { result };
  return { result, lines: result.value.rows.map((item) => itemLine(context, item)) };
}

async function decide(context: Context): Promise<Outcome> {
  const [id = '', decision = ''] = context.words;
  if (decision !== 'sendAfresh' && decision !== 'takeBack')
    return { result: fail('invalidInput', { details: { fields: 'sendAfresh|takeBack' } }) };
  return { result: await context.app.call('outbox.decide', { id, decision }) };
}

const itemLine = ({ t }: Context, item: OutboxItem): string =>
  `${item.id}\t${t(`outbox.state.${item.state}`)}\t${item.employerName}\t${item.workerName}\t${item.year}\t${t('outbox.trainings', { count: item.trainings })}${item.needsDecision ? `\t${t('outbox.decide')}` : ''}`;
