// Starts the child of `kill-child.ts`, kills it (the node process itself) at a random moment after its first answer, and
// hands back what it had said until then.
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

/** `afterMs`: from the child's first line to its end. */
export async function runAndKill(order: KillOrder, afterMs: number): Promise<Said[]> {
  const childFile = await builtProcess('kill-child');
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [childFile], { stdio: ['pipe', 'pipe', 'inherit'] });
    const said: Said[] = [];
    let timer: NodeJS.Timeout | undefined;
    createInterface({ input: child.stdout }).on('line', (line) => {
      said.push(JSON.parse(line) as Said);
      timer ??= setTimeout(() => child.kill('SIGKILL'), afterMs);
    });
    child.once('error', reject);
    child.once('close', (_code, signal) => {
      clearTimeout(timer);
      const failed = said.find((one) => one.error !== undefined);
      if (failed !== undefined || signal !== 'SIGKILL')
        reject(new Error(failed?.error ?? 'the child ended by itself'));
      else resolve(said);
    });
    child.stdin.write(`${JSON.stringify(order)}\n`);
  });
}
