// The register with the practice service as its authentic source: what it answers decides, and what it could not be asked waits.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { SAMPLE } from '../../../main/practice/cbss/sample-persons.ts';
import type { CallInput } from '../../../preload/contract/index.ts';
import { type CbssBench, openCbss } from './cbss-bench.ts';

let bench: CbssBench;
let employers: string[] = [];
beforeAll(async () => {
  bench = await openCbss();
  await bench.must('cbss.saveProfile', { kind: 'practice', on: true, expectedRevision: 0 });
  employers = (await bench.must('employer.list', {})).rows.map(({ id }) => id);
});
afterAll(() => bench.close());

type Insert = CallInput<'register.insert'>;
const asked = (insz: string, more: Partial<Insert> = {}): Insert => ({
  ...{ employerId: employers[0] ?? '', insz, dossierType: 'TRAINEE' },
  period: { begin: '2026-01-01', end: '2026-06-30' },
  ...more,
});
const insert = (insz: string, more: Partial<Insert> = {}) => bench.call('register.insert', asked(insz, more));
const there = async (insz: string) => {
  const { lines } = await bench.must('register.consultSource', { employerId: employers[0] ?? '', insz });
  return lines.map(({ dossierType, period, stands }) => [dossierType, period.begin, period.end, stands]);
};

it('a line stands here and there, under the number of now', async () => {
  const done = await insert(SAMPLE.replacedTwice, {
    identity: { lastName: 'Dorpsveld', givenName: 'Liesbet' },
  });
  expect(done).toMatchObject({
    value: {
      ...{ outcome: 'stored', insz: SAMPLE.activeWoman, replaces: SAMPLE.replacedTwice },
      ...{ verifiedBy: 'authenticSource', warnings: [{ code: 'MSG00006', newInsz: SAMPLE.activeWoman }] },
    },
  });
  expect(await there(SAMPLE.replacedTwice)).toEqual([['TRAINEE', '2026-01-01', '2026-06-30', 'both']]);
  const list = await bench.must('register.list', { text: 'dorpsveld' });
  expect(list.rows).toMatchObject([{ insz: SAMPLE.activeWoman, verifiedBy: 'authenticSource' }]);
});

it('is found by the old number, and a dry run by one sees the lines under the number of now', async () => {
  const list = await bench.must('register.list', { text: SAMPLE.replacedTwice });
  expect(list.rows).toMatchObject([{ insz: SAMPLE.activeWoman }]);
  const unheard = asked(SAMPLE.replacedTwice, { employerId: employers[1] ?? '', dryRun: true });
  expect(await bench.must('register.insert', unheard)).toMatchObject({
    ...{ outcome: 'dryRun', insz: SAMPLE.activeWoman, replaces: SAMPLE.replacedTwice },
  });
  const counted = bench.exchanges();
  for (const [insz, rules] of [
    [SAMPLE.cancelled, 'INS00003'],
    [SAMPLE.replacedByCancelled, 'INS00003'],
    [SAMPLE.unknown, 'MSG00005'],
  ] as const)
    expect(await insert(insz, { dryRun: true })).toMatchObject({ failure: { details: { rules } } });
  expect(bench.exchanges()).toBe(counted + 3);
  const away = { ...asked(SAMPLE.replacedByCancelled), period: null };
  expect(await bench.must('register.delete', away)).toMatchObject({ warnings: [{ code: 'INS00005' }] });
  await bench.fault('otherTicket');
  expect(await insert(SAMPLE.rad, { dryRun: true })).toMatchObject({ value: { verifiedBy: null } });
});

it('who keeps the register is filled in with the connection, and another one is told', async () => {
  expect(await bench.must('register.owner', {})).toMatchObject({ enterpriseNumber: '0999999031' });
  const profile = () => bench.must('cbss.profile', {});
  expect(await profile()).toMatchObject({ registerOwner: '0999999031', otherOwner: null });
  await bench.must('register.setOwner', { enterpriseNumber: '0999999922' });
  const { kind, on, revision: expectedRevision } = await profile();
  if (kind === null) throw new Error('no profile');
  expect(await bench.must('cbss.saveProfile', { kind, on, expectedRevision })).toMatchObject({
    ...{ registerOwner: '0999999922', otherOwner: '0999999031' },
  });
  await bench.must('register.setOwner', { enterpriseNumber: '0999999031' });
});

it.each([
  ['an unknown number', SAMPLE.unknown, {}, 'MSG00005', 'ssin'],
  ['a cancelled one', SAMPLE.cancelled, {}, 'INS00003', 'ssin'],
  ['one that became a cancelled one', SAMPLE.replacedByCancelled, {}, 'INS00003', 'ssin'],
  ['another name', SAMPLE.rad, { lastName: 'Anders', givenName: 'Robert' }, 'INS00001', 'lastName'],
])('%s is refused by the service, with nothing kept', async (_, insz, identity, rules, fields) => {
  const before = await bench.must('register.acts', {});
  expect(await insert(insz, { identity })).toMatchObject({
    failure: { code: 'refusedByRule', details: { rules, fields } },
  });
  expect(await bench.must('register.acts', {})).toEqual(before);
  expect(await bench.must('register.counts', {})).toEqual({ review: 0, pending: 0 });
});

it('an answer to another question is told as such, not as silence', async () => {
  await bench.fault('otherTicket');
  const pending = await insert(SAMPLE.rad);
  expect(pending).toMatchObject({
    value: { outcome: 'pending', failure: 'unexpectedAnswer', verifiedBy: null },
  });
  expect((await bench.must('register.pending', {})).rows).toMatchObject([{ failure: 'unexpectedAnswer' }]);
  await bench.must('register.retryPending', {});
});

it('someone who died is taken with a remark', async () => {
  expect(await insert(SAMPLE.deceased)).toMatchObject({
    value: { outcome: 'stored', warnings: [{ code: 'MSG00009' }] },
  });
});

it('what the service could not be asked waits, and becomes a line once it answers', async () => {
  await bench.fault('soa02001');
  const pending = await insert(SAMPLE.activeYoung, {
    identity: { lastName: 'Winterhof', givenName: 'Noah' },
  });
  expect(pending).toMatchObject({ value: { outcome: 'pending', actId: null, after: [] } });
  expect((await bench.must('register.list', { text: 'winterhof' })).total).toBe(0);
  expect((await bench.must('register.pending', {})).rows).toMatchObject([
    { insz: SAMPLE.activeYoung, lastName: 'Winterhof', tries: 1 },
  ]);
  await bench.admin('DELETE', '/faults');
  expect(await bench.must('register.retryPending', {})).toEqual({ stored: 1, refused: 0, waiting: 0 });
  expect((await bench.must('register.list', { text: 'winterhof' })).total).toBe(1);
});

it('days of another client stay there when one client lets go, and undoing brings both back', async () => {
  const insz = SAMPLE.bis;
  await bench.must('register.insert', asked(insz));
  const period = { begin: '2026-03-01', end: '2026-03-31' };
  await bench.must('register.insert', asked(insz, { employerId: employers[1] ?? '', period }));
  const gone = await bench.must('register.delete', { ...asked(insz), period: null });
  expect(await there(insz)).toEqual([['TRAINEE', '2026-03-01', '2026-03-31', 'both']]);
  await bench.must('register.restore', { actId: gone.actId ?? '' });
  expect(await there(insz)).toEqual([['TRAINEE', '2026-01-01', '2026-06-30', 'both']]);
});
