// `outbox send|status|resolve|list|decide`
import type { OutboxItem } from '../../preload/contract/outbox.ts';
import { outboxStateSchema } from '../../preload/contract/outbox.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { employerOrAll } from './choose.ts';
import type { Command, Context, ExitCode, Outcome } from './command.ts';
import { followJob } from './follow-job.ts';
import { tellNotice } from './live.ts';

const employer = { employer: { type: 'string' } } as const;

export const outboxCommands: readonly Command[] = [
  {
    noun: 'outbox',
    verb: 'send',
    usage: '[--employer NUMBER] [--confirmed] [--accept-liability] [--although-closed]',
    options: {
      ...employer,
      confirmed: { type: 'boolean' },
      'accept-liability': { type: 'boolean' },
      'although-closed': { type: 'boolean' },
    },
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
  if (context.values['accept-liability'] === true) {
    const notice = await context.app.call('goLive.liability', {});
    if (!notice.ok) return { result: notice };
    if (notice.value.needed) {
      tellNotice(context);
      const accepted = await context.app.call('goLive.acceptLiability', { accepted: true });
      if (!accepted.ok) return { result: accepted };
    }
  }
  const open = await openItems(context, employerId.value);
  const closed = await althoughClosed(context, employerId.value);
  if (!closed.ok) return { result: closed };
  const started = await context.app.call('outbox.send', {
    employerId: employerId.value,
    confirmed,
    closedConfirmation: closed.value,
  });
  if (!started.ok) return { result: started };
  return ended(context, started.value.jobId, open);
}

/** Confirms sending to a service that takes nothing, where the command says so. */
async function althoughClosed(
  { app, values }: Context,
  employerId: string | null,
): Promise<Result<string | null>> {
  if (values['although-closed'] !== true) return ok(null);
  const given = await app.call('outbox.confirmClosed', { employerId, confirmed: true });
  return given.ok ? ok(given.value.confirmation) : given;
}

async function resolve(context: Context): Promise<Outcome> {
  const open = await openItems(context, null);
  const started = await context.app.call('outbox.resolve', {});
  if (!started.ok) return { result: started };
  return ended(context, started.value.jobId, open);
}

/** How the items of this run stand after the work: one unknown is worth more than one refused, that more than a failure. */
async function ended(context: Context, jobId: string, open: readonly OutboxItem[]): Promise<Outcome> {
  const job = await followJob(context, jobId);
  const ids = new Set(open.map(({ id }) => id));
  const items = (await allItems(context, {})).filter(({ id }) => ids.has(id));
  const counts = countStates(items);
  const lines = [
    context.t('outbox.ended', counts),
    ...items.slice(0, 50).map((item) => itemLine(context, item)),
  ];
  return { result: job.ok ? ok({ jobId, counts }) : job, lines, exit: exitFor(counts, job.ok) };
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

/** What this run is about: taken before it starts, as the first items are answered within milliseconds. */
const openItems = (context: Context, employerId: string | null): Promise<OutboxItem[]> =>
  allItems(context, { employerId, states: ['ready', 'sending', 'unknown'] });

/** All pages; 300 rows keep an answer well within its limit. */
async function allItems(
  { app }: Context,
  filter: { employerId?: string | null; states?: OutboxItem['state'][] },
): Promise<OutboxItem[]> {
  const items: OutboxItem[] = [];
  for (let page = 1; ; page += 1) {
    const answer = await app.call('outbox.list', { ...filter, page, pageSize: 300 });
    if (!answer.ok) return items;
    items.push(...answer.value.rows);
    if (answer.value.rows.length === 0 || items.length >= answer.value.total) return items;
  }
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
