// Receipts in bulk and computed anew, and the chain of a training, with the real service.
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

async function waiting(): Promise<{ trainingId: string; itemId: string }> {
  const trainingId = await addOne(bench, 'marek', sound('Veilig tillen'));
  await submit([trainingId]);
  return { trainingId, itemId: (await items())[0]?.id ?? '' };
}

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
