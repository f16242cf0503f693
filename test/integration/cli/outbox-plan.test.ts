// Approval, planning and receipts from the command line, with two persons at the same profile.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { approvalCommands } from '../../../main/cli/approval.ts';
import { exitOf, type Values } from '../../../main/cli/command.ts';
import { outboxPlanCommands } from '../../../main/cli/outbox-plan.ts';
import { newId } from '../../../main/platform/ids.ts';
import { createTexts } from '../../../main/platform/texts.ts';
import { deBerk, openProvider, type ProviderBench } from '../training-provider/provider-bench.ts';

let open: ProviderBench;
let employerId: string;
beforeAll(async () => {
  open = await openProvider();
  employerId = await open.employerId(deBerk);
});
afterAll(() => open.close());

const texts = createTexts();
async function cli(verb: string, words: string[], values: Values = {}, input = '') {
  const all = [...outboxPlanCommands, ...approvalCommands];
  const command = all.find((one) => one.verb === verb);
  if (command === undefined) throw new Error(`no command ${verb}`);
  const outcome = await command.run({
    app: {
      call: (name, input, files) => {
        open.bench.app.terminal.offer('cli:test', [], files?.saveTo ?? null);
        return open.bench.call(name, input);
      },
      close: async () => {},
    },
    values,
    words,
    language: 'en',
    t: (key, params) => texts.t('en', `cli.${key}`, params ?? {}),
    progress: () => undefined,
    readInput: async () => input,
    newId,
  });
  return { exit: exitOf(outcome), out: (outcome.lines ?? []).join('\n') };
}
const as = (personName: string) => open.bench.must('settings.update', { personName });

async function submitted(title: string, at: number): Promise<string> {
  const { rows } = await open.bench.must('worker.list', { employerId, pageSize: 20 });
  const { ids } = await open.bench.must('training.add', {
    workerIds: [rows[at]?.id ?? ''],
    year: 2025,
    fields: { title, startDate: '2025-02-20', endDate: '2025-02-20', durationMinutes: 60 },
  });
  await open.bench.must('training.submit', { ids });
  const items = await open.bench.must('outbox.list', { employerId, states: ['ready'] });
  return items.rows.find(({ workerId }) => workerId === rows[at]?.id)?.id ?? '';
}

it('lets another person approve or send back what somebody prepared, and ends with 2 for the preparer', async () => {
  await as('Lies Verdonck');
  expect((await cli('approval', ['on'])).exit).toBe(0);
  const one = await submitted('Eerste', 0);
  const other = await submitted('Tweede', 1);
  expect(await cli('approve', [one])).toMatchObject({ exit: 2, out: expect.stringContaining('yourself') });
  await as('Jan Peeters');
  expect(await cli('approve', [one])).toMatchObject({ exit: 2, out: expect.stringContaining('--as NAME') });
  const pin = { 'pin-stdin': true };
  expect((await cli('add', ['Lies Verdonck'], {}, '418302\n')).exit).toBe(1);
  expect((await cli('add', ['Lies Verdonck'], pin, '418302\n')).exit).toBe(0);
  expect((await cli('add', ['Jan Peeters'], pin, 'kastanje\n')).exit).toBe(1);
  const vouched = { ...pin, as: 'Lies Verdonck' };
  expect((await cli('add', ['Jan Peeters'], vouched, 'kastanje\n418302\n')).exit).toBe(0);
  const signed = await cli('approve', [one], { ...pin, as: 'jan peeters' }, 'kastanje\n');
  expect(signed).toMatchObject({ exit: 2, out: expect.stringContaining('One more person') });
  expect((await cli('approvals', [])).out).toContain('Jan Peeters');
  expect(await cli('approve', [one], vouched, '418302\n')).toEqual({ exit: 0, out: 'Approved.' });
  expect((await cli('approve', [one], vouched, '418302\n')).exit).toBe(2);
  expect(await cli('refuse', [other], { reason: 'Te lang' })).toMatchObject({ exit: 0 });
  expect((await cli('refuse', [other], { reason: 'Te lang' })).exit).toBe(2);
  expect((await cli('refuse', [one])).exit).toBe(1);
  expect((await cli('approval', ['maybe'])).exit).toBe(1);
});

it('plans an item, names a wrong option, and saves the receipts of what was sent', async () => {
  const [item] = (await open.bench.must('outbox.list', { employerId, states: ['ready'] })).rows;
  const id = item?.id ?? '';
  expect((await cli('plan', [id], { 'not-before': '31/2/2025' })).exit).toBe(1);
  expect((await cli('plan', [id], { order: 'soon' })).exit).toBe(1);
  expect(await cli('plan', [id], { 'not-before': '1/12/2025', order: 'first' })).toEqual({
    exit: 0,
    out: 'Planned: 1.',
  });
  expect((await open.bench.must('outbox.status', { employerId })).sendable).toBe(0);
  const whole = { employer: deBerk, hold: true, 'not-before': 'none' };
  expect(await cli('plan-client', [], whole)).toEqual({ exit: 0, out: 'Planned: 1.' });
  expect((await open.bench.must('outbox.status', { employerId })).sendable).toBe(0);
  expect((await cli('plan-client', [], { hold: true })).exit).toBe(1);
  await cli('plan', [id], { release: true });
  expect((await cli('pause', [])).exit).toBe(0);
  expect(await open.bench.call('outbox.send', { employerId })).toMatchObject({ ok: false });
  expect(await cli('resume', [])).toEqual({ exit: 0, out: 'Sending goes on.' });
  const { jobId } = await open.bench.must('outbox.send', { employerId });
  for (;;) {
    const { jobs } = await open.bench.must('job.list', {});
    if (jobs.find((job) => job.id === jobId)?.state !== 'running') break;
    await new Promise((done) => setTimeout(done, 10));
  }
  const file = join(open.bench.profileDir, 'receipts.csv');
  expect(await cli('receipts', [file])).toEqual({ exit: 0, out: 'Receipts saved: 1.' });
  const [head, row] = readFileSync(file, 'utf8').split('\r\n');
  expect(head).toContain('requestHash;answerHash');
  expect(row).toContain('Lies Verdonck;Jan Peeters, Lies Verdonck');
});
