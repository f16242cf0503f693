// `training intake-sheet` and `training report` as commands on an open app: files, lines and exit codes.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Open } from 'unzipper';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Caller, Outcome } from '../../../main/cli/command.ts';
import { exitOf } from '../../../main/cli/command.ts';
import { intakeCommands } from '../../../main/cli/intake.ts';
import { newId } from '../../../main/platform/ids.ts';
import { createTexts } from '../../../main/platform/texts.ts';
import { type AppBench, newFolder, openApp, removeFolder } from '../../support/application-bench.ts';
import { workers } from '../../support/seed-profile.ts';

let bench: AppBench;
let folder: string;
const texts = createTexts();
beforeAll(async () => {
  bench = await openApp({ practice: 'none' });
  folder = newFolder();
  for (const [name, enterpriseNumber, insz] of [
    ['Schoonmaak De Berk', '0999999130', workers.fien],
    ['Zalen Het Park', '1999999250', workers.marek],
  ] as const) {
    const { id: employerId } = await bench.must('employer.add', { name, enterpriseNumber });
    const worker = { employerId, insz, familyName: 'Maes', givenName: 'An', startDate: '2024-01-01' };
    await bench.must('worker.add', worker);
  }
});
afterAll(async () => {
  await bench.close();
  removeFolder(folder);
  removeFolder(bench.profileDir);
});

const app: Caller = {
  call: (name, input, files = {}) => {
    bench.app.terminal.offer('cli:test', files.read ?? [], files.saveTo ?? null);
    return bench.call(name, input);
  },
  close: async () => undefined,
};
async function run(verb: string, ...argv: string[]): Promise<Outcome & { exit: number; said: string }> {
  const command = intakeCommands.find((one) => one.verb === verb);
  if (command === undefined) throw new Error(`no command training ${verb}`);
  const { values, positionals } = parseArgs({ args: argv, options: command.options, allowPositionals: true });
  const outcome = await command.run({
    app,
    values,
    words: positionals,
    language: 'en',
    t: (key, params) => texts.t('en', key.includes(':') ? key : `cli:${key}`, params),
    progress: () => undefined,
    readInput: async () => '',
    newId,
  });
  return { ...outcome, exit: exitOf(outcome), said: (outcome.lines ?? []).join('\n') };
}

it('makes a workbook for one employer and an archive for all, and says what it holds', async () => {
  const one = join(folder, 'one.xlsx');
  const made = await run('intake-sheet', '--employer', '0999.999.130', '--year', '2025', '--save', one);
  expect([made.exit, made.said]).toEqual([0, '1 intake sheet for 1 worker saved as one.xlsx.']);
  expect(readFileSync(one).subarray(0, 2).toString()).toBe('PK');
  const all = join(folder, 'all.zip');
  const many = await run('intake-sheet', '--all', '--year', '2025', '--save', all, '--rows', '1');
  expect(many.said).toBe('2 intake sheets for 2 workers saved as all.zip.');
  expect((await Open.buffer(readFileSync(all))).files).toHaveLength(2);
});

it('says which option is lacking, and makes nothing for a year in which nobody worked', async () => {
  const fields = async (...argv: string[]) => {
    const { result } = await run('intake-sheet', ...argv);
    return result.ok ? 'ok' : (result.failure.details?.['fields'] ?? result.failure.code);
  };
  const save = ['--save', join(folder, 'none.xlsx')];
  expect(await fields('--all', ...save)).toBe('--year');
  expect(await fields('--all', '--year', '2025')).toBe('--save');
  expect(await fields('--year', '2025', ...save)).toBe('--employer');
  expect(await fields('--all', '--year', '2025', '--rows', '0', ...save)).toBe('--rows');
  expect(await fields('--all', '--year', '2023', ...save)).toBe('nothingToSend');
});

it('reports in counts, and prints no PDF without a window', async () => {
  const of = ['--employer', '0999.999.130', '--year', '2025'];
  expect((await run('report', ...of)).said).toBe('0 accepted, 0 refused, 0 open.');
  const { rows } = await bench.must('worker.list', {});
  const worker = rows.find(({ insz }) => insz === workers.fien);
  await bench.must('training.add', {
    workerIds: [worker?.id ?? ''],
    year: 2025,
    fields: { title: 'Tillen' },
  });
  expect((await run('report', ...of)).said).toBe('Maes, An\tTillen\t\tdraft\n0 accepted, 0 refused, 1 open.');
  const saved = await run('report', ...of, '--save', join(folder, 'report.xlsx'));
  expect(saved.result).toMatchObject({ ok: true, value: { name: 'report.xlsx', rows: 1 } });
  const printed = await run('report', ...of, '--save', join(folder, 'report.pdf'));
  expect(printed.result).toMatchObject({ ok: false, failure: { code: 'notSupportedHere' } });
});
