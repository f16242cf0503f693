// Requests are followed by themselves: while they stand before somebody, after a restart, and after a kill between the freezing and the
// answer; and the same by command line.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { commands } from '../../../main/cli/commands.ts';
import { type AppBench, openApp } from '../../support/application-bench.ts';
import { runCommand } from '../../support/run-command.ts';
import { type CitizenBench, ELENA, JASMIJN, openCitizens, ROGER } from './citizen-bench.ts';

let bench: CitizenBench;
let again: AppBench | null = null;
beforeAll(async () => {
  bench = await openCitizens();
});
afterAll(() => (again ?? bench).close());

const command = (verb: string) => commands.find((one) => one.noun === 'applicant' && one.verb === verb);
const numberIn = (url: string): string => /request\/([0-9a-f-]{36})$/.exec(url)?.[1] ?? '';
const approve = (serviceId: string, insz: string) =>
  bench.admin('POST', `/citizen/requests/${serviceId}/approve`, { insz });
type Printed = { request: { id: string; state: string; insz: string | null }; link: { url: string } | null };

it('the command line asks, shows the link, and tells who approved', async () => {
  const values = { employer: '0999.999.130', flexi: true, label: 'balie 1' };
  const asked = await runCommand(bench, command('request'), [], values);
  const printed = asked.result.ok ? (asked.result.value as Printed) : null;
  expect([asked.exit, printed?.request.state]).toEqual([0, 'open']);
  const { id } = printed?.request ?? { id: '' };
  expect(asked.lines?.join('\n')).toContain(printed?.link?.url);
  await approve(numberIn(printed?.link?.url ?? ''), JASMIJN);
  const status = await runCommand(bench, command('status'), [id], {});
  expect(status.result).toMatchObject({
    value: { request: { state: 'approved', insz: JASMIJN }, link: null },
  });
  const read = await runCommand(bench, command('read'), [id], {});
  expect(read.result).toMatchObject({
    value: { answer: { flexiJob: { eligible: false, quarter: '2025Q1' } } },
  });
  const list = await runCommand(bench, command('list'), [], { column: 'read' });
  expect(list.lines?.join('\n')).toContain('Jasmijn Wolkenveld');
  expect((await runCommand(bench, command('withdraw'), [id], {})).result).toMatchObject({
    failure: { code: 'stateNotAllowed' },
  });
});

it('an approval is seen by itself while the request stands before somebody, and a revocation after it', async () => {
  const id = await bench.ask(['studentWorkHours']);
  const { link } = await bench.must('applicantRequest.get', { id });
  await bench.must('applicantRequest.watch', { ids: [id], inFront: true });
  await expect.poll(async () => (await bench.must('applicantRequest.get', { id })).everySeconds).toBe(2);
  await approve(numberIn(link?.url ?? ''), ROGER);
  const state = async () => (await bench.row(id)).state;
  await expect.poll(state, { timeout: 20_000 }).toBe('approved');
  await bench.admin('POST', '/citizen/revoke', { insz: ROGER });
  await expect.poll(state, { timeout: 30_000 }).toBe('ended');
  await bench.must('applicantRequest.watch', { ids: [], inFront: false });
});

it('after a kill it is found what was made, told what never arrived, and seen what was approved meanwhile', async () => {
  const [lost, never, open] = [
    await bench.ask(['flexiJobEligibility'], { label: 'lost' }),
    await bench.ask(['flexiJobEligibility'], { label: 'never' }),
    await bench.ask(['flexiJobEligibility'], { label: 'open' }),
  ];
  const { link } = await bench.must('applicantRequest.get', { id: open });
  const db = bench.app.session()?.db;
  // As the disk has it when the process dies between the freezing and the answer.
  const frozen = `UPDATE applicant_request SET state = 'asking', service_id = NULL, url = NULL, expires_at = NULL`;
  db?.prepare(`${frozen} WHERE id = ?`).run(lost);
  db?.prepare(
    `${frozen}, client_reference = 'unheard', asked_at = '2025-02-28T09:00:00.000Z' WHERE id = ?`,
  ).run(never);
  await approve(numberIn(link?.url ?? ''), ELENA);
  const { profileDir, keychain } = bench;
  await bench.close();
  again = await openApp({ profileDir, keys: keychain });
  const app = again;
  const shown = async (id: string) => (await app.must('applicantRequest.get', { id })).request;
  await expect.poll(async () => (await shown(open)).insz, { timeout: 60_000 }).toBe(ELENA);
  await expect.poll(async () => (await shown(lost)).state, { timeout: 60_000 }).toBe('open');
  await expect.poll(async () => (await shown(never)).state, { timeout: 60_000 }).toBe('notMade');
  expect((await shown(never)).failure?.code).toBe('notReceived');
  // The address of practice is another after each start; the link is that of today.
  const { link: now } = await app.must('applicantRequest.get', { id: lost });
  expect(now?.url.startsWith(app.app.session()?.environment.practice?.requestUrl?.split('{')[0] ?? '?')).toBe(
    true,
  );
});
