// On the command line: a closed service refuses with a sentence unless the command says so, and deadlines as a list and a file.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exitOf, type Outcome } from '../../../main/cli/command.ts';
import { commands } from '../../../main/cli/commands.ts';
import { sentence } from '../../../main/cli/failure-sentence.ts';
import { fixedClock } from '../../../main/platform/clock.ts';
import { newId } from '../../../main/platform/ids.ts';
import { createTexts } from '../../../main/platform/texts.ts';
import { type AppBench, openApp, removeFolder } from '../../support/application-bench.ts';

let bench: AppBench;
const texts = createTexts();
const clock = fixedClock('2025-06-12T09:00:00Z');

beforeAll(async () => {
  bench = await openApp({ environmentName: 'production', practice: 'none', clock });
  const { id: employerId } = await bench.must('employer.add', {
    name: 'Schoonmaak De Berk',
    enterpriseNumber: '0999999130',
  });
  const { id: workerId } = await bench.must('worker.add', {
    employerId,
    insz: '90231599722',
    familyName: 'Dobrowicz',
    startDate: '2024-01-01',
  });
  const fields = { title: 'EHBO', startDate: '2025-05-05', endDate: '2025-05-05', durationMinutes: 228 };
  const { ids } = await bench.must('training.add', { workerIds: [workerId], year: 2025, fields });
  expect(await bench.must('training.submit', { ids })).toMatchObject({ submitted: 1 });
  await bench.must('goLive.acceptLiability', { accepted: true });
});
afterAll(async () => {
  await bench.close();
  removeFolder(bench.profileDir);
});

type Ran = Outcome & { exit: number; said: string };
async function run(noun: string, verb: string, ...argv: string[]): Promise<Ran> {
  const command = commands.find((one) => one.noun === noun && one.verb === verb);
  if (command === undefined) throw new Error(`no command ${noun} ${verb}`);
  const { values, positionals } = parseArgs({ args: argv, options: command.options, allowPositionals: true });
  const outcome = await command.run({
    app: {
      call: async (name, input, files) => {
        if (files?.saveTo !== undefined) bench.app.terminal.offer('cli:test', [], files.saveTo);
        return bench.call(name, input);
      },
      close: async () => undefined,
    },
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
const codeOf = ({ result }: Ran): string => (result.ok ? 'ok' : result.failure.code);

describe('deadlines', () => {
  it('are listed by client with their last day and what is open', async () => {
    const listed = await run('deadline', 'list', '--employer', '0999999130');
    expect([listed.exit, listed.said.split('\n')[0]]).toEqual([
      0,
      '2025-07-31\tLater\tTrainings of the 2nd quarter of 2025\tSchoonmaak De Berk\t1 training not accepted yet',
    ]);
  });

  it('are saved as a calendar file', async () => {
    const file = join(bench.profileDir, 'deadlines.ics');
    const saved = await run('deadline', 'calendar', file);
    expect(saved.exit).toBe(0);
    expect(readFileSync(file, 'utf8')).toContain('DTSTART;VALUE=DATE:20250731');
  });
});

describe('the services', () => {
  it('are listed with every date, how sure it is and its source', async () => {
    const { said } = await run('service', 'list');
    expect(said).toContain('Trainings (FLA)\tOpen');
    expect(said).toContain('2026-01-01\tRead only\tDerived from what is published\tAct of 14 January 2026');
  });
});

describe('sending to a service that takes nothing', () => {
  it('is refused with a sentence, and begun only with --although-closed', async () => {
    clock.set('2026-11-29T09:00:00Z');
    const refused = await run('outbox', 'send', '--confirmed');
    expect([codeOf(refused), refused.exit]).toEqual(['closedNotConfirmed', 2]);
    if (!refused.result.ok) expect(sentence(refused.result.failure, 'en')).toContain('--although-closed');
    const begun = await run('outbox', 'send', '--confirmed', '--although-closed');
    // It goes on to the way of sending, which this profile lacks.
    expect(codeOf(begun)).not.toBe('closedNotConfirmed');
    const { rows } = await bench.must('history.search', { kinds: ['outbox.closedConfirmed'] });
    expect(rows).toHaveLength(1);
  });

  it('keeps drafts in the register, and puts them in the outbox only when told to', async () => {
    const { rows } = await bench.must('worker.list', {});
    const fields = { title: 'Tillen', startDate: '2025-06-02', endDate: '2025-06-02', durationMinutes: 228 };
    const workerIds = rows.map(({ id }) => id);
    await bench.must('training.add', {
      workerIds,
      year: 2024,
      fields: { ...fields, startDate: '2024-06-03', endDate: '2024-06-03' },
    });
    const kept = await run('training', 'submit');
    expect([kept.result.ok && kept.result.value, kept.exit]).toMatchObject([{ submitted: 0, refused: 1 }, 2]);
    const put = await run('training', 'submit', '--although-closed');
    expect(put.result.ok && put.result.value).toMatchObject({ submitted: 1, refused: 0 });
    // A draft with a fault of its own stays one.
    await bench.must('training.add', { workerIds, year: 2023, fields: { ...fields, title: '' } });
    const faulty = await run('training', 'submit', '--although-closed');
    expect(faulty.result.ok && faulty.result.value).toMatchObject({ submitted: 0, refused: 1 });
  });
});
