// `presence look-up|search|day`: who was registered where and when.
import type { DayRow } from '../../preload/contract/presences.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { parseWorksReference } from '../../preload/rules/presences/works-reference.ts';
import { chosenEmployer } from './choose.ts';
import { type Command, type Context, type Outcome, text } from './command.ts';
import { followJob } from './follow-job.ts';
import { presenceSearchCommand } from './presence-search.ts';

const employer = { employer: { type: 'string' } } as const;
const period = { from: { type: 'string' }, to: { type: 'string' } } as const;

export const presenceCommands: readonly Command[] = [
  {
    noun: 'presence',
    verb: 'look-up',
    usage: '--employer NUMBER --from DAY [--to DAY] [--subcontractors]',
    options: { ...employer, ...period, subcontractors: { type: 'boolean' } },
    words: 0,
    run: lookUp,
  },
  presenceSearchCommand,
  {
    noun: 'presence',
    verb: 'day',
    usage: 'NUMBER --from DAY [--worker TEXT]',
    options: { from: { type: 'string' }, worker: { type: 'string' } },
    words: 1,
    run: day,
  },
];

type Period = { from: string; to: string };

function periodOf({ values }: Context): Result<Period> {
  const from = text(values, 'from') ?? '';
  const to = text(values, 'to') ?? from;
  const isDay = (day: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(Date.parse(day));
  if (!isDay(from)) return fail('invalidInput', { details: { fields: '--from' } });
  return isDay(to) ? ok({ from, to }) : fail('invalidInput', { details: { fields: '--to' } });
}

async function lookUp(context: Context): Promise<Outcome> {
  const { app, t, values } = context;
  const client = await chosenEmployer(context);
  if (!client.ok) return { result: client };
  const asked = periodOf(context);
  if (!asked.ok) return { result: asked };
  const started = await app.call('presence.lookUp', {
    employerId: client.value.id,
    ...asked.value,
    withSubcontractors: values['subcontractors'] === true,
  });
  if (!started.ok) return { result: started };
  const result = await followJob(context, started.value.jobId);
  return { result, lines: result.ok ? [t('presences:lookedUp', { count: result.value.done })] : [] };
}

const clock = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Brussels', timeStyle: 'short' });

async function day(context: Context): Promise<Outcome> {
  const { app, t, values, words } = context;
  const reference = parseWorksReference(words[0] ?? '');
  if (reference === null) return { result: fail('invalidInput', { details: { fields: 'NUMBER' } }) };
  const asked = periodOf(context);
  if (!asked.ok) return { result: asked };
  const rows: DayRow[] = [];
  let askedAt: string | null = null;
  for (let page = 1; ; page += 1) {
    const input = {
      reference,
      day: asked.value.from,
      text: text(values, 'worker') ?? '',
      page,
      pageSize: 200,
    };
    const answer = await app.call('presence.day', input);
    if (!answer.ok) return { result: answer };
    rows.push(...answer.value.rows);
    ({ askedAt } = answer.value);
    if (answer.value.rows.length === 0 || rows.length >= answer.value.total) break;
  }
  const lines = rows.map(({ workerName, insz, stays, minutes, oddities }) =>
    [
      workerName ?? insz,
      stays.map(({ from, to, kind }) => `${hour(from)}–${kind === 'closed' ? hour(to) : '?'}`).join(' '),
      minutes === null ? '?' : `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`,
      oddities.map(({ kind }) => t(`presences:oddity.${kind}`)).join(', '),
    ].join('\t'),
  );
  if (askedAt === null) lines.push(t('presences:neverAsked'));
  else if (rows.length === 0) lines.push(t('presences:nobody'));
  return { result: ok({ rows, askedAt }), lines };
}

const hour = (instant: string): string => clock.format(new Date(instant));
