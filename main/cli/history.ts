// `history search|export|verify`
import { resolve } from 'node:path';
import { fail, ok } from '../../preload/contract/result.ts';
import { readDay } from '../../preload/rules/workers/read-day.ts';
import { readFileWithin } from '../application/terminal-host.ts';
import { verifyExport } from '../history/export-history.ts';
import { employerOrAll } from './choose.ts';
import { type Command, type Context, type Outcome, text, wholeNumber } from './command.ts';

const employer = { employer: { type: 'string' } } as const;

export const historyCommands: readonly Command[] = [
  {
    noun: 'history',
    verb: 'search',
    usage: '[--employer NUMBER] [--text WORDS] [--kind KIND] [--from DAY] [--to DAY] [--page N]',
    options: {
      ...employer,
      text: { type: 'string' },
      kind: { type: 'string' },
      from: { type: 'string' },
      to: { type: 'string' },
      page: { type: 'string' },
    },
    words: 0,
    run: search,
  },
  {
    noun: 'history',
    verb: 'export',
    usage: 'FILE [--employer NUMBER]',
    options: employer,
    words: 1,
    run: exportFile,
  },
  {
    noun: 'history',
    verb: 'verify',
    usage: '[--file EXPORT]',
    options: { file: { type: 'string' } },
    words: 0,
    run: verify,
  },
];

async function search(context: Context): Promise<Outcome> {
  const { values, app, t } = context;
  const employerId = await employerOrAll(context);
  const page = wholeNumber(values, 'page', 1, 1_000_000);
  if (!employerId.ok) return { result: employerId };
  if (!page.ok) return { result: page };
  const kind = text(values, 'kind');
  const result = await app.call('history.search', {
    employerId: employerId.value,
    text: text(values, 'text') ?? '',
    kinds: kind === undefined ? [] : [kind],
    from: dayOf(text(values, 'from')),
    to: dayOf(text(values, 'to')),
    page: page.value ?? 1,
  });
  if (!result.ok) return { result };
  const lines = result.value.rows.map(
    (row) =>
      `${row.at}\t${row.kind}\t${t(`history.result.${row.result}`)}\t${row.actor.name || row.actor.osAccount}\t${row.employerName ?? ''}\t${row.summary}`,
  );
  return { result, lines };
}

/** What cannot be read is passed on as it is, so that the contract refuses it by name. */
const dayOf = (typed: string | undefined): string | null =>
  typed === undefined ? null : (readDay(typed) ?? typed);

async function exportFile(context: Context): Promise<Outcome> {
  const employerId = await employerOrAll(context);
  if (!employerId.ok) return { result: employerId };
  const saveTo = resolve(context.words[0] ?? '');
  const result = await context.app.call('history.export', { employerId: employerId.value }, { saveTo });
  if (!result.ok) return { result };
  const { name, events } = result.value;
  return { result, lines: [context.t('history.exported', { name, events })] };
}

const mostBytes = 512 * 1024 * 1024;

async function verify(context: Context): Promise<Outcome> {
  const file = text(context.values, 'file');
  if (file !== undefined) return verifyFile(context, file);
  const result = await context.app.call('history.verify', {});
  if (!result.ok) return { result };
  const { events, chains, intact, problems } = result.value;
  const lines = problems.map(
    ({ problem, chain, position }) => `${chain}\t${position}\t${context.t(`history.problem.${problem}`)}`,
  );
  const head = context.t(intact ? 'history.intact' : 'history.damaged', { events, chains });
  return { result, lines: [head, ...lines], exit: intact ? 0 : 1 };
}

async function verifyFile({ t }: Context, path: string): Promise<Outcome> {
  const file = await readFileWithin(resolve(path), mostBytes);
  if (!file.ok) return { result: file };
  const verified = verifyExport(Buffer.from(file.value.bytes).toString('utf8').split('\n'));
  if (verified.problems.length > 0) return { result: fail('historyDamaged'), lines: [] };
  return { result: ok(verified), lines: [t('history.intact', { events: verified.events, chains: 1 })] };
}
