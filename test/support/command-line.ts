// Runs the command line as a person does: built, one process for each command, on a profile with a real Secret Service.
import { spawn } from 'node:child_process';
import { builtProcess } from './built-processes.ts';

export type Ran = { exit: number; out: string; error: string; json: unknown };

/** Words before, options of the test after; `input` is its standard input. */
export async function runCli(
  words: readonly string[],
  options: { profile: string; env: NodeJS.ProcessEnv; input?: string },
): Promise<Ran> {
  const args = [
    await builtProcess('cli'),
    ...words,
    '--profile',
    options.profile,
    '--json',
    '--language',
    'en',
  ];
  const child = spawn(process.execPath, args, { env: options.env, stdio: ['pipe', 'pipe', 'pipe'] });
  const out: Buffer[] = [];
  const error: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => error.push(chunk));
  child.stdin.on('error', () => {});
  child.stdin.end(options.input ?? '');
  return new Promise((resolve) =>
    child.once('close', (code) => {
      const text = Buffer.concat(out).toString('utf8');
      resolve({
        exit: code ?? -1,
        out: text,
        error: Buffer.concat(error).toString('utf8'),
        json: parsed(text),
      });
    }),
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
