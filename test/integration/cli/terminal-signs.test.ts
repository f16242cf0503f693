// What a file says is shown in a terminal, never obeyed by it.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runCommand } from '../../../main/cli/run-command.ts';
import { newFolder, removeFolder } from '../../support/application-bench.ts';
import { csvOf } from '../employers/list-bench.ts';

let folder: string;
beforeAll(() => {
  folder = newFolder();
});
afterAll(() => removeFolder(folder));

const hostile = 'Al\u001b[2J\u0007\u009b31mder\u202e\u2066';
async function printed(...more: string[]): Promise<string> {
  const path = join(folder, 'list.csv');
  // No number: the row is refused and named.
  writeFileSync(
    path,
    csvOf([
      ['Enterprise number', 'Name'],
      [`${hostile}`, hostile],
    ]),
  );
  const lines: string[] = [];
  const take = (line: string) => void lines.push(line);
  await runCommand(['employer', 'import', path, '--dry-run', '--throwaway', '--language', 'en', ...more], {
    out: take,
    error: take,
    readInput: () => Promise.resolve(''),
    locale: 'en_BE',
  });
  return lines.join('\n');
}

it('a name of a list moves no cursor, sets no title and turns no line round', async () => {
  const text = await printed();
  expect(text).toContain('Al\ufffd[2J');
  expect(text).not.toMatch(/[[\p{Cc}--[\t\n]]\u202a-\u202e\u2066-\u2069]/v);
});

it('with --json the text that was read comes back from what is printed, without one such sign in it', async () => {
  const line = await printed('--json');
  expect(line).not.toMatch(/[[\p{Cc}--[\n]]\u202a-\u202e\u2066-\u2069]/v);
  // Signs that turn lines round are not read from a cell at all.
  expect(JSON.stringify(JSON.parse(line))).toContain('\\u001b[2J\\u0007\u009b31mder');
});
