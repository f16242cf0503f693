// `works list|add|read|calendar`: declarations of works, by their number, the address behind the official code, or a picture of
// it, and their last days as a calendar file.
import { resolve } from 'node:path';
import { fail, ok } from '../../preload/contract/result.ts';
import { formatWorksReference } from '../../preload/rules/presences/works-reference.ts';
import { chosenEmployer, employerOrAll } from './choose.ts';
import { type Command, type Context, type Outcome, text } from './command.ts';
import { readGiven, readSentences } from './works-given.ts';

const picture = { type: 'string' } as const;
const employer = { employer: { type: 'string' } } as const;
const said = { type: 'string' } as const;
/** A registration point tells the service where it stands: without an address there is none. */
const address = {
  ...{ street: said, 'house-number': said, 'post-code': said, municipality: said },
  call: said,
} as const;

export const worksCommands: readonly Command[] = [
  { noun: 'works', verb: 'list', usage: '[--employer NUMBER]', options: employer, words: 0, run: listWorks },
  {
    noun: 'works',
    verb: 'add',
    usage:
      'TEXT|--picture FILE|- --employer NUMBER --name TEXT [--end DAY] [--street TEXT --house-number TEXT --post-code TEXT --municipality TEXT] [--call TEXT]',
    options: { ...employer, ...address, picture, name: { type: 'string' }, end: { type: 'string' } },
    words: 1,
    fewestWords: 0,
    run: addWorks,
  },
  {
    noun: 'works',
    verb: 'read',
    usage: 'TEXT|--picture FILE|-',
    options: { picture },
    words: 1,
    fewestWords: 0,
    run: readWorks,
  },
  {
    noun: 'works',
    verb: 'calendar',
    usage: 'FILE.ics [--employer NUMBER]',
    options: employer,
    words: 1,
    run: saveEnds,
  },
];

async function listWorks(context: Context): Promise<Outcome> {
  const { app, t } = context;
  const employerId = await employerOrAll(context);
  if (!employerId.ok) return { result: employerId };
  const chosen = employerId.value === null ? {} : { employerId: employerId.value };
  const result = await app.call('worksDeclaration.list', { ...chosen, pageSize: 500 });
  if (!result.ok) return { result };
  const lines = result.value.rows.map((row) =>
    [
      formatWorksReference(row.reference),
      row.endDate ?? '–',
      t(`presences:time.${row.time}`),
      row.name,
      row.employerName,
    ].join('\t'),
  );
  return { result, lines: lines.length === 0 ? [t('presences:works.none')] : lines };
}

async function saveEnds(context: Context): Promise<Outcome> {
  const { app, t, words, language } = context;
  const employerId = await employerOrAll(context);
  if (!employerId.ok) return { result: employerId };
  const saveTo = resolve(words[0] ?? '');
  const input = { employerId: employerId.value, language };
  const result = await app.call('worksDeclaration.saveCalendar', input, { saveTo });
  return { result, lines: result.ok ? [t('saved', { name: result.value.name })] : [] };
}

async function readWorks(context: Context): Promise<Outcome> {
  const read = await readGiven(context);
  if (!read.ok) return { result: read };
  const exit = read.value.length === 1 && read.value[0]?.kind === 'found' ? 0 : 2;
  const [first] = read.value;
  const result = ok(first !== undefined && read.value.length === 1 ? first : { codes: read.value });
  return { result, lines: readSentences(context, read.value), exit };
}

async function addWorks(context: Context): Promise<Outcome> {
  const { app, values } = context;
  const client = await chosenEmployer(context);
  if (!client.ok) return { result: client };
  const read = await readGiven(context);
  if (!read.ok) return { result: read };
  // Other codes on the same paper do not matter; two sites do.
  const found = read.value.filter((one) => one.kind === 'found');
  const [works] = found;
  if (works === undefined || found.length > 1)
    return {
      result: fail('invalidInput', { details: { fields: 'NUMBER' } }),
      lines: readSentences(context, read.value),
      exit: 2,
    };
  const name = text(values, 'name') ?? '';
  if (name === '') return { result: fail('invalidInput', { details: { fields: '--name' } }) };
  const result = await app.call('worksDeclaration.add', {
    employerId: client.value.id,
    reference: works.reference,
    url: works.url,
    name,
    endDate: text(values, 'end') ?? null,
    street: text(values, 'street') ?? '',
    houseNumber: text(values, 'house-number') ?? '',
    postCode: text(values, 'post-code') ?? '',
    municipality: text(values, 'municipality') ?? '',
    contact: text(values, 'call') ?? '',
  });
  return { result, lines: result.ok ? readSentences(context, [works]) : [] };
}
