// `provider …` against the real practice service: what each command prints, and with which exit code it ends.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { exitOf, type Values } from '../../../main/cli/command.ts';
import { providerCommands } from '../../../main/cli/provider.ts';
import { newId } from '../../../main/platform/ids.ts';
import { createTexts } from '../../../main/platform/texts.ts';
import { deBerk, openProvider, type ProviderBench, rania } from '../training-provider/provider-bench.ts';

let open: ProviderBench;
beforeAll(async () => {
  open = await openProvider();
});
afterEach(() => open.admin('DELETE', '/faults'));
afterAll(() => open.close());

const texts = createTexts();

async function cli(verb: string, words: string[], values: Values = {}) {
  const command = providerCommands.find((one) => one.verb === verb);
  if (command === undefined) throw new Error(`no command ${verb}`);
  const outcome = await command.run({
    app: { call: open.bench.call, close: async () => {} },
    values,
    words,
    language: 'en',
    t: (key, params) => texts.t('en', key.includes(':') ? key.replace(':', '.') : `cli.${key}`, params ?? {}),
    progress: () => undefined,
    readInput: async () => '',
    newId,
  });
  return { exit: exitOf(outcome), out: (outcome.lines ?? []).join('\n'), result: outcome.result };
}

const file = (content: string): string => {
  const path = join(open.bench.profileDir, 'participants.csv');
  writeFileSync(path, content);
  return path;
};
const facts = { title: 'Eerste hulp', start: '10/2/2025', minutes: '456' };
const idOf = (out: string): string => out.split('\t')[0] ?? '';

it('makes a session from a list, sends it, and shows to the employer what was filed', async () => {
  const added = await cli('add', [file(`INSZ;Naam;Attest\n${rania};Rania;ja\n`)], facts);
  expect([added.exit, added.out]).toEqual([
    0,
    expect.stringContaining('draft\tEerste hulp\t2025-02-10\t1 participant'),
  ]);
  const sent = await cli('send', [idOf(added.out)]);
  expect([sent.exit, sent.out]).toEqual([0, expect.stringContaining('accepted')]);
  const year = { employer: deBerk, year: '2025' };
  expect(await cli('fetch', [], year)).toMatchObject({
    exit: 0,
    out: 'Found: 1, new: 1, changed: 0, gone: 0.',
  });
  const filed = await cli('filed', [], year);
  expect(filed.out).toContain('to decide\tBensoltane, Rania\tEerste hulp');
  expect(await cli('adopt', [idOf(filed.out)])).toMatchObject({ exit: 0, out: 'Adopted: 1, left: 0.' });
  expect(await cli('reject', [idOf(filed.out)], { reason: 'x' })).toMatchObject({ exit: 2 });
  expect((await cli('withdraw', [idOf(added.out)])).out).toContain('withdrawn');
});

it('ends with 2 where a rule or the service refuses anybody, and prints no number of a person', async () => {
  const wrong = await cli('add', [file('01020399646\n')], facts);
  expect(wrong.exit).toBe(2);
  expect(wrong.out).toContain('1\t');
  expect(wrong.out).toContain('F0002-004');
  expect(wrong.out).not.toContain('01020399646');
  expect((await cli('send', [idOf(wrong.out)])).exit).toBe(2);
  const foreign = await cli('add', [file(`INSZ;KBO\n${rania};1999999250\n`)], facts);
  const refused = await cli('send', [idOf(foreign.out)]);
  expect([refused.exit, refused.out]).toEqual([2, expect.stringContaining('1\trefused\tF0004-051')]);
});

it('ends with 3 where the answer is lost, and with 0 once the same message was answered', async () => {
  const added = await cli('add', [file(`${rania}\n`)], { ...facts, title: 'Verloren' });
  await open.admin('PUT', '/faults', { kind: 'resetAfterCommit', path: 'trainingProviders' });
  expect((await cli('send', [idOf(added.out)])).exit).toBe(3);
  await open.admin('DELETE', '/faults');
  expect((await cli('send', [idOf(added.out)])).exit).toBe(0);
});

it('names the option that is missing or wrong', async () => {
  const path = file(`${rania}\n`);
  for (const [values, name] of [
    [{ ...facts, minutes: undefined }, '--minutes'],
    [{ ...facts, start: '31/2/2025' }, '--start'],
    [{ ...facts, type: 'other' }, '--type'],
  ] as const)
    expect(await cli('add', [path], values)).toMatchObject({
      exit: 1,
      result: { failure: { code: 'invalidInput', details: { fields: name } } },
    });
  expect((await cli('add', [join(open.bench.profileDir, 'none.csv')], facts)).result).toMatchObject({
    failure: { code: 'fileUnreadable' },
  });
});
