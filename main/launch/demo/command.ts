// Runs the built command line as a person or a script would: a process of its own for each command.
import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { nodeFlags } from '../node-flags.ts';
import { projectRoot } from '../source-stamp.ts';

export type Answer = {
  code: number;
  /** The Result that `--json` prints. */
  result:
    | { ok: true; value: unknown }
    | { ok: false; failure: { code: string; details?: Record<string, unknown> } };
};

/** Begins a command that nobody waits for. */
export const startCommand = (args: readonly string[]): ChildProcess =>
  spawn(process.execPath, [...nodeFlags, cliFile, ...args], { stdio: 'ignore' });

export const cliFile = join(projectRoot, 'out', 'main', 'cli.js');

/** Ends with the process: exit code and the one JSON value on its standard output. */
export function sociodesk(args: readonly string[], input = ''): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...nodeFlags, cliFile, ...args, '--json'], {
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    let out = '';
    let told = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      told += text;
    });
    child.once('error', reject);
    child.once('close', (code) => {
      try {
        resolve({ code: code ?? 1, result: JSON.parse(out) as Answer['result'] });
      } catch {
        reject(
          new Error(
            `"${args.slice(0, 2).join(' ')}" ended with ${code} and printed no JSON. ${told.slice(-600)}`,
          ),
        );
      }
    });
    child.stdin.on('error', () => {});
    child.stdin.end(input);
  });
}

export type Run = (words: readonly string[], input?: string) => Promise<Answer>;

/** Which profile and which services a command is about, and in which language it answers. */
export const aboutProfile = (profile: string, environments: string): string[] => [
  ...['--profile', profile, '--environment', 'practice'],
  ...['--environments', environments, '--language', 'en'],
];

/** The value of an answer; a failure ends the demonstration. */
export function obtained<T>({ result }: Answer, what: string): T {
  if (result.ok) return result.value as T;
  throw new Error(`${what}: ${result.failure.code} ${JSON.stringify(result.failure.details ?? {})}`);
}
