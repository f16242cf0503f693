// Accounts, routes, mandates and units as commands on an open app with the real practice service: exit codes and lines.
import { parseArgs } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exitOf, type Outcome } from '../../../main/cli/command.ts';
import { commands } from '../../../main/cli/commands.ts';
import { newId } from '../../../main/platform/ids.ts';
import { createTexts } from '../../../main/platform/texts.ts';
import { type AppBench, connect, openApp, removeFolder } from '../../support/application-bench.ts';

let bench: AppBench;
const texts = createTexts();
const employer = ['--employer', '0999.999.130'];

beforeAll(async () => {
  bench = await openApp();
  await connect(bench);
  await bench.must('practice.addSamples', {});
});
afterAll(async () => {
  await bench.close();
  removeFolder(bench.profileDir);
});

type Ran = Outcome & { exit: number; said: string };

/** As a person types it: `run('route', 'list', …)`. */
async function run(noun: string, verb: string, ...argv: string[]): Promise<Ran> {
  const command = commands.find((one) => one.noun === noun && one.verb === verb);
  if (command === undefined) throw new Error(`no command ${noun} ${verb}`);
  const { values, positionals } = parseArgs({ args: argv, options: command.options, allowPositionals: true });
  const outcome = await command.run({
    app: { call: bench.call, close: async () => undefined },
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

describe('account', () => {
  it('shows rights as Chaman names them, and keeps what is set', async () => {
    const changed = await run(
      'account',
      'update',
      '--rights',
      'careerProFlaDeclaration,dimonaConsult',
      '--scope',
      'dimona=scope:dimona:declaration:consult',
    );
    expect(changed.exit).toBe(0);
    const shown = await run('account', 'rights');
    expect(shown.said).toContain('Consultatie van de Dimona-aangifte');
    expect(shown.said).toContain('scope:dimona:declaration:consult');
    expect((await run('account', 'update', '--rights', 'everything')).exit).toBe(1);
    expect((await run('account', 'update', '--scope', 'fla=profile')).exit).toBe(1);
    expect((await run('account', 'update', '--scope', 'dimona=')).exit).toBe(0);
    expect((await run('account', 'rights')).said).not.toContain('scope:dimona');
  });

  it('closes only when confirmed, and opens again', async () => {
    const asked = await run('account', 'close');
    expect([codeOf(asked), asked.result.ok ? {} : asked.result.failure.details]).toMatchObject([
      'stateNotAllowed',
      { reason: 'notConfirmed' },
    ]);
    expect((await run('account', 'close', '--confirmed')).exit).toBe(0);
    expect((await run('account', 'list')).said).toBe('');
    expect((await run('account', 'list', '--closed')).said).toContain('closed');
    expect((await run('account', 'reopen', '--account', 'Klaver')).exit).toBe(0);
    expect((await run('account', 'list')).said).toContain('Klaver');
  });
});

describe('route', () => {
  it('lists all employers, sets one from a day, and shows what is planned', async () => {
    expect((await run('route', 'list')).said).toContain('0999.999.130');
    const set = await run('route', 'set', ...employer, '--kind', 'elsewhere', '--from', '2025-07-01');
    expect(set.exit).toBe(0);
    const shown = await run('route', 'list', ...employer);
    expect(shown.said).toMatch(/^Service\t/);
    expect(shown.said).toMatch(/Federal Learning Account\tby mandate\tKlaver\t2025-03-01\tfrom 2025-07-01/);
    expect((await run('route', 'set', ...employer, '--kind', 'mandatary')).exit).toBe(0);
    expect(codeOf(await run('route', 'set', ...employer, '--kind', 'own'))).toBe('accountMissing');
    expect(codeOf(await run('route', 'set', ...employer, '--kind', 'by post'))).toBe('invalidInput');
    expect(codeOf(await run('route', 'set', ...employer, '--kind', 'elsewhere', '--from', '1 July'))).toBe(
      'invalidInput',
    );
  });

  it('stops a right when confirmed, and says that the account lacks it', async () => {
    expect((await run('route', 'stop', '--right', 'fla', '--confirmed')).exit).toBe(0);
    expect((await run('route', 'list', ...employer)).said).toContain('The account lacks the right');
    expect((await run('account', 'update', '--rights', 'careerProFlaDeclaration')).exit).toBe(0);
  });
});

describe('mandate', () => {
  it('is refused by a rule with exit code 2, recorded, listed and ended at a quarter', async () => {
    const wrong = await run('mandate', 'record', ...employer, '--mandatary', '0999999032', '--start', 'soon');
    expect(wrong.exit).toBe(2);
    expect(wrong.said).toContain('MND-NUMBER-INVALID');
    expect(wrong.said).toContain('MND-START-INVALID');
    const klaver = ['--mandatary', '0999.999.031'];
    const terms = [...klaver, '--start', '2/2024'];
    expect((await run('mandate', 'record', ...employer, ...terms)).exit).toBe(0);
    expect(codeOf(await run('mandate', 'record', ...employer, ...terms))).toBe('alreadyExists');
    const listed = await run('mandate', 'list', ...employer);
    expect(listed.said).toContain('0999.999.031\tSociaal secretariaat Klaver\t2024Q2–\tas recorded');
    expect((await run('mandate', 'end', ...employer, '--quarter', '2025Q1')).exit).toBe(1);
    expect((await run('mandate', 'end', ...employer, '--quarter', '2025Q1', '--confirmed')).exit).toBe(0);
    expect((await run('route', 'list', ...employer)).said).toContain('MND-ENDS');
    expect((await run('mandate', 'remove', ...employer)).exit).toBe(0);
    expect((await run('mandate', 'list', ...employer)).said).toBe('');
  });
});

describe('establishment', () => {
  it('is added with right check digits only, listed and removed', async () => {
    const add = (number: string) =>
      run('establishment', 'add', ...employer, '--number', number, '--name', 'Depot');
    expect((await add('2.999.999.965')).exit).toBe(2);
    expect((await add('2.999.999.964')).exit).toBe(0);
    expect((await run('establishment', 'list', ...employer)).said).toBe('2999999964\tDepot');
    const removed = await run('establishment', 'remove', ...employer, '--number', '2.999.999.964');
    expect(removed.exit).toBe(0);
  });
});

describe('lists', () => {
  it('open with their headings', async () => {
    expect((await run('route', 'list')).said).toMatch(
      /^Enterprise number\tEmployer\tFederal Learning Account\t/,
    );
  });

  it('a quarter that cannot be read is told as at recording', async () => {
    const ended = await run('mandate', 'end', ...employer, '--quarter', '5/2025');
    expect(ended.said).toContain('MND-END-INVALID');
  });
});
