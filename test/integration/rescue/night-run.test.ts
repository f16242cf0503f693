// A reading at a set hour over several clients: remembered, gone on with after the app was closed, each client with its own end.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { writeMode } from '../../../main/register/allowing/allowing-store.ts';
import { dueWork } from '../../../main/rescue/plan-run.ts';
import { watchPlan } from '../../../main/rescue/watch-plan.ts';
import { rescueLines } from '../../../main/today/rescue-lines.ts';
import type { HandlerInput } from '../../../preload/contract/index.ts';
import { fail, ok } from '../../../preload/contract/result.ts';
import { must, type Practice, startPractice } from '../../support/practice-outbox.ts';
import { addEmployer, addWorker, hetPark } from '../../support/seed-profile.ts';
import { readingsOf } from './kill-rescue.ts';
import { call, openRescue, type RescueBench } from './rescue-bench.ts';

let practice: Practice;
let bench: RescueBench;
beforeEach(async () => {
  practice = await startPractice();
});
afterEach(async () => {
  await bench.close();
  await practice.close();
});

const routed = { route: () => ok({ accountId: 'account', scope: null }) };
/** Het Park before De Berk in the order of names: De Berk's own account has no mandate for it. */
function withPark(): string {
  const { db } = bench.session;
  const park = addEmployer(db, { enterpriseNumber: hetPark, name: 'Aan Het Park' });
  addWorker(db, park, { insz: '78031099771', familyName: 'Hazelaar', startDate: '2020-02-03' });
  return park;
}
const startOf = (more: Partial<HandlerInput<'rescue.start'>>): HandlerInput<'rescue.start'> => ({
  employerId: null,
  which: 'all',
  years: [2025],
  again: 'none',
  ...more,
});
const clients = async () =>
  (
    await must(
      bench.handlers['rescue.clients'](
        {
          text: '',
          employerId: null,
          show: 'all',
          sort: 'standing',
          descending: false,
          page: 1,
          pageSize: 100,
        },
        call,
      ),
    )
  ).rows;
const status = () => must(bench.handlers['rescue.status']({}, call));
const plan = { time: '22:00', years: [2025], again: 'failed' as const };
/** Its hour has come. */
const passHour = (): void => {
  bench.session.db.prepare("UPDATE rescue_run SET due_at = '2026-01-05T21:00:00.000Z'").run();
};

it('asks for nothing before the person accepted the notice, which is told in the history once', async () => {
  bench = openRescue(practice, { rescue: routed, notice: 'open' });
  const start = startOf({ employerId: bench.employerId });
  for (const refused of [
    await bench.handlers['rescue.start'](start, call),
    await bench.handlers['rescue.plan'](plan, call),
    await bench.handlers['rescue.resume']({}, call),
  ])
    expect(refused).toMatchObject({ ok: false, failure: { code: 'noticeNotAccepted' } });
  expect((await status()).notice).toMatchObject({ acceptedAt: null });
  await must(bench.handlers['rescue.acceptNotice']({ accepted: true }, call));
  await must(bench.handlers['rescue.acceptNotice']({ accepted: true }, call));
  expect((await status()).notice.acceptedAt).not.toBeNull();
  const told = bench.session.db
    .prepare("SELECT count(*) FROM history_event WHERE kind = 'rescue.noticeAccepted'")
    .pluck();
  expect(told.get()).toBe(1);
  await must(bench.handlers['rescue.start'](start, call));
  expect(await bench.until()).toBeNull();
  // Another person at the same computer reads it too.
  const { actor } = bench.session;
  Object.assign(bench.session, { actor: () => ({ ...actor(), name: 'Somebody else' }) });
  expect(await bench.handlers['rescue.start']({ ...start, again: 'all' }, call)).toMatchObject({
    ok: false,
    failure: { code: 'noticeNotAccepted' },
  });
});

it('begins at its hour and reads the others although the first client is refused; what failed is tried again as one act', async () => {
  bench = openRescue(practice, { rescue: routed });
  const park = withPark();
  const { dueAt } = await must(bench.handlers['rescue.plan'](plan, call));
  expect((await status()).plan).toMatchObject({ dueAt });
  expect(dueWork(bench.session)).toBeNull();
  expect(await must(bench.handlers['rescue.runDue']({}, call))).toEqual({ started: false });
  passHour();
  expect(await must(bench.handlers['rescue.runDue']({}, call))).toEqual({ started: true });
  expect(await bench.until()).toBeNull();
  const [first, second] = await clients();
  expect(first).toMatchObject({
    employerId: park,
    standing: 'failed',
    end: { state: 'failed', failure: { code: 'mandateMissing' } },
  });
  expect(second).toMatchObject({ standing: 'complete', end: { state: 'done', failure: null } });
  const after = await status();
  expect(after).toMatchObject({
    plan: null,
    home: 1,
    toTryAgain: 1,
    run: { clients: { done: 1, failed: 1 } },
  });
  expect(after.run?.endedAt).not.toBeNull();
  // Only the one that failed is asked again.
  const again = startOf({ which: 'failed', again: 'failed' });
  expect((await must(bench.handlers['rescue.start'](again, call))).clients).toBe(1);
});

it('goes on by itself after the app was closed in the middle, and says so; what a person paused stays paused', async () => {
  bench = openRescue(practice, { rescue: { ...routed, concurrency: 1 } });
  await practice.admin('PUT', '/faults', { kind: 'latency', path: '/calendarYears', ms: 15 });
  await must(bench.handlers['rescue.plan'](plan, call));
  passHour();
  await must(bench.handlers['rescue.runDue']({}, call));
  for (;;) {
    const { counts } = await status();
    if (counts.found + counts.empty >= 2) break;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  // As closing the app does: the work is stopped, and nobody paused it.
  await bench.session.jobs.close();
  expect(dueWork(bench.session)).toBe('goOn');
  const asked = new Promise<void>((resolve) => {
    const end = watchPlan(
      bench.session,
      () => {
        end();
        resolve();
      },
      0,
    );
  });
  await asked;
  expect(await must(bench.handlers['rescue.runDue']({}, call))).toEqual({ started: true });
  const { run } = await status();
  expect(run).toMatchObject({ endedAt: null, dueAt: '2026-01-05T21:00:00.000Z' });
  expect(run?.resumedAt).not.toBeNull();
  await must(bench.handlers['rescue.pause']({}, call));
  await bench.idle();
  expect(dueWork(bench.session)).toBeNull();
  await must(bench.handlers['rescue.resume']({}, call));
  await bench.idle();
  expect((await status()).counts).toMatchObject({ waiting: 0, asked: 0, failed: 0 });
  expect(await clients()).toMatchObject([{ standing: 'complete', end: { state: 'done' } }]);
});

it('a client given up in mid-run ends there, and the next one is read', async () => {
  bench = openRescue(practice, { rescue: { ...routed, concurrency: 1 } });
  const other = addEmployer(bench.session.db, { enterpriseNumber: '0999999328', name: 'Zonder lijst' });
  await practice.admin('PUT', '/faults', { kind: 'latency', path: '/calendarYears', ms: 15 });
  const start = startOf({});
  await must(bench.handlers['rescue.start'](start, call));
  for (;;) {
    const { counts } = await status();
    if (counts.found + counts.empty >= 1) break;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  const { dropped } = await must(bench.handlers['rescue.cancel']({ employerId: bench.employerId }, call));
  expect(dropped).toBeGreaterThan(0);
  await bench.idle();
  const rows = await clients();
  const of = (id: string) => rows.find(({ employerId }) => employerId === id);
  expect(of(bench.employerId)).toMatchObject({ standing: 'givenUp', end: { state: 'givenUp' } });
  expect(of(other)?.end?.state).toMatch(/done|failed/);
  expect((await status()).run?.endedAt).not.toBeNull();
});

it('one client of which the service says nothing does not stop the next', async () => {
  bench = openRescue(practice, { rescue: routed });
  withPark();
  await practice.admin('PUT', '/faults', { kind: '503', path: `/employers/${hetPark}` });
  const start = startOf({});
  await must(bench.handlers['rescue.start'](start, call));
  await bench.idle();
  const rows = await clients();
  expect(rows.map(({ name, standing }) => [name === 'Aan Het Park', standing])).toEqual([
    [true, 'failed'],
    [false, 'complete'],
  ]);
  expect(rows[0]?.end?.failure?.code).toBe('serviceUnavailable');
});

it('Today and the page count the days to the end, and say afterwards for whom nothing came home', async () => {
  let today = '2025-03-01';
  bench = openRescue(practice, { rescue: routed, businessDate: () => today });
  withPark();
  const told = async (day: string) => {
    today = day;
    const [line] = rescueLines(bench.session);
    return [line?.key, line?.tone, line?.params['count'], line?.params['days'], (await status()).days?.left];
  };
  expect(await told('2025-03-01')).toEqual([undefined, undefined, undefined, undefined, undefined]);
  expect(await told('2026-06-01')).toEqual(['rescueLeft', 'warn', 2, 213, 213]);
  expect(await told('2026-12-31')).toEqual(['rescueLeft', 'bad', 2, 0, 0]);
  expect(await told('2027-01-01')).toEqual(['rescueOver', 'plain', 2, undefined, -1]);
  today = '2026-11-29';
  await must(bench.handlers['rescue.start'](startOf({ employerId: bench.employerId }), call));
  await bench.idle();
  expect(rescueLines(bench.session)[0]?.params).toMatchObject({ count: 1, names: 'Aan Het Park', days: 32 });
  expect(await status()).toMatchObject({ clients: 2, home: 1 });
});

it('asks once about an account that is refused, whatever the number of its clients', async () => {
  let asked = 0;
  bench = openRescue(practice, {
    rescue: {
      ...routed,
      tokens: {
        token: async () => {
          asked += 1;
          return fail('clientRefused');
        },
      },
    },
  });
  withPark();
  const start = startOf({});
  await must(bench.handlers['rescue.start'](start, call));
  await bench.idle();
  expect((await clients()).map(({ end }) => end?.failure?.code)).toEqual(['clientRefused', 'clientRefused']);
  expect(asked).toBe(1);
});

it('where a missing line of the register stops, no year of that worker is asked; with a warning it is', async () => {
  bench = openRescue(practice, { rescue: routed });
  const { db } = bench.session;
  const asked = async () => (await readingsOf(practice)).filter(({ path }) => path.endsWith('/trainings'));
  const failures = () =>
    (
      db.prepare("SELECT DISTINCT failure FROM rescue_year WHERE state = 'failed'").pluck().all() as string[]
    ).map((failure) => JSON.parse(failure).code);
  db.exec('DELETE FROM register_line');
  writeMode(db, 'stop');
  await must(bench.handlers['rescue.start'](startOf({ employerId: bench.employerId }), call));
  await bench.until();
  expect(failures()).toEqual(['noRegisterLine']);
  expect(await asked()).toEqual([]);
  writeMode(db, 'warning');
  const again = startOf({ employerId: bench.employerId, again: 'failed' });
  await must(bench.handlers['rescue.start'](again, call));
  expect(await bench.until()).toBeNull();
  expect(failures()).toEqual([]);
  expect((await asked()).length).toBeGreaterThan(0);
});
