// A throwaway profile has its key in memory only: a second run on the same folder is told to take a new one.
import { afterAll, expect, it } from 'vitest';
import { runCommand } from '../../../main/cli/run-command.ts';
import { newFolder, removeFolder } from '../../support/application-bench.ts';

const folder = newFolder();
afterAll(() => removeFolder(folder));

async function run(words: string[]): Promise<{ exit: number; out: string[]; error: string[] }> {
  const [out, error]: [string[], string[]] = [[], []];
  const exit = await runCommand([...words, '--throwaway', '--language', 'en'], {
    out: (line) => out.push(line),
    error: (line) => error.push(line),
    readInput: async () => '',
    locale: 'nl_BE',
  });
  return { exit, out, error };
}

it('serves once: the second time it says to take a new folder', async () => {
  const words = ['employer', 'list', '--profile', folder];
  const first = await run(words);
  expect([first.exit, first.out, first.error]).toEqual([0, [], ['Nothing found.']]);
  const again = await run(words);
  expect([again.exit, again.out]).toEqual([1, []]);
  expect(again.error).toEqual([expect.stringContaining('Take a new folder')]);
});
