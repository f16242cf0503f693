// `deadline list|calendar` and `service list`: what is due when, for which client, and how the services stand.
import { resolve } from 'node:path';
import type { CallOutput } from '../../preload/contract/index.ts';
import { ok, type Result } from '../../preload/contract/result.ts';
import type { Deadline } from '../../preload/contract/service-state.ts';
import { employerOrAll } from './choose.ts';
import type { Command, Context, Outcome } from './command.ts';

const employer = { employer: { type: 'string' } } as const;

export const deadlineCommands: readonly Command[] = [
  { noun: 'service', verb: 'list', usage: '', options: {}, words: 0, run: services },
  { noun: 'deadline', verb: 'list', usage: '[--employer NUMBER]', options: employer, words: 0, run: list },
  {
    noun: 'deadline',
    verb: 'calendar',
    usage: 'FILE.ics [--employer NUMBER]',
    options: employer,
    words: 1,
    run: calendar,
  },
];

async function services({ app, t }: Context): Promise<Outcome> {
  const result = await app.call('service.list', {});
  if (!result.ok) return { result };
  const lines = result.value.services.flatMap(({ service, state, states }) => [
    `${t(`services:names.${service}`)}\t${t(`services:states.${state}`)}`,
    ...states.map(
      (one) =>
        `  ${one.from}\t${t(`services:states.${one.state}`)}\t${t(`services:certainty.${one.certainty}`)}\t${t(`services:sources.${one.words}`)}`,
    ),
  ]);
  return { result, lines };
}

async function list(context: Context): Promise<Outcome> {
  const { t } = context;
  const employerId = await employerOrAll(context);
  if (!employerId.ok) return { result: employerId };
  const result = await everyDeadline(context, employerId.value);
  if (!result.ok) return { result };
  const { rows } = result.value;
  if (rows.length === 0) return { result, lines: [t('services:deadlines.none')] };
  const lines = rows.map((row) =>
    [row.date, t(`services:deadlines.standing.${row.standing}`), ruleWords(context, row), row.employerName]
      .concat(row.open === null ? [] : [openWords(context, row, row.open)])
      .join('\t'),
  );
  return { result, lines };
}

async function calendar(context: Context): Promise<Outcome> {
  const { app, t, words, language } = context;
  const employerId = await employerOrAll(context);
  if (!employerId.ok) return { result: employerId };
  const saveTo = resolve(words[0] ?? '');
  const input = { employerId: employerId.value, language };
  const result = await app.call('deadline.saveCalendar', input, { saveTo });
  return { result, lines: result.ok ? [t('saved', { name: result.value.name })] : [] };
}

type Listed = Pick<CallOutput<'deadline.list'>, 'date' | 'counts' | 'rows'>;

/** All pages; 300 rows keep an answer well within its limit. */
async function everyDeadline({ app }: Context, employerId: string | null): Promise<Result<Listed>> {
  const rows: Deadline[] = [];
  for (let page = 1; ; page += 1) {
    const answer = await app.call('deadline.list', { employerId, page, pageSize: 300 });
    if (!answer.ok) return answer;
    rows.push(...answer.value.rows);
    const { date, counts, total } = answer.value;
    if (answer.value.rows.length === 0 || rows.length >= total) return ok({ date, counts, rows });
  }
}

const ruleWords = ({ t }: Context, { rule, from }: Deadline): string =>
  t(`services:deadlines.rules.${rule}`, {
    quarter: from === null ? '' : String(Math.ceil(Number(from.slice(5, 7)) / 3)),
    year: from?.slice(0, 4) ?? '',
  });

const openWords = ({ t }: Context, { rule }: Deadline, count: number): string =>
  t(`services:deadlines.${rule === 'newHire' ? 'openWorkers' : 'openTrainings'}`, { count });
