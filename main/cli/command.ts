// What a command of the command line is: its words, its options, and what it does with them.
import type { ParseArgsConfig } from 'node:util';
import type { CallInput, CallName, CallOutput } from '../../preload/contract/index.ts';
import { type FailureCode, fail, type Result } from '../../preload/contract/result.ts';
import type { TextLanguage, TextParams } from '../platform/texts.ts';

/** 0 done, 1 failed, 2 refused by a rule, 3 outcome unknown. */
export type ExitCode = 0 | 1 | 2 | 3;

export type Values = Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>;

/** The app behind the command, whether it runs in this process or in the window's. */
export type Caller = {
  call<N extends CallName>(name: N, input: CallInput<N>, files?: CallFiles): Promise<Result<CallOutput<N>>>;
  close(): Promise<void>;
};
/** Files that a call reads or writes, by path: the call itself carries the selection id only. */
export type CallFiles = { read?: { selectionId: string; path: string }[]; saveTo?: string };

export type Context = {
  app: Caller;
  values: Values;
  /** What stands after noun and verb. */
  words: readonly string[];
  language: TextLanguage;
  /** A sentence of `cli.json`, or of another namespace when the key names one with a colon. */
  t(key: string, params?: TextParams): string;
  /** Standard error: how far it is. Never on standard output. */
  progress(line: string): void;
  /** Reads all of standard input, as for a password. */
  readInput(): Promise<string>;
  /** The same byte for byte, as for a picture. */
  readBytes?(): Promise<Uint8Array>;
  /** Standard input line by line, as it comes. */
  lines?(): AsyncIterable<string>;
  /** A line on standard output at once, before the command ends. */
  print?(line: string): void;
  newId(): string;
};

/** `exit` where it is not simply 0 for done or what the failure says; `silent` when all was printed already. */
export type Outcome = { result: Result<unknown>; lines?: string[]; exit?: ExitCode; silent?: boolean };

export type Command = {
  noun: string;
  verb: string;
  /** What follows the verb in the help, such as `FILE --employer NUMBER`. */
  usage: string;
  options: NonNullable<ParseArgsConfig['options']>;
  /** How many words must follow. */
  words: number;
  /** Where fewer will do, as an option stands for them. */
  fewestWords?: number;
  /** Needs no profile: `practice serve`. */
  withoutProfile?: boolean;
  run(context: Context): Promise<Outcome>;
};

/** Failures that a rule is behind: the person changes something, and only then tries again. */
const ruled: readonly FailureCode[] = [
  'refusedByRule',
  'identifierInvalid',
  'certificateNotUsable',
  'clientIdInvalid',
  'closedNotConfirmed',
  'notApproved',
];

export function exitOf({ result, exit }: Outcome): ExitCode {
  if (exit !== undefined) return exit;
  if (result.ok) return 0;
  const { code, retry } = result.failure;
  if (retry === 'unknown') return 3;
  return ruled.includes(code) ? 2 : 1;
}

export const text = (values: Values, name: string): string | undefined => {
  const value = values[name];
  return typeof value === 'string' ? value : undefined;
};

/** A required option. Failure invalidInput with the option's name. */
export function needed(values: Values, name: string): Result<string> {
  const value = text(values, name);
  return value === undefined || value.trim() === ''
    ? fail('invalidInput', { details: { fields: `--${name}` } })
    : { ok: true, value };
}

/** A whole number within limits; undefined when the option is absent. */
export function wholeNumber(
  values: Values,
  name: string,
  least: number,
  most: number,
): Result<number | undefined> {
  const value = text(values, name);
  if (value === undefined) return { ok: true, value: undefined };
  const number = Number(value);
  return Number.isInteger(number) && number >= least && number <= most
    ? { ok: true, value: number }
    : fail('invalidInput', { details: { fields: `--${name}` } });
}
