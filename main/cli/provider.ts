// `provider add|list|show|put-forward|send|withdraw|fetch|filed|adopt|reject`
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { CallInput } from '../../preload/contract/index.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import type { Filing, ProviderSession, SessionFields } from '../../preload/contract/training-provider.ts';
import { readParticipants } from '../../preload/rules/training-provider/read-participants.ts';
import { readDay } from '../../preload/rules/workers/read-day.ts';
import { decodeText } from '../platform/tables/decode-text.ts';
import { chosenAccount, chosenEmployer } from './choose.ts';
import { type Command, type Context, needed, type Outcome, text, wholeNumber } from './command.ts';
import { findingLine, hasBlocking } from './findings.ts';

const confirmed = { confirmed: { type: 'boolean' }, 'although-closed': { type: 'boolean' } } as const;
const ofYear = { employer: { type: 'string' }, year: { type: 'string' } } as const;

export const providerCommands: readonly Command[] = [
  {
    noun: 'provider',
    verb: 'add',
    usage: 'FILE --title TEXT --start DAY [--end DAY] --minutes N [--type formal|informal] [--account NAME]',
    options: {
      title: { type: 'string' },
      start: { type: 'string' },
      end: { type: 'string' },
      minutes: { type: 'string' },
      type: { type: 'string' },
      account: { type: 'string' },
    },
    words: 1,
    run: add,
  },
  { noun: 'provider', verb: 'list', usage: '', options: {}, words: 0, run: list },
  { noun: 'provider', verb: 'show', usage: 'ID', options: {}, words: 1, run: show },
  {
    noun: 'provider',
    verb: 'put-forward',
    usage: 'ID [--withdraw]',
    options: { withdraw: { type: 'boolean' } },
    words: 1,
    run: putForward,
  },
  {
    noun: 'provider',
    verb: 'send',
    usage: 'ID [--confirmed] [--although-closed]',
    options: confirmed,
    words: 1,
    run: send,
  },
  {
    noun: 'provider',
    verb: 'withdraw',
    usage: 'ID [--confirmed] [--although-closed]',
    options: confirmed,
    words: 1,
    run: withdraw,
  },
  {
    noun: 'provider',
    verb: 'fetch',
    usage: '--employer NUMBER --year N',
    options: ofYear,
    words: 0,
    run: fetchFiled,
  },
  {
    noun: 'provider',
    verb: 'filed',
    usage: '--employer NUMBER --year N',
    options: ofYear,
    words: 0,
    run: filed,
  },
  { noun: 'provider', verb: 'adopt', usage: 'ID', options: {}, words: 1, run: adopt },
  {
    noun: 'provider',
    verb: 'reject',
    usage: 'ID --reason TEXT',
    options: { reason: { type: 'string' } },
    words: 1,
    run: reject,
  },
];

async function add(context: Context): Promise<Outcome> {
  const fields = await fieldsOf(context);
  if (!fields.ok) return { result: fields };
  const list = readList(context.words[0] ?? '');
  if (!list.ok) return { result: list };
  const { people, dropped } = list.value;
  if (dropped > 0)
    return { result: fail('tableTooManyRows', { details: { rows: people.length + dropped } }) };
  const added = await context.app.call('provider.add', { fields: fields.value, people });
  if (!added.ok) return { result: added };
  const session = await context.app.call('provider.get', { id: added.value.id });
  if (!session.ok) return { result: session };
  const lines = linesOf(context, session.value);
  return { result: session, lines, exit: hasBlocking(session.value.findings) ? 2 : 0 };
}

async function fieldsOf(context: Context): Promise<Result<Partial<SessionFields>>> {
  const title = needed(context.values, 'title');
  if (!title.ok) return title;
  const start = readDay(text(context.values, 'start') ?? '');
  if (start === null) return wrong('--start');
  const end = readDay(text(context.values, 'end') ?? start);
  if (end === null) return wrong('--end');
  const minutes = wholeNumber(context.values, 'minutes', 1, 120_000);
  if (!minutes.ok) return minutes;
  if (minutes.value === undefined) return wrong('--minutes');
  const type = text(context.values, 'type') ?? 'formal';
  if (type !== 'formal' && type !== 'informal') return wrong('--type');
  const named = text(context.values, 'account') === undefined ? null : await chosenAccount(context);
  if (named !== null && !named.ok) return named;
  return ok({
    title: title.value,
    startDate: start,
    endDate: end,
    durationMinutes: minutes.value,
    type,
    ...(named === null ? {} : { accountId: named.value.id }),
  });
}

const wrong = (fields: string): Result<never> => fail('invalidInput', { details: { fields } });

/** Largest list: 500 rows need far less. */
const mostBytes = 1_000_000;

function readList(path: string): Result<ReturnType<typeof readParticipants>> {
  try {
    const bytes = readFileSync(resolve(path));
    if (bytes.length > mostBytes) return fail('tableTooLarge');
    return ok(readParticipants(decodeText(bytes)));
  } catch {
    return fail('fileUnreadable');
  }
}

async function list(context: Context): Promise<Outcome> {
  const result = await context.app.call('provider.list', { pageSize: 300 });
  if (!result.ok) return { result };
  const lines = result.value.rows.map((row) => headOf(context, row));
  return { result, lines };
}

async function show(context: Context): Promise<Outcome> {
  const result = await context.app.call('provider.get', { id: context.words[0] ?? '' });
  return result.ok ? { result, lines: linesOf(context, result.value) } : { result };
}

/** For a second person: see `outbox approve`. */
async function putForward({ app, words, values, t }: Context): Promise<Outcome> {
  const id = words[0] ?? '';
  const session = await app.call('provider.get', { id });
  if (!session.ok) return { result: session };
  const { revision: expectedRevision } = session.value;
  const withdraw = values['withdraw'] === true;
  const result = await app.call('provider.putForward', { id, withdraw, expectedRevision });
  return result.ok ? { result, lines: [t('provider.putForward')] } : { result };
}

function send(context: Context): Promise<Outcome> {
  return act(context, 'provider.send');
}
function withdraw(context: Context): Promise<Outcome> {
  return act(context, 'provider.withdraw');
}

/** 3 where the answer was lost, 2 where anybody was refused, 1 where nothing was taken in. */
async function act(context: Context, name: 'provider.send' | 'provider.withdraw'): Promise<Outcome> {
  const id = context.words[0] ?? '';
  const withdraw = name === 'provider.withdraw';
  const given: CallInput<'provider.send'> = { id, confirmed: context.values['confirmed'] === true };
  if (context.values['although-closed'] === true) {
    const closed = await context.app.call('provider.confirmClosed', { id, withdraw, confirmed: true });
    if (!closed.ok) return { result: closed };
    given.closedConfirmation = closed.value.confirmation;
  }
  const result = await context.app.call(name, given);
  if (!result.ok) return { result };
  const { state, failure } = result.value;
  const exit = state === 'unknown' ? 3 : state === 'refused' ? 2 : failure === null ? 0 : 1;
  return {
    result: exit === 1 && failure !== null ? { ok: false, failure } : result,
    lines: linesOf(context, result.value),
    exit,
  };
}

async function chosenYear(context: Context): Promise<Result<{ employerId: string; year: number }>> {
  const employer = await chosenEmployer(context);
  if (!employer.ok) return employer;
  const year = wholeNumber(context.values, 'year', 2_023, 2_100);
  if (!year.ok) return year;
  return year.value === undefined ? wrong('--year') : ok({ employerId: employer.value.id, year: year.value });
}

async function fetchFiled(context: Context): Promise<Outcome> {
  const chosen = await chosenYear(context);
  if (!chosen.ok) return { result: chosen };
  const result = await context.app.call('providerFiling.fetch', chosen.value);
  return result.ok ? { result, lines: [context.t('provider.fetched', result.value)] } : { result };
}

async function filed(context: Context): Promise<Outcome> {
  const chosen = await chosenYear(context);
  if (!chosen.ok) return { result: chosen };
  const result = await context.app.call('providerFiling.list', { ...chosen.value, pageSize: 300 });
  return result.ok ? { result, lines: result.value.rows.map((row) => filedLine(context, row)) } : { result };
}

async function adopt({ app, words, t }: Context): Promise<Outcome> {
  const result = await app.call('providerFiling.adopt', { ids: [words[0] ?? ''] });
  if (!result.ok) return { result };
  return { result, lines: [t('provider.adopted', result.value)], exit: result.value.refused > 0 ? 2 : 0 };
}

async function reject({ app, words, values, t }: Context): Promise<Outcome> {
  const reason = needed(values, 'reason');
  if (!reason.ok) return { result: reason };
  const result = await app.call('providerFiling.reject', { ids: [words[0] ?? ''], reason: reason.value });
  if (!result.ok) return { result };
  return { result, lines: [t('provider.rejected', result.value)], exit: result.value.refused > 0 ? 2 : 0 };
}

type Head = Pick<ProviderSession, 'id' | 'fields' | 'state' | 'participants'>;
const headOf = ({ t }: Context, { id, fields, state, participants }: Head): string =>
  `${id}\t${t(`provider.state.${state}`)}\t${fields.title}\t${fields.startDate ?? ''}\t${t('provider.participants', { count: participants })}`;

/** Rows count from 1, as in the list; a person's number is not printed. */
function linesOf(context: Context, session: ProviderSession): string[] {
  return [
    headOf(context, session),
    ...session.findings.map((finding) =>
      findingLine(context, finding.participant === null ? '' : `${finding.participant + 1}`, finding),
    ),
    ...session.results.flatMap(({ index, state, anomalies }) =>
      anomalies.map(
        ({ code, title }) =>
          `${index + 1}\t${context.t(`provider.state.${state}`)}\t${code}\t${title[context.language] ?? title['nl'] ?? ''}`,
      ),
    ),
  ];
}

const filedLine = ({ t }: Context, row: Filing): string =>
  `${row.id}\t${t(`provider.decision.${row.decision}`)}\t${row.workerName}\t${row.fields.title}\t${row.fields.startDate ?? ''}\t${row.providerName}`;
