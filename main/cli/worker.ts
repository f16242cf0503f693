// `worker add|list`: one by options, or many from a list as it would be pasted in the window.
import { resolve } from 'node:path';
import { fail, ok } from '../../preload/contract/result.ts';
import { formatInsz } from '../../preload/rules/identifiers/insz.ts';
import { checkWorker } from '../../preload/rules/workers/check-worker.ts';
import { readDay } from '../../preload/rules/workers/read-day.ts';
import { readPart } from '../../preload/rules/workers/read-paste.ts';
import { readFileWithin } from '../application/terminal-host.ts';
import { decodeText } from '../platform/tables/decode-text.ts';
import { chosenEmployer, employerOrAll } from './choose.ts';
import { type Command, type Context, type Outcome, text } from './command.ts';
import { findingLine, hasBlocking } from './findings.ts';

export const workerCommands: readonly Command[] = [
  {
    noun: 'worker',
    verb: 'add',
    usage:
      '--employer NUMBER (--insz NUMBER --name FAMILY --given NAME --start DAY [--end DAY] [--part 80%] | --file LIST)',
    options: {
      employer: { type: 'string' },
      insz: { type: 'string' },
      name: { type: 'string' },
      given: { type: 'string' },
      start: { type: 'string' },
      end: { type: 'string' },
      part: { type: 'string' },
      file: { type: 'string' },
    },
    words: 0,
    run: add,
  },
  {
    noun: 'worker',
    verb: 'list',
    usage: '[--employer NUMBER] [--text WORDS]',
    options: { employer: { type: 'string' }, text: { type: 'string' } },
    words: 0,
    run: list,
  },
];

async function add(context: Context): Promise<Outcome> {
  const { values, app, t } = context;
  const employer = await chosenEmployer(context);
  if (!employer.ok) return { result: employer };
  const employerId = employer.value.id;
  const file = text(values, 'file');
  if (file !== undefined) return addMany(context, employerId, file);
  const draft = {
    insz: text(values, 'insz') ?? '',
    familyName: text(values, 'name') ?? '',
    givenName: text(values, 'given') ?? '',
    startDate: text(values, 'start') ?? '',
    endDate: text(values, 'end') ?? null,
    employmentHundredths: readPart(text(values, 'part') ?? '') ?? 100,
  };
  const findings = checkWorker(draft, { today: new Date().toISOString().slice(0, 10) });
  const lines = findings.map((finding) => findingLine(context, '', finding));
  if (hasBlocking(findings)) {
    const rules = findings.map(({ rule }) => rule).join(',');
    return { result: fail('refusedByRule', { details: { rules } }), lines };
  }
  const endDate = draft.endDate === null ? null : readDay(draft.endDate);
  const startDate = readDay(draft.startDate) ?? '';
  const result = await app.call('worker.add', { employerId, ...draft, startDate, endDate });
  return { result, lines: result.ok ? [...lines, t('worker.added', { count: 1, there: 0 })] : lines };
}

const mostBytes = 1_000_000;

async function addMany(context: Context, employerId: string, path: string): Promise<Outcome> {
  const { app, t } = context;
  const file = await readFileWithin(resolve(path), mostBytes);
  if (!file.ok) return { result: file };
  const read = await app.call('worker.readPaste', { employerId, text: decodeText(file.value.bytes) });
  if (!read.ok) return { result: read };
  const { rows, dropped } = read.value;
  const lines = rows.flatMap((row) =>
    row.findings.map((finding) => findingLine(context, `${row.line}`, finding)),
  );
  const good = rows.filter((row) => !hasBlocking(row.findings));
  const refused = rows.length - good.length + dropped;
  if (good.length === 0) return { result: fail('refusedByRule', { details: { refused } }), lines };
  const added = await app.call('worker.addMany', {
    employerId,
    rows: good.map(({ insz, familyName, givenName, startDate, employmentHundredths }) => ({
      insz,
      familyName,
      givenName,
      startDate,
      ...(employmentHundredths === null ? {} : { employmentHundredths }),
    })),
  });
  if (!added.ok) return { result: added, lines };
  const counts = { count: added.value.added, there: added.value.alreadyThere };
  return {
    result: ok({ ...added.value, refused }),
    lines: [...lines, t('worker.added', counts)],
    exit: refused > 0 ? 2 : 0,
  };
}

async function list(context: Context): Promise<Outcome> {
  const employerId = await employerOrAll(context);
  if (!employerId.ok) return { result: employerId };
  const input = { employerId: employerId.value, text: text(context.values, 'text') ?? '', pageSize: 500 };
  const result = await context.app.call('worker.list', input);
  if (!result.ok) return { result };
  const lines = result.value.rows.map(
    (row) =>
      `${formatInsz(row.insz)}\t${row.familyName}\t${row.givenName}\t${row.startDate}\t${row.employerName}`,
  );
  return { result, lines };
}
