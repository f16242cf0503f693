// `rescue plan|drop-plan|overview`: a reading at a set hour, remembered for the window; and how far all clients are, as a file.
import { resolve } from 'node:path';
import { rescueFilterSchema } from '../../preload/contract/rescue-values.ts';
import { fail } from '../../preload/contract/result.ts';
import { type Command, type Context, type Outcome, text } from './command.ts';
import { acceptFirst } from './rescue-notice.ts';

export const rescuePlanCommands: readonly Command[] = [
  {
    noun: 'rescue',
    verb: 'plan',
    usage: 'HH:MM [--accept-notice]',
    options: { 'accept-notice': { type: 'boolean' } },
    words: 1,
    run: plan,
  },
  { noun: 'rescue', verb: 'drop-plan', usage: '', options: {}, words: 0, run: dropPlan },
  {
    noun: 'rescue',
    verb: 'overview',
    usage: 'FILE [--show missing|failed|none|complete|noRoute]',
    options: { show: { type: 'string' } },
    words: 1,
    run: overview,
  },
];

async function plan(context: Context): Promise<Outcome> {
  const accepted = await acceptFirst(context);
  if (accepted !== null) return accepted;
  const result = await context.app.call('rescue.plan', { time: context.words[0] ?? '' });
  const { language, t } = context;
  const moment = new Intl.DateTimeFormat(`${language}-BE`, {
    dateStyle: 'short',
    timeStyle: 'short',
    timeZone: 'Europe/Brussels',
  });
  return {
    result,
    lines: result.ok ? [t('rescue.planned', { moment: moment.format(new Date(result.value.dueAt)) })] : [],
  };
}

async function dropPlan({ app, t }: Context): Promise<Outcome> {
  const result = await app.call('rescue.dropPlan', {});
  return { result, lines: result.ok ? [t('rescue.planDropped')] : [] };
}

async function overview({ app, values, words, language, t }: Context): Promise<Outcome> {
  const saveTo = resolve(words[0] ?? '');
  const show = rescueFilterSchema.safeParse(text(values, 'show') ?? 'all');
  if (!show.success) return { result: fail('invalidInput', { details: { fields: '--show' } }) };
  const format = saveTo.toLowerCase().endsWith('.csv') ? 'csv' : 'xlsx';
  const result = await app.call('rescue.saveOverview', { show: show.data, format, language }, { saveTo });
  return { result, lines: result.ok ? [t('rescue.overviewSaved', { name: result.value.name })] : [] };
}
