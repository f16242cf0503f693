// `outbox plan|receipts`
import { resolve } from 'node:path';
import { fail, type Result } from '../../preload/contract/result.ts';
import { readDay } from '../../preload/rules/workers/read-day.ts';
import { employerOrAll } from './choose.ts';
import { type Command, type Context, type Outcome, text } from './command.ts';

export const outboxPlanCommands: readonly Command[] = [
  {
    noun: 'outbox',
    verb: 'plan',
    usage: 'ID [--not-before DAY|none] [--hold] [--release] [--order first|usual|last]',
    options: {
      'not-before': { type: 'string' },
      hold: { type: 'boolean' },
      release: { type: 'boolean' },
      order: { type: 'string' },
    },
    words: 1,
    run: plan,
  },
  {
    noun: 'outbox',
    verb: 'receipts',
    usage: 'NEWFILE [--employer NUMBER] [--json-rows]',
    options: { employer: { type: 'string' }, 'json-rows': { type: 'boolean' } },
    words: 1,
    run: receipts,
  },
];

const wrong = (fields: string): Result<never> => fail('invalidInput', { details: { fields } });

const orders: Readonly<Record<string, number>> = { first: 1, usual: 0, last: -1 };

async function plan({ app, words, values, t }: Context): Promise<Outcome> {
  const day = text(values, 'not-before');
  const notBefore = day === undefined || day === 'none' ? null : readDay(day);
  if (day !== undefined && day !== 'none' && notBefore === null) return { result: wrong('--not-before') };
  const order = text(values, 'order');
  const priority = order === undefined ? undefined : orders[order];
  if (order !== undefined && priority === undefined) return { result: wrong('--order') };
  if (values['hold'] === true && values['release'] === true) return { result: wrong('--hold') };
  const result = await app.call('outbox.plan', {
    ids: [words[0] ?? ''],
    ...(day === undefined ? {} : { notBefore }),
    ...(values['hold'] === true ? { held: true } : {}),
    ...(values['release'] === true ? { held: false } : {}),
    ...(priority === undefined ? {} : { priority }),
  });
  if (!result.ok) return { result };
  const { planned } = result.value;
  return { result, lines: [t('outbox.planned', { count: planned })], exit: planned > 0 ? 0 : 2 };
}

async function receipts(context: Context): Promise<Outcome> {
  const employerId = await employerOrAll(context);
  if (!employerId.ok) return { result: employerId };
  const saveTo = resolve(context.words[0] ?? '');
  const format = context.values['json-rows'] === true ? 'json' : 'csv';
  const result = await context.app.call(
    'outbox.saveReceipts',
    { employerId: employerId.value, format },
    { saveTo },
  );
  if (!result.ok) return { result };
  return { result, lines: [context.t('outbox.receipts', { count: result.value.receipts })] };
}
