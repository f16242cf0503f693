// Two persons for one sending, planning of items, receipts in bulk and the chain of a training, with the real service.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { approverHandlers } from '../../../main/outbox/approvers.ts';
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

describe('receipts', () => {
  type Saved = { name: string; text: string };
  const savesTo = (saved: Saved[]): void => {
    bench.session.host.saveFile = async (_window, name, bytes) => {
      saved.push({ name, text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes) });
      return ok({ name });
    };
  };
  const all = { employerId: null, year: null, from: null, to: null, states: [], channel: null };
  const save = (format: 'csv' | 'json' | 'xlsx') =>
    bench.handlers['outbox.saveReceipts']({ ...all, format }, call);
  const verify = (id: string) => must(bench.handlers['outbox.verifyReceipt']({ id }, call));

  it('list every answer with both hashes, and are saved as CSV and JSON with the same rows', async () => {
    expect(await save('csv')).toMatchObject({ ok: false, failure: { code: 'nothingToSend' } });
    await waiting();
    await sendAll(bench);
    const page = { ...all, page: 1, pageSize: 50, year: 2025 };
    const { rows, total } = await must(bench.handlers['outbox.receipts'](page, call));
    expect(total).toBe(1);
    expect(rows[0]).toMatchObject({ state: 'accepted', workerName: 'marek', preparedBy: 'Lies Verdonck' });
    const ledger = (await practice.admin('GET', '/ledger')).json.items.map(({ bodySha256 }) => bodySha256);
    expect(ledger).toEqual([rows[0]?.requestHash]);
    const saved: Saved[] = [];
    savesTo(saved);
    expect(await must(save('csv'))).toMatchObject({ receipts: 1 });
    expect(await must(save('json'))).toMatchObject({ receipts: 1 });
    const [csv, json] = saved;
    expect(csv?.text.split('\r\n')[1]).toContain(`${rows[0]?.requestHash};${rows[0]?.answerHash}`);
    expect(JSON.parse(json?.text ?? '')).toEqual({ receipts: rows });
    expect(csv?.name).toBe('receipts-2025-03-01.csv');
    expect(await must(save('xlsx'))).toMatchObject({ receipts: 1 });
    expect(saved[2]?.text.startsWith('PK')).toBe(true);
    const listed = async (more: Partial<HandlerInput<'outbox.receipts'>>) =>
      (await must(bench.handlers['outbox.receipts']({ ...page, ...more }, call))).total;
    expect(await listed({ states: ['refused'] })).toBe(0);
    expect(await listed({ channel: 'provider' })).toBe(0);
    expect(await listed({ year: null, to: '2020-01-01' })).toBe(0);
    expect(await listed({ year: null, from: '2020-01-01', states: ['accepted'] })).toBe(1);
  });

  it('neutralise a name that a spreadsheet would take for a formula', async () => {
    await waiting();
    await sendAll(bench);
    bench.session.db.prepare("UPDATE legal_entity SET name = '=cmd;1'").run();
    const saved: Saved[] = [];
    savesTo(saved);
    await must(save('csv'));
    expect(saved[0]?.text).toContain('"\'=cmd;1"');
  });

  it('hold when both hashes are computed anew, and say which text was exchanged or erased', async () => {
    const { itemId } = await waiting();
    await sendAll(bench);
    expect(await verify(itemId)).toEqual({ request: 'matches', answer: 'matches', history: 'matches' });
    const { db } = bench.session;
    const kept = db.prepare('SELECT request_body FROM outbox_item').pluck().get();
    db.prepare('UPDATE outbox_item SET request_body = ?').run(`${kept} `);
    expect(await verify(itemId)).toMatchObject({ request: 'differs', answer: 'matches' });
    db.prepare('UPDATE outbox_item SET request_body = ?').run(kept);
    db.exec('DROP TRIGGER history_payload_no_update; DROP TRIGGER history_payload_no_delete;');
    db.prepare("UPDATE history_payload SET payload = replace(payload, 'accepted', 'refused')").run();
    expect(await verify(itemId)).toEqual({ request: 'matches', answer: 'differs', history: 'differs' });
    db.exec('DELETE FROM history_payload');
    expect(await verify(itemId)).toEqual({ request: 'lost', answer: 'lost', history: 'differs' });
    const unknown = bench.handlers['outbox.verifyReceipt']({ id: bench.session.ids.newId() }, call);
    expect(await unknown).toMatchObject({ ok: false, failure: { code: 'notFound' } });
  });

  it('show a training as a chain: filed, corrected with what changed, withdrawn', async () => {
    const { trainingId } = await waiting();
    await sendAll(bench);
    const change = async (fields: Record<string, unknown>) => {
      const { revision } = await stateOf(bench, trainingId);
      await must(
        bench.handlers['training.update']({ id: trainingId, expectedRevision: revision, fields }, call),
      );
      await submit([trainingId]);
      await sendAll(bench);
    };
    as('Jan Peeters');
    await change({ title: 'Veilig tillen, herzien', durationMinutes: 240 });
    await must(bench.handlers['training.remove']({ ids: [trainingId] }, call));
    await submit([trainingId]);
    await sendAll(bench);
    const { steps } = await must(bench.handlers['outbox.chain']({ trainingId }, call));
    expect(steps.map(({ kind, result, changed, preparedBy }) => [kind, result, changed, preparedBy])).toEqual(
      [
        ['filed', 'accepted', [], 'Lies Verdonck'],
        [
          'corrected',
          'accepted',
          [
            { field: 'title', before: 'Veilig tillen', after: 'Veilig tillen, herzien' },
            { field: 'durationMinutes', before: '228', after: '240' },
          ],
          'Jan Peeters',
        ],
        ['withdrawn', 'accepted', [], 'Jan Peeters'],
      ],
    );
    expect(steps.every(({ requestHash, answerHash }) => requestHash !== null && answerHash !== null)).toBe(
      true,
    );
    expect(new Set(steps.map(({ requestHash }) => requestHash)).size).toBe(3);
  });
});
