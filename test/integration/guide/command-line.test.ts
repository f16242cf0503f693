// Guides without a window: the road, a start, every step by its id, the e-mail and the checklist, on one open app.
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Context, Outcome } from '../../../main/cli/command.ts';
import { exitOf } from '../../../main/cli/command.ts';
import { guideCommands } from '../../../main/cli/guide.ts';
import { newId } from '../../../main/platform/ids.ts';
import { createTexts } from '../../../main/platform/texts.ts';
import { type AppBench, newFolder, openApp, removeFolder } from '../../support/application-bench.ts';

const texts = createTexts();
let bench: AppBench;
let folder: string;
beforeAll(async () => {
  folder = newFolder();
  bench = await openApp({ profileDir: folder });
}, 60_000);
afterAll(async () => {
  await bench.close();
  removeFolder(folder);
});

function run(verb: string, words: string[], values: Context['values'] = {}): Promise<Outcome> {
  const command = guideCommands.find((one) => one.verb === verb);
  if (command === undefined) throw new Error(verb);
  expect(words).toHaveLength(command.words);
  return command.run({
    app: { call: bench.call, close: () => Promise.resolve() },
    values,
    words,
    language: 'en',
    t: (key, params) => texts.t('en', key.includes(':') ? key : `cli:${key}`, params),
    progress: () => undefined,
    readInput: () => Promise.resolve(''),
    newId,
  });
}
const wanted = { want: 'fla', for: 'ownWorkers' };
const enterprise = { enterprise: 'Schoonmaak De Berk', number: '0999.999.130' };

it('the road is told in words and as data, and nothing is kept', async () => {
  const outcome = await run('road', [], { ...wanted, access: 'mandatary' });
  expect(outcome.lines?.[0]).toBe(
    'You need no account, only a mandate. Your mandatary sends with an account and a certificate of its own. You give it a mandate; that is all.',
  );
  expect(outcome.lines?.filter((line) => /^\d\./.test(line))).toHaveLength(4);
  expect(await bench.must('guide.list', {})).toEqual({ rows: [] });
});

it('an answer that does not exist is refused by the name of its option', async () => {
  const outcome = await run('road', [], { ...wanted, workers: 'many' });
  expect(outcome.result).toMatchObject({
    failure: { code: 'invalidInput', details: { fields: '--workers' } },
  });
  const none = await run('road', [], {});
  expect(none.result).toMatchObject({ failure: { details: { fields: '--want' } } });
});

it('a guide is started, followed by step, written about and printed', async () => {
  const started = await run('start', [], { ...wanted, ...enterprise });
  if (!started.result.ok) throw new Error(started.result.failure.code);
  const { id } = started.result.value as { id: string };
  const waiting = await run('step', [id, 'chamanAccess', 'waiting'], {
    person: 'Nadia',
    since: '2025-02-24',
  });
  expect(waiting.lines).toEqual(['Get access to Chaman: waiting']);
  await run('step', [id, 'known', 'alreadyDone']);
  const shown = await run('show', [id]);
  expect(shown.lines?.slice(0, 3)).toEqual([
    'known\tBe known to the NSSO as an employer\twas done already\t\t2025-03-01',
    'registered\tRegister the enterprise on the portal\tto do',
    'chamanAccess\tGet access to Chaman\twaiting\tNadia\t2025-02-24',
  ]);
  const list = await run('list', []);
  expect(list.lines?.[0]).toContain('1 of 10 done\tchamanAccess Nadia 2025-02-24');
  const mail = await run('mail', [id, 'chamanAccess']);
  expect(mail.lines?.join('\n')).toContain(
    '“Beheer van de technische kanalen” (management of technical channels)',
  );
  const printed = await run('print', [id]);
  expect(printed.lines?.filter((line) => line.startsWith('[x]'))).toEqual([
    '[x] 1. Be known to the NSSO as an employer',
  ]);
});

it('an unknown step, state or guide says so, and a road that leads nowhere is refused by a rule', async () => {
  const nobody = '0196f2d4-0000-7000-8000-000000000099';
  expect((await run('step', [nobody, 'dance', 'done'])).result).toMatchObject({
    failure: { details: { fields: 'STEP' } },
  });
  expect((await run('step', [nobody, 'known', 'maybe'])).result).toMatchObject({
    failure: { details: { fields: 'STATE' } },
  });
  expect((await run('show', [nobody])).result).toMatchObject({ failure: { code: 'notFound' } });
  const nowhere = await run('start', [], { want: 'dimona', for: 'participants', ...enterprise });
  expect(exitOf(nowhere)).toBe(2);
});

it('who acts and what is done with presences are answered as on the pages', async () => {
  const plan = { want: 'checkInAndOutAtWork', for: 'ownWorkers' };
  const rights = async (more: Record<string, string>): Promise<unknown> => {
    const { result } = await run('road', [], { ...plan, ...more });
    return result.ok ? (result.value as { rights: string[] }).rights : result.failure.details;
  };
  expect(await rights({})).toEqual(['checkInAndOutAtWork']);
  expect(await rights({ presences: 'consult' })).toEqual(['checkInAndOutAtWorkConsult']);
  expect(await rights({ presences: 'look' })).toEqual({ fields: '--presences' });
  const mandatary = { access: 'mandatary', 'mandatary-name': 'Klaver', mandatary: '0999.999.031' };
  const started = await run('start', [], { ...plan, ...mandatary, ...enterprise });
  const { id } = (started.result.ok ? started.result.value : {}) as { id: string };
  const mail = await run('mail', [id, 'giveMandate']);
  const printed = await run('print', [id]);
  expect([...(mail.lines ?? []), ...(printed.lines ?? [])].join('\n')).toContain('Klaver (0999.999.031)');
  expect(await rights({ access: 'mandatary', mandatary: '0999.999.032' })).toEqual({ fields: '--mandatary' });
});

it('stopping needs no service where all of them stop', async () => {
  const outcome = await run('start', [], { stop: 'account', quality: 'employerNsso', ...enterprise });
  expect(outcome.result.ok).toBe(true);
});
