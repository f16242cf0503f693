// A file named on the command line is read only when it is a file.
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readFileWithin } from '../../../main/application/terminal-host.ts';
import { codeOf, scratchDir, unwrap } from '../platform/scratch.ts';

it('reads a file, and refuses one beyond the limit', async () => {
  const path = join(scratchDir(), 'a.txt');
  writeFileSync(path, 'twelve bytes');
  expect(Buffer.from(unwrap(await readFileWithin(path, 12)).bytes).toString()).toBe('twelve bytes');
  expect(codeOf(await readFileWithin(path, 11))).toBe('fileTooLarge');
});

it('refuses a folder and a file that is not there', async () => {
  const dir = scratchDir();
  mkdirSync(join(dir, 'b.p12'));
  expect(codeOf(await readFileWithin(join(dir, 'b.p12'), 100))).toBe('fileUnreadable');
  expect(codeOf(await readFileWithin(join(dir, 'none.p12'), 100))).toBe('fileUnreadable');
});

it.runIf(process.platform !== 'win32')(
  'refuses a pipe at once instead of waiting for its writer',
  async () => {
    const pipe = join(scratchDir(), 'pipe.p12');
    execFileSync('mkfifo', [pipe]);
    expect(codeOf(await readFileWithin(pipe, 100))).toBe('fileUnreadable');
  },
);
