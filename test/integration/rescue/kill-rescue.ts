// Reads in a process of its own and kills it in the middle.
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { builtProcess } from '../../support/built-processes.ts';
import type { Practice } from '../../support/practice-outbox.ts';
import type { RescueOrder } from './rescue-child.ts';

/** Kills the process itself once that many worker-years were answered. */
export async function runAndKill(order: RescueOrder, answered: number): Promise<number> {
  const child = spawn(process.execPath, [await builtProcess('rescue-child')], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  return new Promise((resolve, reject) => {
    let last = 0;
    createInterface({ input: child.stdout }).on('line', (line) => {
      last = Number(line);
      if (last >= answered) child.kill('SIGKILL');
    });
    child.once('close', (_code, signal) =>
      signal === 'SIGKILL' ? resolve(last) : reject(new Error('the child ended by itself')),
    );
    child.stdin.write(`${JSON.stringify(order)}\n`);
  });
}

type Entry = { method: string; path: string; status: number };

/** What the service was asked for, by its own ledger. */
export const readingsOf = async (practice: Practice): Promise<Entry[]> =>
  ((await practice.admin('GET', '/ledger?all=true&limit=10000')).json.items as unknown as Entry[]).filter(
    ({ method }) => method === 'GET',
  );

export function timesOf(entries: readonly Entry[]): Map<string, number> {
  const times = new Map<string, number>();
  for (const { path } of entries) times.set(path, (times.get(path) ?? 0) + 1);
  return times;
}
