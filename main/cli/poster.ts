// `poster make`: posters or notices of one or many sites as one PDF, with every code read again before the file is written.
import { resolve } from 'node:path';
import {
  mostPosters,
  type PosterLanguage,
  type PosterSize,
  posterLanguages,
  posterSizes,
} from '../../preload/contract/posters.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { languageSchema } from '../../preload/contract/values.ts';
import { parseWorksReference } from '../../preload/rules/presences/works-reference.ts';
import { employerOrAll } from './choose.ts';
import { type Command, type Context, type Outcome, text, type Values } from './command.ts';
import { followJob } from './follow-job.ts';

const ways = ['phone', 'point'] as const;
type Way = (typeof ways)[number];

export const posterCommands: readonly Command[] = [
  {
    noun: 'poster',
    verb: 'make',
    usage:
      'FILE (--works NUMBER[,NUMBER] | --all) [--employer NUMBER] [--size SIZE] [--languages LANGUAGES] [--call TEXT] [--notice WAYS] [--own TEXT]',
    options: {
      works: { type: 'string' },
      all: { type: 'boolean' },
      employer: { type: 'string' },
      size: { type: 'string' },
      languages: { type: 'string' },
      call: { type: 'string' },
      notice: { type: 'string' },
      own: { type: 'string' },
    },
    words: 1,
    run: make,
  },
];

async function make(context: Context): Promise<Outcome> {
  const { app, words, t, language } = context;
  const look = lookOf(context);
  if (!look.ok) return { result: look };
  const chosen = await chosenWorks(context);
  if (!chosen.ok) return { result: chosen };
  if ('unknown' in chosen.value) {
    const lines = [t('posters:cli.unknown', { reference: chosen.value.unknown })];
    return { result: fail('notFound', { details: { fields: '--works' } }), lines, exit: 2 };
  }
  const { worksIds } = chosen.value;
  if (worksIds.length === 0)
    return { result: fail('nothingToSend'), lines: [t('posters:cli.none')], exit: 2 };
  const started = await app.call('poster.make', {
    worksIds,
    ...look.value,
    language: languageSchema.catch('nl').parse(language),
  });
  if (!started.ok) return { result: started };
  const { jobId } = started.value;
  const ended = await followJob(context, jobId);
  if (!ended.ok) return { result: ended };
  const made = await app.call('poster.made', { jobId });
  if (!made.ok) return { result: made };
  const saved = await app.call('poster.save', { jobId }, { saveTo: resolve(words[0] ?? '') });
  if (!saved.ok) return { result: saved };
  const { verified, numberOnly } = made.value;
  return {
    result: ok({ ...saved.value, verified, numberOnly }),
    lines: [
      t('posters:cli.saved', { count: saved.value.pages, name: saved.value.name }),
      t('posters:cli.verified', { count: verified }),
      ...(numberOnly === 0 ? [] : [t('posters:made.numberOnly', { count: numberOnly })]),
    ],
  };
}

type Look = {
  size: PosterSize;
  languages: PosterLanguage[];
  call: string;
  notice?: { phone: boolean; point: boolean; own: string };
};

/** Failure invalidInput with the option's name. */
function lookOf({ values }: Context): Result<Look> {
  const size = oneOf(values, 'size', posterSizes, 'a4');
  const languages = someOf(values, 'languages', posterLanguages, ['nl', 'fr', 'de', 'en']);
  const notice = someOf<Way>(values, 'notice', ways, []);
  if (!size.ok) return size;
  if (!languages.ok) return languages;
  if (languages.value.length > 4) return fail('invalidInput', { details: { fields: '--languages' } });
  if (!notice.ok) return notice;
  const own = text(values, 'own') ?? '';
  const isNotice = own !== '' || notice.value.length > 0;
  return ok({
    size: size.value,
    languages: languages.value,
    call: text(values, 'call') ?? '',
    ...(isNotice
      ? { notice: { phone: notice.value.includes('phone'), point: notice.value.includes('point'), own } }
      : {}),
  });
}

function oneOf<V extends string>(values: Values, name: string, all: readonly V[], usual: V): Result<V> {
  const given = text(values, name)?.trim().toLowerCase();
  const found = given === undefined ? usual : all.find((value) => value === given);
  return found === undefined ? fail('invalidInput', { details: { fields: `--${name}` } }) : ok(found);
}

/** Separated by commas, each once, in the order in which they are named. */
function someOf<V extends string>(
  values: Values,
  name: string,
  all: readonly V[],
  usual: readonly V[],
): Result<V[]> {
  const given = text(values, name);
  if (given === undefined) return ok([...usual]);
  const words = given.split(',').map((word) => word.trim().toLowerCase());
  const found = words.flatMap((word) => all.find((value) => value === word) ?? []);
  return found.length === words.length && found.length > 0
    ? ok([...new Set(found)])
    : fail('invalidInput', { details: { fields: `--${name}` } });
}

type Chosen = { worksIds: string[] } | { unknown: string };

/** Of one employer or of all; `--all` takes those that count today or later. Failures: invalidInput, tooLarge, notFound. */
async function chosenWorks(context: Context): Promise<Result<Chosen>> {
  const { app, values } = context;
  const employerId = await employerOrAll(context);
  if (!employerId.ok) return employerId;
  const named = text(values, 'works');
  if ((named === undefined) === (values['all'] !== true))
    return fail('invalidInput', { details: { fields: '--works' } });
  const within = employerId.value === null ? {} : { employerId: employerId.value };
  if (named === undefined) {
    const all = await app.call('worksDeclaration.list', { ...within, current: true, pageSize: mostPosters });
    if (!all.ok) return all;
    return all.value.total > mostPosters
      ? fail('tooLarge')
      : ok({ worksIds: all.value.rows.map(({ id }) => id) });
  }
  const worksIds: string[] = [];
  for (const word of named.split(',')) {
    const reference = parseWorksReference(word.trim());
    const listed = await app.call('worksDeclaration.list', { ...within, text: reference ?? word.trim() });
    if (!listed.ok) return listed;
    const found = listed.value.rows.find((row) => row.reference === reference);
    if (found === undefined) return ok({ unknown: word.trim() });
    worksIds.push(found.id);
  }
  return worksIds.length > mostPosters ? fail('tooLarge') : ok({ worksIds });
}
