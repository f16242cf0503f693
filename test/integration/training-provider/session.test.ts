// A training provider's session on its way to the real practice service: partial refusal, corrections, lost answers.
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  bram,
  daan,
  deBerk,
  hetPark,
  openProvider,
  type ProviderBench,
  person,
  rania,
  soundSession,
} from './provider-bench.ts';

let open: ProviderBench;
beforeAll(async () => {
  open = await openProvider();
});
afterEach(() => open.admin('DELETE', '/faults'));
afterAll(() => open.close());

const add = async (people = [person(rania), person(bram)]): Promise<string> =>
  (await open.bench.must('provider.add', { fields: soundSession, people })).id;
const get = (id: string) => open.bench.must('provider.get', { id });
const send = (id: string) => open.bench.must('provider.send', { id });

type Entry = { operation: string; bodySha256: string; effects: { effect: string; commits?: number }[] };
const filings = async (): Promise<Entry[]> => {
  const { items } = (await open.admin('GET', '/ledger')) as { items: Entry[] };
  return items.filter(({ operation }) => operation === 'putProviderTraining');
};

describe('a session of a training provider', () => {
  it('is sent once for participants of two employers, without any mandate', async () => {
    const id = await add();
    expect(await get(id)).toMatchObject({
      state: 'draft',
      findings: [],
      fields: { accountId: open.providerAccount },
    });
    const sent = await send(id);
    expect(sent).toMatchObject({ state: 'accepted', participants: 2, refused: 0, corrects: false });
    expect(sent.requestHash).toHaveLength(64);
    expect(sent.answerHash).toHaveLength(64);
    const entry = (await filings()).at(-1);
    expect(entry?.bodySha256).toBe(sent.requestHash);
    expect(entry?.effects.map(({ effect }) => effect)).toEqual(['created', 'created']);
    const history = await open.bench.must('history.search', {
      kinds: ['provider.requested', 'provider.answered'],
    });
    expect(history.total).toBe(2);
  });

  it('is refused for one participant and taken for the others', async () => {
    const id = await add([person(rania), person('92082299542', { employerNumber: '0999.999.130' })]);
    const sent = await send(id);
    expect(sent.state).toBe('refused');
    expect(sent.results.map(({ index, state }) => [index, state])).toEqual([
      [0, 'accepted'],
      [1, 'refused'],
    ]);
    expect(sent.results[1]?.anomalies.map(({ code }) => code)).toEqual(['F0004-051']);
    expect(sent.corrects).toBe(true);
  });

  it('does not leave with a participant whose number is wrong, nor without participants', async () => {
    const wrong = await add([person('01020399646')]);
    const before = (await filings()).length;
    const refused = await open.bench.call('provider.send', { id: wrong });
    expect(refused).toMatchObject({ ok: false, failure: { code: 'refusedByRule' } });
    const nobody = await add([]);
    expect((await get(nobody)).findings.map(({ rule }) => rule)).toEqual(['PRV-NOBODY']);
    expect(await open.bench.call('provider.send', { id: nobody })).toMatchObject({ ok: false });
    expect((await filings()).length).toBe(before);
  });

  it('is corrected under the same reference, and withdrawn as a whole', async () => {
    const id = await add([person(daan), person(bram)]);
    const first = await send(id);
    const people = [person(daan, { certificateObtained: true, certificateName: 'VCA' })];
    const draft = await open.bench.must('provider.update', { id, expectedRevision: first.revision, people });
    expect(draft).toMatchObject({ state: 'draft', corrects: true });
    const second = await send(id);
    expect(second).toMatchObject({ state: 'accepted', externalReference: first.externalReference });
    expect((await filings()).at(-1)?.effects.map(({ effect }) => effect)).toEqual(['updated', 'deleted']);
    const gone = await open.bench.must('provider.withdraw', { id });
    expect(gone).toMatchObject({ state: 'withdrawn', corrects: false });
    expect((await filings()).at(-1)?.effects.map(({ effect }) => effect)).toEqual(['deleted']);
    const { steps } = await open.bench.must('provider.chain', { id });
    expect(steps.map(({ kind, state, changes }) => [kind, state, changes.map(({ field }) => field)])).toEqual(
      [
        ['filed', 'accepted', []],
        ['corrected', 'accepted', ['participantChanged', 'participantRemoved']],
        ['withdrawn', 'accepted', []],
      ],
    );
    const page = { channel: 'provider' as const };
    const { rows } = await open.bench.must('outbox.receipts', page);
    const own = rows.filter(({ sessionId }) => sessionId === id);
    expect(own.map(({ kind, state, employers }) => [kind, state, employers])).toEqual([
      ['withdrawn', 'accepted', [deBerk, hetPark].slice(0, 1)],
      ['corrected', 'superseded', [deBerk]],
      ['filed', 'superseded', [deBerk, hetPark]],
    ]);
    for (const row of own)
      expect(await open.bench.must('outbox.verifyReceipt', { id: row.id })).toEqual({
        request: 'matches',
        answer: 'matches',
        history: 'matches',
      });
    const count = async (employer: string, more: object = {}) =>
      (
        await open.bench.must('outbox.receipts', {
          ...page,
          employerId: await open.employerId(employer),
          ...more,
        })
      ).rows.filter(({ sessionId }) => sessionId === id).length;
    expect([await count(deBerk), await count(hetPark)]).toEqual([3, 1]);
    expect(await count(deBerk, { states: ['superseded'] })).toBe(2);
    expect(await count(deBerk, { to: '2020-01-01' })).toBe(0);
  });

  it('resolves a lost answer by sending the very same body again, without a second effect', async () => {
    const id = await add([person(rania)]);
    await open.admin('PUT', '/faults', { kind: 'resetAfterCommit', path: 'trainingProviders', count: 1 });
    const sent = await send(id);
    expect(sent.state).toBe('accepted');
    const [lost, again] = (await filings()).slice(-2);
    expect(again?.bodySha256).toBe(lost?.bodySha256);
    expect(again?.effects.map(({ effect }) => effect)).toEqual(['unchanged']);
  });

  it('stays unknown when every answer is lost, is not changed meanwhile, and is settled by the same body later', async () => {
    const id = await add([person(daan)]);
    await open.admin('PUT', '/faults', { kind: 'resetAfterCommit', path: 'trainingProviders' });
    const lost = await send(id);
    expect(lost).toMatchObject({ state: 'unknown', failure: { retry: 'unknown' } });
    const change = { id, expectedRevision: lost.revision, fields: { title: 'Anders' } };
    expect(await open.bench.call('provider.update', change)).toMatchObject({
      ok: false,
      failure: { code: 'stateNotAllowed' },
    });
    expect(await open.bench.call('provider.withdraw', { id })).toMatchObject({ ok: false });
    await open.admin('DELETE', '/faults');
    const settled = await send(id);
    expect(settled).toMatchObject({ state: 'accepted', requestHash: lost.requestHash });
    const entries = (await filings()).slice(-4);
    expect(new Set(entries.map(({ bodySha256 }) => bodySha256)).size).toBe(1);
    expect(entries.map(({ effects }) => effects[0]?.effect)).toEqual([
      'created',
      'unchanged',
      'unchanged',
      'unchanged',
    ]);
  });

  it('resolves a lost answer to a withdrawal in the same way', async () => {
    const id = await add([person(rania)]);
    await send(id);
    await open.admin('PUT', '/faults', { kind: 'resetAfterCommit', path: 'trainingProviders', count: 1 });
    expect(await open.bench.must('provider.withdraw', { id })).toMatchObject({ state: 'withdrawn' });
    const [lost, again] = (await filings()).slice(-2);
    expect(again?.bodySha256).toBe(lost?.bodySha256);
    expect(lost?.effects.map(({ effect }) => effect)).toEqual(['deleted']);
    expect(again?.effects).toEqual([]);
    const { steps } = await open.bench.must('provider.chain', { id });
    expect(steps.map(({ kind, state }) => [kind, state])).toEqual([
      ['filed', 'accepted'],
      ['withdrawn', 'accepted'],
    ]);
  });

  it('is a draft again when the service asked to wait', async () => {
    const id = await add([person(daan)]);
    await open.admin('PUT', '/faults', { kind: '429', path: 'trainingProviders', retryAfter: 30 });
    expect(await send(id)).toMatchObject({ state: 'draft', failure: { code: 'tooManyRequests' } });
    await open.admin('DELETE', '/faults');
    expect((await send(id)).state).toBe('accepted');
  });

  it('is removed as a draft, and not once it stands at the service', async () => {
    const draft = await add();
    const { revision } = await get(draft);
    await open.bench.must('provider.remove', { id: draft, expectedRevision: revision });
    expect(await open.bench.call('provider.get', { id: draft })).toMatchObject({ ok: false });
    const id = await add([person(bram)]);
    const sent = await send(id);
    const remove = { id, expectedRevision: sent.revision };
    expect(await open.bench.call('provider.remove', remove)).toMatchObject({ ok: false });
  });
});
