// `employer import` from the command line, in the process of the test: what it prints, and with which exit code it ends.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { sentence } from '../../../main/cli/failure-sentence.ts';
import { runCommand } from '../../../main/cli/run-command.ts';
import { fail } from '../../../preload/contract/result.ts';
import { newFolder, removeFolder } from '../../support/application-bench.ts';
import { csvOf, enterpriseNumbers, xlsxOf } from '../employers/list-bench.ts';

const [one = '', two = ''] = enterpriseNumbers(2);
let folder: string;
beforeAll(() => {
  folder = newFolder();
});
afterAll(() => {
  removeFolder(folder);
});

type Ran = { exit: number; out: string; error: string };
async function cli(...words: string[]): Promise<Ran> {
  const out: string[] = [];
  const error: string[] = [];
  const exit = await runCommand([...words, '--throwaway', '--language', 'en'], {
    out: (line) => void out.push(line),
    error: (line) => void error.push(line),
    readInput: () => Promise.resolve(''),
    locale: 'en_BE',
  });
  return { exit, out: out.join('\n'), error: error.join('\n') };
}
const file = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

const list = [
  ['Enterprise number', 'Name', 'Language'],
  [one, 'Alder Ltd', 'en'],
  ['0999999032', 'Beech Ltd', 'nl'],
];

it('a dry run counts, names each refused row with its reason, writes that file, and changes nothing', async () => {
  const refused = join(folder, 'refused.xlsx');
  const ran = await cli(
    'employer',
    'import',
    file('list.xlsx', await xlsxOf(list)),
    '--dry-run',
    '--refused',
    refused,
  );
  expect(ran.exit).toBe(2);
  expect(ran.out).toContain('EMI-NUMBER-CHECK\tThe check digits of 0999999032 are wrong.');
  expect(ran.out).toContain('would add 1 employer and change 0');
  expect(existsSync(refused)).toBe(true);
});

it('with --json prints one result, ends with 2 when a row was refused and with 0 when none was', async () => {
  const ran = await cli(
    'employer',
    'import',
    file('list.csv', csvOf(list)),
    '--json',
    '--refused',
    join(folder, 'r.csv'),
  );
  expect(ran.exit).toBe(2);
  expect(JSON.parse(ran.out)).toMatchObject({
    ok: true,
    value: { done: true, counts: { newEmployers: 1, refused: 1 }, refused: [{ line: 3 }] },
  });
  expect(readFileSync(join(folder, 'r.csv'), 'utf8')).toContain('Beech Ltd');
  const clean = await cli(
    'employer',
    'import',
    file('clean.csv', csvOf([...list.slice(0, 2), [two, 'Cedar Ltd', '']])),
  );
  expect(clean.exit).toBe(0);
  expect(clean.out).toMatch(/sociodesk employer undo-import [0-9a-f-]{36}$/);
});

it('says in a sentence what is wrong with a file, and ends with 1', async () => {
  const broken = await cli('employer', 'import', file('scan.xlsx', '%PDF-1.4'));
  expect(broken).toMatchObject({ exit: 1 });
  expect(broken.error).toContain('neither a workbook');
  const strange = await cli('employer', 'import', file('strange.csv', 'a;b\n1;2\n'));
  expect(strange.exit).toBe(1);
  expect(strange.error).toBe('The list has no column for Enterprise number. Add it, or check the headings.');
  expect((await cli('employer', 'import', join(folder, 'absent.csv'))).exit).toBe(1);
  expect((await cli('employer', 'import', file('x.csv', csvOf(list)), '--sheet', 'Nope')).exit).toBe(1);
});

it('says on standard error that a list is empty, and what is lacking where an act waits for a yes', async () => {
  expect(await cli('employer', 'list')).toEqual({ exit: 0, out: '', error: 'Nothing found.' });
  const asked = fail('stateNotAllowed', { details: { reason: 'notConfirmed' } }).failure;
  expect(sentence(asked, 'nl')).toBe('Dit is nog niet gedaan: voeg --confirmed toe om het te doen.');
  const yes = fail('stateNotAllowed', { details: { reason: 'notConfirmed', option: '--yes' } }).failure;
  expect(sentence(yes, 'en')).toBe('This was not done yet: add --yes to do it.');
});
