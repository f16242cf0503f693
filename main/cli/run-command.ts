// Runs one command line: reads the words, opens the app, prints a Result as JSON or as sentences, gives the exit code.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ParseArgsConfig, parseArgs } from 'node:util';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { languageSchema } from '../../preload/contract/values.ts';
import type { ApplicationOptions } from '../application/application-options.ts';
import { defaultProfileDir } from '../application/profile-dir.ts';
import { storageFailure } from '../platform/database.ts';
import { newId } from '../platform/ids.ts';
import type { TextLanguage } from '../platform/texts.ts';
import { createTexts } from '../platform/texts.ts';
import { languageOfLocale } from '../settings/preferences.ts';
import { openCaller } from './caller.ts';
import {
  type Caller,
  type Command,
  type Context,
  exitOf,
  type Outcome,
  text,
  type Values,
} from './command.ts';
import { commands } from './commands.ts';
import { sentence } from './failure-sentence.ts';
import { helpOf } from './help.ts';

export type Terminal = {
  out(text: string): void;
  error(text: string): void;
  readInput(): Promise<string>;
  readLines?(): AsyncIterable<string>;
  readBytes?(): Promise<Uint8Array>;
  locale: string;
};

export const globalOptions = {
  profile: { type: 'string' },
  environment: { type: 'string' },
  environments: { type: 'string' },
  json: { type: 'boolean' },
  throwaway: { type: 'boolean' },
  language: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const satisfies NonNullable<ParseArgsConfig['options']>;

const texts = createTexts();
type Reading = { command: Command; values: Values; words: string[] };

/** `['employer', 'list', '--json']` → 0, with one JSON line on standard output. */
export async function runCommand(argv: readonly string[], given: Terminal): Promise<number> {
  const terminal = harmless(given);
  const [noun = '', verb = ''] = argv;
  const asJson = argv.includes('--json');
  const language = languageFrom(argv, terminal.locale);
  const known = commands.filter((command) => command.noun === noun);
  // A noun that is a command by itself: `doctor --json`.
  const bare = known.some((command) => command.verb === '');
  const verbless = verb === '' || verb.startsWith('-');
  if (known.length === 0 || (verbless && !bare) || argv.includes('--help') || argv.includes('-h')) {
    const help = helpOf(known.length > 0 ? known : commands, (key) => texts.t(language, `cli.${key}`));
    const asked = argv.includes('--help') || argv.includes('-h') || argv.length === 0;
    (asked ? terminal.out : terminal.error)(help);
    return asked ? 0 : 1;
  }
  const read = verbless ? readWords(known, '', argv.slice(1)) : readWords(known, verb, argv.slice(2));
  const outcome: Outcome = read.ok ? await performed(read.value, language, terminal) : { result: read };
  print(outcome, asJson, language, terminal);
  return exitOf(outcome);
}

/**
 * Names from a file or an answer may hold signs that a terminal obeys: they would recolour, move or rewrite what it shows.
 * Only tabs and line ends pass; signs that turn the direction of the text round do not either.
 */
const obeyed = /[[\p{Cc}--[\t\n]]\u202a-\u202e\u2066-\u2069]/gv;
const harmless = (terminal: Terminal): Terminal => {
  const clean = (words: string): string => words.replaceAll('\r\n', '\n').replace(obeyed, '\ufffd');
  return {
    ...terminal,
    out: (words) => terminal.out(clean(words)),
    error: (words) => terminal.error(clean(words)),
  };
};
/** The same JSON, with the signs written as `\\u009b` that JSON itself lets pass. */
const jsonLine = (result: unknown): string =>
  JSON.stringify(result).replace(
    obeyed,
    (sign) => `\\u${(sign.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`,
  );

function readWords(known: readonly Command[], verb: string, rest: string[]): Result<Reading> {
  const command = known.find((one) => one.verb === verb);
  if (!command) return fail('invalidInput', { details: { fields: verb.slice(0, 40) } });
  try {
    const options = { ...globalOptions, ...command.options };
    const { values, positionals } = parseArgs({ args: rest, options, allowPositionals: true, strict: true });
    const fewest = command.fewestWords ?? command.words;
    if (positionals.length > command.words || positionals.length < fewest)
      return fail('invalidInput', { details: { fields: command.usage } });
    return ok({ command, values, words: positionals });
  } catch (error) {
    // Names the option only: what was typed after it may be anything.
    const option = error instanceof Error ? /'(-{1,2}[a-z-]+)/.exec(error.message)?.[1] : undefined;
    return fail('invalidInput', { details: { fields: option ?? command.usage } });
  }
}

/** An exception is a bug, and still the person gets a sentence: its message could quote what was typed. */
async function performed(reading: Reading, language: TextLanguage, terminal: Terminal): Promise<Outcome> {
  try {
    return await perform(reading, language, terminal);
  } catch (error) {
    return { result: storageFailure(error) ?? fail('internal') };
  }
}

async function perform(
  { command, values, words }: Reading,
  language: TextLanguage,
  terminal: Terminal,
): Promise<Outcome> {
  const throwaway = values['throwaway'] === true;
  const given = text(values, 'profile');
  const profileDir = given ?? (throwaway ? mkdtempSync(join(tmpdir(), 'sociodesk-')) : defaultProfileDir());
  const environmentName = text(values, 'environment');
  const environmentsFile = text(values, 'environments');
  const options: ApplicationOptions = {
    profileDir,
    throwaway,
    locale: terminal.locale,
    ...(environmentName === undefined ? {} : { environmentName }),
    ...(environmentsFile === undefined ? {} : { environmentsFile }),
  };
  const context = (app: Caller): Context => ({
    app,
    values,
    words,
    language,
    t: (key, params) => texts.t(language, key.includes(':') ? key : `cli:${key}`, params),
    progress: terminal.error,
    readInput: terminal.readInput,
    ...(terminal.readLines === undefined ? {} : { lines: terminal.readLines }),
    print: terminal.out,
    ...(terminal.readBytes === undefined ? {} : { readBytes: terminal.readBytes }),
    newId,
  });
  try {
    if (command.withoutProfile) return await command.run(context(noApp));
    const caller = await openCaller(options);
    if (!caller.ok) return { result: throwaway ? onceOnly(caller) : caller };
    try {
      const outcome = await command.run(context(caller.value));
      return throwaway ? { ...outcome, result: onceOnly(outcome.result) } : outcome;
    } finally {
      await caller.value.close();
    }
  } finally {
    if (throwaway && given === undefined) rmSync(profileDir, { recursive: true, force: true });
  }
}

/** The key of a throwaway profile went with the process that made it: no backup would help. */
const onceOnly = (result: Result<unknown>): Result<unknown> =>
  !result.ok && result.failure.code === 'databaseKeyLost'
    ? fail('databaseKeyLost', { details: { reason: 'throwaway' } })
    : result;

const noApp: Caller = {
  call: () => Promise.resolve(fail('notSupportedHere')),
  close: () => Promise.resolve(),
};

function print(
  { result, lines, silent }: Outcome,
  asJson: boolean,
  language: TextLanguage,
  terminal: Terminal,
): void {
  if (silent) return;
  if (asJson) {
    terminal.out(jsonLine(result));
    return;
  }
  for (const line of lines ?? []) terminal.out(line);
  // A list without anything in it: standard output stays empty for whoever reads it by program.
  if (result.ok && lines?.length === 0) terminal.error(texts.t(language, 'cli.nothingFound'));
  if (!result.ok) terminal.error(sentence(result.failure, language));
}

function languageFrom(argv: readonly string[], locale: string): TextLanguage {
  const at = argv.indexOf('--language');
  const asked = languageSchema.safeParse(at >= 0 ? argv[at + 1] : undefined);
  return asked.success ? asked.data : languageOfLocale(locale);
}
