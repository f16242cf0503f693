// `outbox pause|resume|plan|plan-client|receipts|verify`
import { resolve } from 'node:path';
import { receiptStateSchema } from '../../preload/contract/outbox-plan.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { readDay } from '../../preload/rules/workers/read-day.ts';
import { chosenEmployer, employerOrAll } from './choose.ts';
import { type Command, type Context, type Outcome, text } from './command.ts';

const planned = {
  'not-before': { type: 'string' },
  hold: { type: 'boolean' },
  release: { type: 'boolean' },
  order: { type: 'string' },
} as const;

export const outboxPlanCommands: readonly Command[] = [
  { noun: 'outbox', verb: 'pause', usage: '', options: {}, words: 0, run: pause },
  { noun: 'outbox', verb: 'resume', usage: '', options: {}, words: 0, run: resume },
  {
    noun: 'outbox',
    verb: 'plan',
    usage: 'ID [--not-before DAY|none] [--hold] [--release] [--order first|usual|last]',
    options: planned,
    words: 1,
    run: planOne,
  },
  {
    noun: 'outbox',
    verb: 'plan-client',
    usage: '--employer NUMBER [--not-before DAY|none] [--hold] [--release] [--order first|usual|last]',
    options: { ...planned, employer: { type: 'string' } },
    words: 0,
    run: planClient,
  },
  {
    noun: 'outbox',
    verb: 'receipts',
    usage:
      'NEWFILE(.csv|.json|.xlsx) [--employer NUMBER] [--from DAY] [--to DAY] [--state STATE] [--channel employer|provider]',
    options: {
      employer: { type: 'string' },
      from: { type: 'string' },
      to: { type: 'string' },
      state: { type: 'string' },
      channel: { type: 'string' },
      'json-rows': { type: 'boolean' },
    },
    words: 1,
    run: receipts,
  },
  { noun: 'outbox', verb: 'verify', usage: 'ID', options: {}, words: 1, run: verify },
];

const wrong = (fields: string): Result<never> => fail('invalidInput', { details: { fields } });

const orders: Readonly<Record<string, number>> = { first: 1, usual: 0, last: -1 };

async function pause({ app, t }: Context): Promise<Outcome> {
  const result = await app.call('outbox.pause', {});
  return result.ok ? { result, lines: [t('outbox.paused')] } : { result };
}

async function resume({ app, t }: Context): Promise<Outcome> {
  const result = await app.call('outbox.resume', {});
  return result.ok ? { result, lines: [t('outbox.resumed')] } : { result };
}

function planOne(context: Context): Promise<Outcome> {
  return plan(context, { ids: [context.words[0] ?? ''] });
}

/** All that waits of a client now. */
async function planClient(context: Context): Promise<Outcome> {
  const employer = await chosenEmployer(context);
  return employer.ok ? plan(context, { employerId: employer.value.id }) : { result: employer };
}

type Whom = { ids: string[] } | { employerId: string };

async function plan({ app, values, t }: Context, whom: Whom): Promise<Outcome> {
  const day = text(values, 'not-before');
  const notBefore = day === undefined || day === 'none' ? null : readDay(day);
  if (day !== undefined && day !== 'none' && notBefore === null) return { result: wrong('--not-before') };
  const order = text(values, 'order');
  const priority = order === undefined ? undefined : orders[order];
  if (order !== undefined && priority === undefined) return { result: wrong('--order') };
  if (values['hold'] === true && values['release'] === true) return { result: wrong('--hold') };
  const result = await app.call('outbox.plan', {
    ...whom,
    ...(day === undefined ? {} : { notBefore }),
    ...(values['hold'] === true ? { held: true } : {}),
    ...(values['release'] === true ? { held: false } : {}),
    ...(priority === undefined ? {} : { priority }),
  });
  if (!result.ok) return { result };
  const { planned } = result.value;
  return { result, lines: [t('outbox.planned', { count: planned })], exit: planned > 0 ? 0 : 2 };
}

/** A day, null where the option is absent. Failure invalidInput with its name. */
function dayOf(values: Context['values'], name: string): Result<string | null> {
  const typed = text(values, name);
  if (typed === undefined) return ok(null);
  const day = readDay(typed);
  return day === null ? wrong(`--${name}`) : ok(day);
}

async function receipts(context: Context): Promise<Outcome> {
  const { values, words, app, t } = context;
  const employerId = await employerOrAll(context);
  if (!employerId.ok) return { result: employerId };
  const from = dayOf(values, 'from');
  if (!from.ok) return { result: from };
  const to = dayOf(values, 'to');
  if (!to.ok) return { result: to };
  const state = receiptStateSchema.optional().safeParse(text(values, 'state'));
  if (!state.success) return { result: wrong('--state') };
  const channel = text(values, 'channel');
  if (channel !== undefined && channel !== 'employer' && channel !== 'provider')
    return { result: wrong('--channel') };
  const saveTo = resolve(words[0] ?? '');
  const named = /\.(json|xlsx)$/i.exec(saveTo)?.[1]?.toLowerCase();
  const format =
    values['json-rows'] === true || named === 'json' ? 'json' : named === 'xlsx' ? 'xlsx' : 'csv';
  const result = await app.call(
    'outbox.saveReceipts',
    {
      employerId: employerId.value,
      from: from.value,
      to: to.value,
      states: state.data === undefined ? [] : [state.data],
      channel: channel ?? null,
      format,
    },
    { saveTo },
  );
  if (!result.ok) return { result };
  return { result, lines: [t('outbox.receipts', { count: result.value.receipts })] };
}

/** Ends with 2 where a hash differs, or what it was made of is not kept. */
async function verify({ app, words, t }: Context): Promise<Outcome> {
  const result = await app.call('outbox.verifyReceipt', { id: words[0] ?? '' });
  if (!result.ok) return { result };
  const { request, answer, history } = result.value;
  const holds = [request, answer, history].every((end) => end === 'matches');
  const lines = [
    `${t('outbox.proof.request')}\t${t(`outbox.proof.${request}`)}`,
    `${t('outbox.proof.answer')}\t${t(`outbox.proof.${answer}`)}`,
    `${t('outbox.proof.history')}\t${t(`outbox.proof.${history}`)}`,
  ];
  return { result, lines, exit: holds ? 0 : 2 };
}
