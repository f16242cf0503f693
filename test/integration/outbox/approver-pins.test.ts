// Two persons under one account of the computer, told apart by their PINs, with the real service.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { approverHandlers } from '../../../main/outbox/approvers.ts';
import type { Actor } from '../../../main/platform/session.ts';
import type { HandlerInput } from '../../../preload/contract/index.ts';
import {
  addOne,
  type Bench,
  call,
  must,
  openBench,
  type Practice,
  sound,
  startPractice,
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
type Proven = HandlerInput<'outbox.approve'>['proof'];
const approve = (ids: string[], proof: Proven = null) =>
  must(bench.handlers['outbox.approve']({ ids, proof }, call));
const approvals = async (subject: 'session' | 'workerYear' | null = null) =>
  (await must(bench.handlers['outbox.approvals']({ page: 1, pageSize: 50, employerId: null, subject }, call)))
    .rows;
const kinds = () => bench.session.db.prepare('SELECT kind FROM history_event ORDER BY seq').pluck().all();

async function waiting(): Promise<{ trainingId: string; itemId: string }> {
  const trainingId = await addOne(bench, 'marek', sound('Veilig tillen'));
  await submit([trainingId]);
  return { trainingId, itemId: (await items())[0]?.id ?? '' };
}

describe('two persons under one account of the computer', () => {
  const approvers = () => approverHandlers(bench.session);
  const add = async (name: string, pin: string, proof: Proven = null) =>
    await approvers()['approver.add']({ name, pin, proof }, call);
  const added = async (name: string, pin: string, proof: Proven = null) =>
    (await must(add(name, pin, proof))).id;
  const lies = { pin: '418 302' };
  const jan = { pin: 'kastanje' };
  let now: number;
  beforeEach(() => {
    now = Date.parse('2025-03-01T09:00:00Z');
    bench.session.clock = { ...bench.session.clock, now: () => new Date(now) };
  });
  async function both(): Promise<{ lies: string; jan: string }> {
    const first = await added('Lies Verdonck', lies.pin);
    return { lies: first, jan: await added('Jan Peeters', jan.pin, { approverId: first, ...lies }) };
  }

  it('sign with their PINs, both of them: whatever name it was prepared under may be made up', async () => {
    await require2();
    const { itemId } = await waiting();
    const id = await both();
    as('Somebody Else');
    expect(await approve([itemId], { approverId: id.jan, ...jan })).toMatchObject({ signed: 1, approved: 0 });
    expect((await items())[0]).toMatchObject({ waitsForApproval: true });
    const again = await approve([itemId], { approverId: id.jan, ...jan });
    expect(again.refused).toEqual([{ id: itemId, reason: 'alreadyGiven' }]);
    expect((await approvals())[0]).toMatchObject({ sameAccount: true, given: ['Jan Peeters'] });
    expect(await approve([itemId], { approverId: id.lies, ...lies })).toMatchObject({ approved: 1 });
    expect((await items())[0]).toMatchObject({ approvedBy: 'Jan Peeters, Lies Verdonck' });
  });

  it('are told apart by nothing that a page says: not by a wrong PIN, nor by somebody else’s', async () => {
    await require2();
    const { itemId } = await waiting();
    const id = await both();
    const give = (proof: Proven) => bench.handlers['outbox.approve']({ ids: [itemId], proof }, call);
    as('Jan Peeters');
    expect(await give({ approverId: id.jan, pin: lies.pin })).toMatchObject({
      failure: { code: 'pinWrong' },
    });
    expect(await give({ approverId: bench.session.ids.newId(), ...jan })).toMatchObject({
      failure: { code: 'approverMissing' },
    });
    expect((await approvals())[0]?.given).toEqual([]);
  });

  it('wait longer after every wrong PIN, also after a restart, and not at all once it was right', async () => {
    const id = await added('Lies Verdonck', lies.pin);
    const change = (pin: string) =>
      approvers()['approver.changePin']({ proof: { approverId: id, pin }, newPin: lies.pin }, call);
    const waits: number[] = [];
    for (let wrong = 0; wrong < 5; wrong += 1) {
      expect(await change('000000')).toMatchObject({ failure: { code: 'pinWrong' } });
      const later = await change(lies.pin);
      waits.push(later.ok ? 0 : Number(later.failure.details?.['seconds']));
      now += 1_000 * (waits.at(-1) ?? 0);
    }
    expect(waits).toEqual([1, 2, 4, 8, 16]);
    expect((await change(lies.pin)).ok).toBe(true);
    expect(await change('000000')).toMatchObject({ failure: { code: 'pinWrong' } });
    now += 1_000;
    expect((await change(lies.pin)).ok).toBe(true);
  });

  it('get one try at a time, however many come at once', async () => {
    const id = await added('Lies Verdonck', lies.pin);
    const tries = Array.from({ length: 8 }, (_, at) =>
      approvers()['approver.changePin'](
        { proof: { approverId: id, pin: `00000${at}` }, newPin: 'geraden' },
        call,
      ),
    );
    const codes = (await Promise.all(tries)).map((end) => (end.ok ? 'ok' : end.failure.code));
    expect(codes.filter((code) => code === 'pinWrong')).toHaveLength(1);
    expect(codes.filter((code) => code === 'pinLater')).toHaveLength(7);
  });

  it('are added and removed only with the PIN of one of them, while two must approve', async () => {
    await require2();
    const id = await both();
    expect(await add('Piet Nieuw', 'geheim1')).toMatchObject({ failure: { code: 'approverMissing' } });
    expect(await add('  JAN  peeters', 'geheim1', { approverId: id.lies, ...lies })).toMatchObject({
      failure: { code: 'alreadyExists' },
    });
    const remove = (proof: Proven) => approvers()['approver.remove']({ id: id.jan, proof }, call);
    expect(await remove(null)).toMatchObject({ failure: { code: 'approverMissing' } });
    expect((await remove({ approverId: id.lies, ...lies })).ok).toBe(true);
    await require2(false);
    expect((await add('Piet Nieuw', 'geheim1')).ok).toBe(true);
    expect(kinds()).toEqual(expect.arrayContaining(['outbox.approverAdded', 'outbox.approverRemoved']));
  });

  it('leave no PIN behind: the file has only its hash', async () => {
    await both();
    const row = bench.session.db.prepare('SELECT salt, hash, cost FROM approver LIMIT 1').get() as {
      salt: Buffer;
      hash: Buffer;
      cost: number;
    };
    expect([row.salt.length, row.hash.length, row.cost]).toEqual([16, 32, 32_768]);
    const all = JSON.stringify([
      bench.session.db.prepare('SELECT * FROM history_payload').all(),
      bench.session.db.prepare('SELECT * FROM approver').all(),
    ]);
    expect(all).toContain('Jan Peeters');
    expect(all).not.toContain(lies.pin);
    expect(all).not.toContain(jan.pin);
  });
});
