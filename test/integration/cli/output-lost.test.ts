// What a command says cannot always be written: the reader may be gone, the disk behind `>` full. No crash, no stack.
import { spawn } from 'node:child_process';
import { existsSync, openSync } from 'node:fs';
import { expect, it } from 'vitest';
import { builtProcess } from '../../support/built-processes.ts';

async function run(stdout: 'pipe' | number): Promise<{ exit: number | null; error: string }> {
  const child = spawn(process.execPath, [await builtProcess('cli'), '--help'], {
    stdio: ['ignore', stdout, 'pipe'],
  });
  child.stdout?.destroy();
  const error: Buffer[] = [];
  child.stderr?.on('data', (chunk: Buffer) => error.push(chunk));
  return new Promise((resolve) =>
    child.once('close', (exit) => resolve({ exit, error: Buffer.concat(error).toString('utf8') })),
  );
}

it('ends quietly when nobody reads any more', async () => {
  expect(await run('pipe')).toEqual({ exit: 0, error: '' });
});

it.runIf(existsSync('/dev/full'))('fails without a stack when its output has no room', async () => {
  const { exit, error } = await run(openSync('/dev/full', 'w'));
  expect(exit).toBe(1);
  expect(error).not.toMatch(/^\s+at |node:/m);
});
