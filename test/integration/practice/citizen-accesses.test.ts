// Accesses that citizens opened: waiting, found, given up, told apart from requests; and answers that were lost.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  askedBy,
  BERK,
  bodyOf,
  type CitizenCalls,
  type Citizens,
  RUBEN,
  type ShownMandate,
  type ShownRequest,
  startCitizens,
  typeOf,
} from './support/citizens.ts';

let citizens: Citizens;
let berk: CitizenCalls;

beforeAll(async () => {
  citizens = await startCitizens();
  berk = await citizens.account(BERK);
});
beforeEach(() => citizens.setDate('2025-03-01'));
afterAll(() => citizens.client.close());

const asked = (more: Record<string, unknown> = {}): Promise<ShownRequest> => askedBy(berk, more);

describe('an access', () => {
  const opened = async (): Promise<ShownMandate> => {
    const { requestId } = await asked();
    await citizens.approve(requestId, RUBEN);
    const { items } = bodyOf<{ items: ShownMandate[] }>(await berk.find({ requestId }));
    if (items[0] === undefined) throw new Error('nothing was opened');
    return items[0];
  };
  const act = (mandateId: string, verb: string) => berk.mandates('POST', `/mandates/${mandateId}/${verb}`);

  it('waits for the requester only where that is switched on, and opens nothing until then', async () => {
    await citizens.turn({ mandatesAwaitAcceptance: true });
    const mandate = await opened();
    await citizens.turn({ mandatesAwaitAcceptance: false });
    expect(mandate.state).toBe('awaitingAcceptance');
    expect((await berk.consult(RUBEN)).status).toBe(403);
    expect(bodyOf<ShownMandate>(await act(mandate.mandateId, 'accept')).state).toBe('active');
    expect((await berk.consult(RUBEN)).status).toBe(200);
    const again = await act(mandate.mandateId, 'accept');
    expect([again.status, typeOf(again)]).toEqual([409, 'invalidState']);
    expect(bodyOf<ShownMandate>(await act(mandate.mandateId, 'renounce')).state).toBe('renounced');
    expect(typeOf(await act(mandate.mandateId, 'renounce'))).toBe('invalidState');
    expect((await berk.consult(RUBEN)).status).toBe(403);
  });

  it('is found by state, page by page, and by citizen', async () => {
    const mandate = await opened();
    const search = async (more: object) =>
      bodyOf<{ items: ShownMandate[]; page: number; pageSize: number; total: number }>(
        await berk.find({ ...more }),
      );
    const all = await search({ pageSize: 100 });
    expect(all.total).toBe(all.items.length);
    const pages = await Promise.all(
      all.items.map((_, at) =>
        search({ page: at + 1, pageSize: 1 }).then(({ items }) => items[0]?.mandateId),
      ),
    );
    expect(pages).toEqual(all.items.map(({ mandateId }) => mandateId));
    expect((await search({ states: ['active'] })).items.every(({ state }) => state === 'active')).toBe(true);
    expect((await search({ states: [] })).total).toBe(0);
    expect((await search({ ssin: RUBEN })).items.map(({ mandateId }) => mandateId)).toContain(
      mandate.mandateId,
    );
    await act(mandate.mandateId, 'renounce');
  });

  it('does not tell its request where that is switched off, nor does the request tell the access', async () => {
    const { requestId } = await asked();
    await citizens.approve(requestId, RUBEN);
    await citizens.turn({ mandateRequestIds: 'requestsOnly' });
    const { items } = bodyOf<{ items: ShownMandate[] }>(await berk.find({ requestId }));
    expect(items[0]).not.toHaveProperty('requestId');
    const request = bodyOf<ShownRequest>(await berk.look(requestId));
    expect([request.requestId, request.mandates]).toEqual([requestId, undefined]);
    await citizens.turn({ mandateRequestIds: 'nowhere' });
    const bare = bodyOf<ShownRequest>(await berk.look(requestId));
    expect(bare).not.toHaveProperty('requestId');
    expect(bare.self).toContain(requestId);
    await citizens.turn({ mandateRequestIds: 'everywhere' });
    await citizens.revoke(RUBEN);
  });
});

describe('a lost answer', () => {
  it('is found again by the client’s reference: the request was made, once', async () => {
    const clientReference = 'balie-2-0007';
    await citizens.client.admin('PUT', '/faults', {
      kind: 'resetAfterCommit',
      path: '/mandateRequests',
      nth: 1,
    });
    await expect(berk.ask({ clientReference })).rejects.toThrow();
    const found = await berk.mandates('POST', '/mandateRequests/search', {
      principal: BERK,
      clientReference,
    });
    expect(bodyOf(found)).toMatchObject({ total: 1, items: [{ state: 'open', clientReference }] });
    const ledger = await citizens.client.admin('GET', '/ledger');
    const effects = bodyOf<{ items: { effects: { externalReference: string; commits?: number }[] }[] }>(
      ledger,
    ).items.flatMap(({ effects }) =>
      effects.filter(({ externalReference }) => externalReference === clientReference),
    );
    expect(effects).toEqual([{ externalReference: clientReference, effect: 'created', commits: 1 }]);
    await citizens.client.admin('PUT', '/faults', {
      kind: 'resetBeforeCommit',
      path: '/mandateRequests',
      nth: 1,
    });
    await expect(berk.ask({ clientReference: 'balie-2-0008' })).rejects.toThrow();
    const none = await berk.mandates('POST', '/mandateRequests/search', {
      principal: BERK,
      clientReference: 'balie-2-0008',
    });
    expect(bodyOf<{ total: number }>(none).total).toBe(0);
    await citizens.client.admin('DELETE', '/faults');
  });
});
