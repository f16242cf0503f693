// Two persons for one sending, planning of items, receipts in bulk and the chain of a training, with the real service.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../../../main/platform/session.ts';
import type { HandlerInput } from '../../../preload/contract/index.ts';
import { ok } from '../../../preload/contract/result.ts';
import {
  addOne,
  type Bench,
  call,
  must,
  openBench,
  type Practice,
  sendAll,
  sound,
  startPractice,
  stateOf,
  titlesAt,
} from '../../support/practice-outbox.ts';

let practice: Practice;
let bench: Bench;
let day = '2025-03-01';
beforeAll(async () => {
  practice = await startPractice();
});
afterAll(() => practice.close());
beforeEach(async () => {
  day = '2025-03-01';
  await practice.admin('POST', '/reset', { keepAccounts: true });
  await practice.admin('DELETE', '/faults');
  await practice.tokens.token('account', null, { fresh: true });
  bench = openBench(practice, { businessDate: () => day });
  as('Lies Verdonck');
});
afterEach(() => bench.close());

const as = (name: string, osAccount = 'office'): void => {
  bench.session.actor = (): Actor => ({ kind: 'person', name, osAccount });
};
const require2 = (required = true) => must(bench.handlers['outbox.requireApproval']({ required }, call));
const submit = (ids: string[]) => must(bench.handlers['training.submit']({ ids }, call));
const items = async (waitsForApproval = false) =>
  (
    await must(
      bench.handlers['outbox.list'](
        { page: 1, pageSize: 50, employerId: null, states: [], waitsForApproval },
        call,
      ),
    )
  ).rows;
const status = () => must(bench.handlers['outbox.status']({ employerId: null }, call));
type Proven = HandlerInput<'outbox.approve'>['proof'];
const approve = (ids: string[], proof: Proven = null) =>
  must(bench.handlers['outbox.approve']({ ids, proof }, call));
const approvals = async (subject: 'session' | 'workerYear' | null = null) =>
  (await must(bench.handlers['outbox.approvals']({ page: 1, pageSize: 50, employerId: null, subject }, call)))
    .rows;
const send = () => bench.handlers['outbox.send']({ employerId: null, confirmed: true }, call);
const kinds = () => bench.session.db.prepare('SELECT kind FROM history_event ORDER BY seq').pluck().all();

async function waiting(): Promise<{ trainingId: string; itemId: string }> {
  const trainingId = await addOne(bench, 'marek', sound('Veilig tillen'));
  await submit([trainingId]);
  return { trainingId, itemId: (await items())[0]?.id ?? '' };
}

describe('approval by a second person', () => {
  it('is not asked for where nobody switched it on', async () => {
    await waiting();
    expect(await status()).toMatchObject({ approvalRequired: false, waitsForApproval: 0, sendable: 1 });
    expect(await sendAll(bench)).toBeNull();
  });

  it('lets nothing leave before another person approved it, and tells who did what', async () => {
    await require2();
    const { trainingId, itemId } = await waiting();
    expect(await status()).toMatchObject({ approvalRequired: true, waitsForApproval: 1, sendable: 0 });
    expect((await items(true)).map(({ id }) => id)).toEqual([itemId]);
    expect(await send()).toMatchObject({ ok: false, failure: { code: 'nothingToSend' } });
    const refused = (reason: string) => ({ approved: 0, signed: 0, refused: [{ id: itemId, reason }] });
    expect(await approve([itemId])).toEqual(refused('samePerson'));
    as('  lies VERDONCK ', 'another-account');
    expect(await approve([itemId])).toEqual(refused('samePerson'));
    as('');
    expect(await approve([itemId])).toEqual(refused('nameMissing'));
    // A page may change the name in Settings as it likes: the account of the computer stays.
    as('Jan Peeters');
    expect(await approve([itemId])).toEqual(refused('sameAccount'));
    as('Jan Peeters', 'jan');
    expect(await approve([itemId])).toEqual({ approved: 1, signed: 0, refused: [] });
    expect((await items())[0]).toMatchObject({
      waitsForApproval: false,
      preparedBy: 'Lies Verdonck',
      approvedBy: 'Jan Peeters',
    });
    expect(await approve([itemId])).toMatchObject({ refused: [{ reason: 'notWaiting' }] });
    expect(await sendAll(bench)).toBeNull();
    expect((await stateOf(bench, trainingId)).state).toBe('accepted');
    expect(kinds()).toEqual([
      'outbox.approvalAsked',
      'training.submitted',
      'outbox.approved',
      'fla.requested',
      'fla.answered',
    ]);
  });

  it('sends the approved ones and leaves the others where they are', async () => {
    await require2();
    const { itemId } = await waiting();
    const other = await addOne(bench, 'daan', sound('Nog niet'));
    await submit([other]);
    as('Jan Peeters', 'jan');
    await approve([itemId]);
    await sendAll(bench);
    expect(await titlesAt(practice, 'marek')).toEqual(['Veilig tillen']);
    expect(await titlesAt(practice, 'daan')).toEqual([]);
    expect((await stateOf(bench, other)).state).toBe('ready');
  });

  it('is gone when something is added to what was approved', async () => {
    await require2();
    const { itemId } = await waiting();
    as('Jan Peeters', 'jan');
    await approve([itemId]);
    const more = await addOne(bench, 'marek', sound('Later toegevoegd'));
    await submit([more]);
    expect((await items(true)).map(({ id }) => id)).toEqual([itemId]);
    // Each had a hand in it: each part is approved by the one who did not make it.
    expect(await approve([itemId])).toMatchObject({ signed: 1, approved: 0 });
    expect((await approve([itemId])).refused).toEqual([{ id: itemId, reason: 'alreadyGiven' }]);
    expect((await approvals())[0]).toMatchObject({ id: itemId, given: ['Jan Peeters'] });
    as('Lies Verdonck');
    expect((await approve([itemId])).approved).toBe(1);
  });

  it('is refused with a reason: back to a draft, and the reason stands in the history', async () => {
    await require2();
    const { trainingId, itemId } = await waiting();
    as('Jan Peeters', 'jan');
    const refuse = { ids: [itemId], reason: 'De duur klopt niet' };
    expect(await must(bench.handlers['outbox.refuseApproval'](refuse, call))).toEqual({ refused: 1 });
    expect((await stateOf(bench, trainingId)).state).toBe('draft');
    expect(kinds()).toContain('outbox.approvalRefused');
    expect(await must(bench.handlers['outbox.refuseApproval'](refuse, call))).toEqual({ refused: 0 });
  });

  it('asks for what waited already when it is switched on, and for nothing when it is switched off', async () => {
    await waiting();
    await require2();
    expect(await status()).toMatchObject({ waitsForApproval: 1, sendable: 0 });
    await require2(false);
    expect(await status()).toMatchObject({ approvalRequired: false, waitsForApproval: 0, sendable: 1 });
  });
});

describe('planning', () => {
  const plan = (input: { notBefore?: string | null; held?: boolean; priority?: number }, ids: string[]) =>
    must(bench.handlers['outbox.plan']({ ids, employerId: null, ...input }, call));

  it('holds an item until its day in Belgium', async () => {
    const { itemId } = await waiting();
    await plan({ notBefore: '2025-03-10' }, [itemId]);
    expect(await send()).toMatchObject({ ok: false, failure: { code: 'nothingToSend' } });
    day = '2025-03-10';
    expect(await sendAll(bench)).toBeNull();
    expect(await titlesAt(practice, 'marek')).toEqual(['Veilig tillen']);
  });

  it('holds an item back until a person lets it go', async () => {
    const { itemId } = await waiting();
    await plan({ held: true }, [itemId]);
    expect((await status()).sendable).toBe(0);
    await plan({ held: false }, [itemId]);
    expect((await status()).sendable).toBe(1);
  });

  it('sends what is urgent first, also of a whole client', async () => {
    const first = await addOne(bench, 'marek', sound('Gewoon'));
    await submit([first]);
    const second = await addOne(bench, 'daan', sound('Dringend'));
    await submit([second]);
    const urgent = (await items()).find(({ workerName }) => workerName === 'daan');
    await plan({ priority: 1 }, [urgent?.id ?? '']);
    const outbox = openSlow();
    await outbox;
    const order = bench.session.db
      .prepare("SELECT subject_id FROM history_event WHERE kind = 'fla.requested' ORDER BY seq")
      .pluck()
      .all();
    expect(order[0]).toBe(urgent?.id);
    expect(order).toHaveLength(2);
    const whole = { ids: [], employerId: bench.employerId, priority: -1 };
    const third = await addOne(bench, 'ilse', sound('Later'));
    await submit([third]);
    expect(await must(bench.handlers['outbox.plan'](whole, call))).toEqual({ planned: 1 });
  });

  /** One at a time, so that the order can be seen. */
  async function openSlow(): Promise<void> {
    const { outboxHandlers } = await import('../../../main/outbox/handlers.ts');
    const slow = outboxHandlers(bench.session, {
      tokens: practice.tokens,
      route: () => ok({ accountId: 'account', scope: null }),
      concurrency: 1,
    });
    const { jobId } = await must(slow['outbox.send']({ employerId: null, confirmed: true }, call));
    while (bench.session.jobs.list().find(({ id }) => id === jobId)?.state === 'running')
      await new Promise((resolve) => setTimeout(resolve, 5));
  }
});
