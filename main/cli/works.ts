// `works list|add|read`: declarations of works, by their number or by the address behind the official code.
import type { CallOutput } from '../../preload/contract/index.ts';
import { fail } from '../../preload/contract/result.ts';
import { formatWorksReference } from '../../preload/rules/presences/works-reference.ts';
import { chosenEmployer, employerOrAll } from './choose.ts';
import { type Command, type Context, type Outcome, text } from './command.ts';

const employer = { employer: { type: 'string' } } as const;

export const worksCommands: readonly Command[] = [
  { noun: 'works', verb: 'list', usage: '[--employer NUMBER]', options: employer, words: 0, run: listWorks },
  {
    noun: 'works',
    verb: 'add',
    usage: 'TEXT --employer NUMBER --name TEXT [--end DAY]',
    options: { ...employer, name: { type: 'string' }, end: { type: 'string' } },
    words: 1,
    run: addWorks,
  },
  { noun: 'works', verb: 'read', usage: 'TEXT', options: {}, words: 1, run: readWorks },
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

type Read = CallOutput<'worksDeclaration.read'>;

const readSentence = ({ t }: Context, read: Read): string =>
  t(`presences:read.${read.kind}`, {
    reference: 'reference' in read ? formatWorksReference(read.reference) : '',
    references: 'references' in read ? read.references.map(formatWorksReference).join(', ') : '',
    host: read.kind === 'foreign' ? read.host : '',
    letters: read.kind === 'wrongLetters' ? read.letters.join(', ') : '',
    length: read.kind === 'wrongLength' ? read.length : 0,
  });

async function readWorks(context: Context): Promise<Outcome> {
  const result = await context.app.call('worksDeclaration.read', { text: context.words[0] ?? '' });
  if (!result.ok) return { result };
  const exit = result.value.kind === 'found' ? 0 : 2;
  return { result, lines: [readSentence(context, result.value)], exit };
}

async function addWorks(context: Context): Promise<Outcome> {
  const { app, values, words } = context;
  const client = await chosenEmployer(context);
  if (!client.ok) return { result: client };
  const read = await app.call('worksDeclaration.read', { text: words[0] ?? '' });
  if (!read.ok) return { result: read };
  if (read.value.kind !== 'found')
    return {
      result: fail('invalidInput', { details: { fields: 'NUMBER' } }),
      lines: [readSentence(context, read.value)],
      exit: 2,
    };
  const name = text(values, 'name') ?? '';
  if (name === '') return { result: fail('invalidInput', { details: { fields: '--name' } }) };
  const result = await app.call('worksDeclaration.add', {
    employerId: client.value.id,
    reference: read.value.reference,
    url: read.value.url,
    name,
    endDate: text(values, 'end') ?? null,
  });
  return { result, lines: result.ok ? [readSentence(context, read.value)] : [] };
}
