// `presence look-up|search|day`: who was registered where and when.
import type { DayRow, Presence } from '../../preload/contract/presences.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { formatWorksReference, parseWorksReference } from '../../preload/rules/presences/works-reference.ts';
import { writeCsv } from '../platform/tables/write-table.ts';
import { chosenEmployer, employerOrAll } from './choose.ts';
import { type Command, type Context, type Outcome, text } from './command.ts';
import { followJob } from './follow-job.ts';

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
  {
    noun: 'presence',
    verb: 'search',
    usage:
      '--from DAY [--to DAY] [--employer NUMBER] [--site NUMBER] [--worker TEXT] [--state pending|valid|invalid] [--remark TEXT] [--csv]',
    options: {
      ...employer,
      ...period,
      site: { type: 'string' },
      worker: { type: 'string' },
      state: { type: 'string' },
      remark: { type: 'string' },
      csv: { type: 'boolean' },
    },
    words: 0,
    run: search,
  },
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

async function search(context: Context): Promise<Outcome> {
  const { t, values } = context;
  const found = await everyPresence(context);
  if (!found.ok) return { result: found };
  const rows = found.value;
  const cells = rows.map((row) => cellsOf(context, row));
  if (values['csv'] === true) {
    const headings = columns.map((column) => t(`presences:columns.${column}`));
    const bytes = writeCsv({ name: '', headings, rows: cells });
    return { result: ok({ rows }), lines: [new TextDecoder().decode(bytes).trimEnd()] };
  }
  const lines = cells.map((row) => row.join('\t'));
  return { result: ok({ rows }), lines: lines.length === 0 ? [t('presences:none')] : lines };
}

/** All pages; 300 rows keep an answer well within its limit. */
async function everyPresence(context: Context): Promise<Result<Presence[]>> {
  const { app, values } = context;
  const employerId = await employerOrAll(context);
  if (!employerId.ok) return employerId;
  const asked = periodOf(context);
  if (!asked.ok) return asked;
  const state = text(values, 'state');
  if (state !== undefined && state !== 'pending' && state !== 'valid' && state !== 'invalid')
    return fail('invalidInput', { details: { fields: '--state' } });
  const site = text(values, 'site');
  const reference = site === undefined ? undefined : parseWorksReference(site);
  if (reference === null) return fail('invalidInput', { details: { fields: '--site' } });
  const remark = text(values, 'remark');
  const rows: Presence[] = [];
  for (let page = 1; ; page += 1) {
    const answer = await app.call('presence.list', {
      ...asked.value,
      ...(employerId.value === null ? {} : { employerId: employerId.value }),
      ...(reference === undefined ? {} : { reference }),
      ...(state === undefined ? {} : { validity: state }),
      ...(remark === undefined ? {} : { remark }),
      text: text(values, 'worker') ?? '',
      page,
      pageSize: 300,
    });
    if (!answer.ok) return answer;
    rows.push(...answer.value.rows);
    if (answer.value.rows.length === 0 || rows.length >= answer.value.total) return ok(rows);
  }
}

const columns = [
  'registeredAt',
  'type',
  'insz',
  'worker',
  'employer',
  'site',
  'validity',
  'remarks',
] as const;

const clock = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Brussels',
  dateStyle: 'short',
  timeStyle: 'medium',
});

const cellsOf = ({ t }: Context, row: Presence): string[] => [
  clock.format(new Date(row.registeredAt)),
  t(`presences:type.${row.type}`),
  row.insz,
  row.workerName ?? '',
  row.employerName ?? row.employerNumber,
  row.siteName ?? formatWorksReference(row.reference),
  t(`presences:validity.${row.validity}`),
  row.remarks.map(({ code }) => code).join(' '),
];

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

const hour = (instant: string): string => clock.format(new Date(instant)).slice(11, 16);
