// The register by commands on an open app: what a person types, and what is said back.
import { parseArgs } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { exitOf, type Outcome } from '../../../main/cli/command.ts';
import { registerCommands } from '../../../main/cli/register.ts';
import { newId } from '../../../main/platform/ids.ts';
import { createTexts } from '../../../main/platform/texts.ts';
import { type AppBench, openApp, removeFolder } from '../../support/application-bench.ts';

let bench: AppBench;
const texts = createTexts();
const insz = '85.07.03-997.68';
const park = ['--employer', '0999.999.130', '--insz', insz];
const names = ['--name', 'Peeters', '--given', 'Jan'];

beforeAll(async () => {
  bench = await openApp({ practice: 'none' });
  await bench.must('employer.add', { name: 'De Berk', enterpriseNumber: '0999999130' });
});
afterAll(async () => {
  await bench.close();
  removeFolder(bench.profileDir);
});

type Ran = Outcome & { exit: number; said: string };
async function run(language: 'en' | 'fr', verb: string, ...argv: string[]): Promise<Ran> {
  const command = registerCommands.find((one) => one.verb === verb);
  if (command === undefined) throw new Error(`no command register ${verb}`);
  const { values, positionals } = parseArgs({ args: argv, options: command.options, allowPositionals: true });
  const outcome = await command.run({
    app: { call: bench.call, close: async () => undefined },
    ...{ values, words: positionals, language, newId },
    t: (key, params) => texts.t(language, key.includes(':') ? key : `cli:${key}`, params),
    progress: () => undefined,
    readInput: async () => '',
  });
  return { ...outcome, exit: exitOf(outcome), said: (outcome.lines ?? []).join('\n') };
}

it('inserts, shows and deletes as a person types it', async () => {
  const tried = await run(
    'en',
    'insert',
    ...park,
    ...names,
    '--type',
    'trainee',
    '--begin',
    '1/1/2024',
    '--dry-run',
  );
  expect([tried.exit, tried.said]).toEqual([0, expect.stringContaining('Nothing was stored.')]);
  const none = await run('en', 'consult', ...park);
  expect([none.exit, none.said]).toEqual([0, 'MSG00100: Nothing was found. That is an answer, no error.']);
  const made = await run('fr', 'insert', ...park, ...names, '--type', 'Stagiaire', '--begin', '01-01-24');
  expect([made.exit, made.result]).toMatchObject([0, { ok: true, value: { outcome: 'stored' } }]);
  const again = await run(
    'en',
    'insert',
    ...park,
    '--type',
    'TRAINEE',
    '--begin',
    '2024-03-01',
    '--end',
    '2/3/2024',
  );
  expect(again.said).toContain('INS00006 (own code)');
  const split = await run(
    'en',
    'delete',
    ...park,
    '--type',
    'TRAINEE',
    '--begin',
    '1/3/2024',
    '--end',
    '31/3/2024',
  );
  expect(split.said).toMatch(
    /Before\tsince 01\/01\/2024\nAfter\t01\/01\/2024 – 29\/02\/2024; since 01\/04\/2024/,
  );
  const shown = await run('en', 'consult', ...park, '--begin', '1/4/2024');
  expect(shown.said).toBe('TRAINEE\tsince 01/04/2024\tOwn records');
  const gone = await run('en', 'delete', ...park, '--type', 'TRAINEE', '--all');
  expect([gone.exit, gone.result]).toMatchObject([0, { value: { outcome: 'stored', after: [] } }]);
});

it('says what the register refuses, in the language of who asks', async () => {
  const key = ['--type', 'TRAINEE', '--begin', '1/1/2024'];
  const typed = ['--employer', '0999.999.130', '--insz', '85070399769', ...key];
  const refused = await run('fr', 'insert', ...typed);
  expect([refused.exit, refused.said]).toEqual([2, expect.stringMatching(/^MSG00011: .*NISS/)]);
  const mismatch = await run('en', 'insert', ...park, ...key, '--name', 'Janssens');
  expect(mismatch.result).toMatchObject({
    failure: { code: 'refusedByRule', details: { rules: 'INS00001', fields: 'lastName' } },
  });
  expect([mismatch.exit, mismatch.said]).toEqual([2, expect.stringMatching(/^INS00001 \(own code\): /)]);
  const notAType = await run('en', 'insert', ...park, '--type', 'nobody', '--begin', '1/1/2024');
  expect([notAType.exit, notAType.said]).toEqual([2, expect.stringMatching(/^INS00002 \(own code\): /)]);
  const upsideDown = await run(
    'en',
    'insert',
    ...park,
    '--type',
    'TRAINEE',
    '--begin',
    '2/1/2024',
    '--end',
    '1/1/2024',
  );
  expect([upsideDown.exit, upsideDown.said]).toEqual([2, expect.stringMatching(/^INS00004 \(own code\): /)]);
});

it.each([
  [['insert', '--type', 'TRAINEE'], '--begin'],
  [['insert', '--type', 'TRAINEE', '--begin', 'tomorrow'], '--begin'],
  [['insert', '--type', 'TRAINEE', '--begin', '1/1/2024', '--end', '31/2/2024'], '--end'],
  [['insert', '--type', 'TRAINEE', '--begin', '1/1/2024', '--sex', 'x'], '--sex'],
  [['insert', '--type', 'TRAINEE', '--begin', '1/1/2024', '--born', '1985'], '--born'],
  [['insert', '--begin', '1/1/2024'], '--type'],
  [['delete', '--type', 'TRAINEE'], '--begin --all'],
  [['delete', '--type', 'TRAINEE', '--begin', '1/1/2024', '--all'], '--begin --all'],
  [['types', '--add', 'OWN', '--context', 'OWN', '--quality', '3'], '--context --quality'],
  [['types', '--use', 'OWN', '--stop', 'OWN'], '--add --use --stop'],
])('%o is told by the option', async ([verb = '', ...argv], option) => {
  const ran = await run('en', verb, ...(verb === 'types' ? [] : park), ...argv);
  expect(ran.result).toMatchObject({ failure: { code: 'invalidInput', details: { fields: option } } });
});

it('adds a type of its own and takes it out of use', async () => {
  const added = await run('en', 'types', '--add', 'seasonal', '--name', 'Season', '--quality', '10');
  expect(added.said).toContain('SEASONAL\tSeason\tquality code 10\tIn use');
  expect(added.said).toContain('EMPLOYEE\tEmployee\tcontext EMPLOYEE\tIn use');
  const stopped = await run('en', 'types', '--stop', 'SEASONAL');
  expect(stopped.said).toContain('SEASONAL\tSeason\tquality code 10\tNot in use');
  const refused = await run('en', 'insert', ...park, '--type', 'season', '--begin', '1/1/2024');
  expect(refused.exit).toBe(2);
});

it('lists, shows and undoes over the same calls, and tells nothing that nobody asked', async () => {
  const { id: employerId } = (await bench.must('employer.list', {})).rows[0] ?? { id: '' };
  const input = { employerId, insz, dossierType: 'ON_SITE', period: { begin: '2024-01-01', end: null } };
  const { actId, personId } = await bench.must('register.insert', input);
  const list = await bench.must('register.list', { text: 'peet', state: 'active' });
  expect([list.total, list.more, list.rows.map(({ dossierType }) => dossierType)]).toEqual([
    1,
    false,
    ['ON_SITE'],
  ]);
  expect((await bench.must('register.list', { text: '85.07' })).total).toBe(1);
  expect((await bench.must('register.list', { day: '2023-12-31', state: 'coming' })).total).toBe(1);
  for (const empty of [
    { state: 'ended' },
    { state: 'review' },
    { dossierType: 'APPLICANT' },
    { text: 'nobody' },
  ] as const)
    expect(await bench.must('register.list', empty)).toMatchObject({ rows: [], total: 0 });
  const shown = await bench.must('register.person', { personId: personId ?? '' });
  expect(shown).toMatchObject({ familyName: 'Peeters', insz: '85070399768', identity: null, total: 1 });
  expect(shown.numbers).toEqual([expect.objectContaining({ insz: '85070399768', replacedBy: null })]);
  expect(await bench.must('register.counts', {})).toEqual({ review: 0, pending: 0 });
  const acts = await bench.must('register.acts', { personId: personId ?? '', pageSize: 1 });
  expect(acts.rows[0]).toMatchObject({ id: actId, kind: 'insert', restorable: true });
  expect(await bench.must('register.restore', { actId: actId ?? '' })).toMatchObject({
    outcome: 'stored',
    after: [],
  });
  expect((await bench.must('register.list', {})).total).toBe(0);
  await bench.must('register.setOwner', { enterpriseNumber: '0999999922', name: 'Klaver' });
  expect(await bench.must('register.owner', {})).toEqual({ enterpriseNumber: '0999999922', name: 'Klaver' });
  expect(await bench.call('register.consultSource', { employerId, insz })).toMatchObject({
    failure: { code: 'stateNotAllowed' },
  });
});

it('a day that is too far ahead has a sentence of its own, and says how an open end is typed', async () => {
  const typed = (...days: string[]) => run('en', 'insert', ...park, ...names, '--type', 'TRAINEE', ...days);
  const begin = await typed('--begin', '31/12/9999');
  expect([begin.exit, begin.said]).toEqual([
    1,
    expect.stringMatching(/^--begin: .*too far ahead.*leave --end out/),
  ]);
  expect((await typed('--begin', '1/1/2024', '--end', '9999-12-31')).said).toMatch(
    /^--end: .*until further notice/,
  );
  expect((await typed('--begin', '31/13/2024')).said).toBe('');
  expect((await run('en', 'consult', ...park, '--begin', '1/1/2999')).said).toMatch(/^--begin: .*2200/);
});
