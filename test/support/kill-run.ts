// Starts the child of `kill-child.ts`, kills it (the node process itself) at a moment of the test's choice, and hands back
// what it had said until then.
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { builtProcess } from './built-processes.ts';
import type { KillOrder } from './kill-child.ts';

export type Said = {
  n: number;
  id?: string;
  title?: string;
  removed?: boolean;
  sent?: boolean;
  error?: string;
};

/** `moment` ends when the child is to be killed; it is told when the child says its first line. */
export async function runAndKill(
  order: KillOrder,
  moment: (firstLine: Promise<void>) => Promise<unknown>,
): Promise<Said[]> {
  const childFile = await builtProcess('kill-child');
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [childFile], { stdio: ['pipe', 'pipe', 'inherit'] });
    const said: Said[] = [];
    const firstLine = new Promise<void>((heard) => {
      createInterface({ input: child.stdout }).on('line', (line) => {
        said.push(JSON.parse(line) as Said);
        heard();
      });
    });
    moment(firstLine).then(() => child.kill('SIGKILL'), reject);
    child.once('error', reject);
    child.once('close', (_code, signal) => {
      const failed = said.find((one) => one.error !== undefined);
      if (failed !== undefined || signal !== 'SIGKILL')
        reject(new Error(failed?.error ?? 'the child ended by itself'));
      else resolve(said);
    });
    child.stdin.write(`${JSON.stringify(order)}\n`);
  });
}
