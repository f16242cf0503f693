// Requests for access to citizens' data: the table of their life row by row, what was opened, and lost answers.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  AMELIE,
  BERK,
  bodyOf,
  type CitizenCalls,
  type Citizens,
  JASMIJN,
  PARK,
  RUBEN,
  type ShownMandate,
  type ShownRequest,
  startCitizens,
  typeOf,
} from './support/citizens.ts';

let citizens: Citizens;
let berk: CitizenCalls;
let park: CitizenCalls;

beforeAll(async () => {
  citizens = await startCitizens();
  berk = await citizens.account(BERK);
  park = await citizens.account(PARK);
});
beforeEach(() => citizens.setDate('2025-03-01'));
afterAll(() => citizens.client.close());

const asked = async (
  more: Record<string, unknown> = {},
  calls = berk,
  enterprise = BERK,
): Promise<ShownRequest> => {
  const answer = await calls.ask(more, enterprise);
  expect(answer.status).toBe(201);
  return bodyOf<ShownRequest>(answer);
};
const stateOf = async (requestId: string): Promise<string> =>
  bodyOf<ShownRequest>(await berk.look(requestId)).state;

describe('the life of a request', () => {
  it('goes row by row: asked, approved by one, refused to the next, found, read, revoked, closed; unanswered, it expires', async () => {
    await citizens.setDate('2026-04-15');
    const answer = await berk.ask();
    const request = bodyOf<ShownRequest>(answer);
    expect([answer.status, answer.headers['location']]).toEqual([201, request.self]);
    expect(request).toMatchObject({ state: 'open', expiresAt: '2026-04-15T23:59:59+02:00' });
    expect(request.createdAt).toMatch(/^2026-04-15T\d\d:\d\d:\d\d\+02:00$/);
    expect((await berk.consult(JASMIJN)).status).toBe(403);

    expect((await citizens.approve(request.requestId, JASMIJN)).status).toBe(200);
    expect(await stateOf(request.requestId)).toBe('approved');

    const second = await citizens.approve(request.requestId, RUBEN);
    expect([second.status, typeOf(second)]).toEqual([409, 'requestUsed']);
    expect(await stateOf(request.requestId)).toBe('approved');

    const found = bodyOf<{ items: ShownMandate[] }>(
      await berk.find({ states: ['active'], requestId: request.requestId }),
    ).items;
    expect(found).toMatchObject([
      {
        ssin: JASMIJN,
        givenName: 'Jasmijn',
        dataSet: 'flexiJobEligibility',
        state: 'active',
        period: { startDate: '2026-04-15', endDate: '2026-05-14' },
      },
    ]);

    const read = await berk.consult(JASMIJN, { dataSets: ['flexiJobEligibility'] });
    expect(bodyOf(read)).toMatchObject({
      ssin: JASMIJN,
      flexiJob: {
        eligible: false,
        yearQuarter: '2026Q2',
        period: { startDate: '2026-04-01', endDate: '2026-06-30' },
      },
      mandates: [{ dataSet: 'flexiJobEligibility', endDate: '2026-05-14' }],
    });

    expect((await citizens.revoke(JASMIJN)).status).toBe(200);
    const closed = await berk.consult(JASMIJN, { dataSets: ['flexiJobEligibility'] });
    expect([closed.status, typeOf(closed)]).toEqual([403, 'noActiveCitizenMandate']);
    const mandate = await berk.mandates('GET', `/mandates/${found[0]?.mandateId}`);
    expect(bodyOf(mandate)).toMatchObject({
      state: 'revoked',
      revokedAt: expect.stringMatching(/^2026-04-15T/),
    });

    const forgotten = await asked();
    await citizens.setDate('2026-04-16');
    expect(await stateOf(forgotten.requestId)).toBe('expired');
    const late = await citizens.approve(forgotten.requestId, RUBEN);
    expect([late.status, typeOf(late)]).toEqual([409, 'requestExpired']);
  });

  it.each([
    ['2025-03-30', '2025-03-30T23:59:59+02:00'],
    ['2025-10-26', '2025-10-26T23:59:59+01:00'],
    ['2028-02-29', '2028-02-29T23:59:59+01:00'],
    ['2025-12-31', '2025-12-31T23:59:59+01:00'],
  ])('asked on %s it is open until %s, and not the day after', async (day, expiresAt) => {
    await citizens.setDate(day);
    const request = await asked();
    expect(request.expiresAt).toBe(expiresAt);
    expect(await stateOf(request.requestId)).toBe('open');
    await citizens.setDate(new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10));
    expect(await stateOf(request.requestId)).toBe('expired');
  });

  it('is refused by a citizen, and stays so', async () => {
    const { requestId } = await asked();
    expect((await citizens.refuse(requestId, RUBEN)).status).toBe(200);
    expect(await stateOf(requestId)).toBe('refused');
    expect(typeOf(await citizens.approve(requestId, RUBEN))).toBe('requestRefused');
    expect(bodyOf<{ total: number }>(await berk.find({ requestId })).total).toBe(0);
  });

  it('is withdrawn while it is open, and only then', async () => {
    const { requestId } = await asked();
    const withdrawn = await berk.mandates('POST', `/mandateRequests/${requestId}/withdraw`);
    expect([withdrawn.status, bodyOf<ShownRequest>(withdrawn).state]).toEqual([200, 'withdrawn']);
    expect(typeOf(await citizens.approve(requestId, RUBEN))).toBe('requestWithdrawn');
    const again = await berk.mandates('POST', `/mandateRequests/${requestId}/withdraw`);
    expect([again.status, typeOf(again), bodyOf<{ state: string }>(again).state]).toEqual([
      409,
      'invalidState',
      'withdrawn',
    ]);
  });

  it('is won by one of two citizens who approve at once', async () => {
    const { requestId } = await asked();
    const both = await Promise.all([citizens.approve(requestId, RUBEN), citizens.approve(requestId, AMELIE)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(bodyOf<{ total: number }>(await berk.find({ requestId })).total).toBe(1);
    await Promise.all([citizens.revoke(RUBEN), citizens.revoke(AMELIE)]);
  });

  it('can be approved by the one who is named, and nobody else', async () => {
    const request = await asked({ ssin: AMELIE, dataSets: ['studentWorkHours', 'flexiJobEligibility'] });
    expect(request.ssin).toBe(AMELIE);
    const other = await citizens.approve(request.requestId, RUBEN);
    expect([other.status, typeOf(other)]).toEqual([403, 'requestForSomebodyElse']);
    expect(typeOf(await citizens.refuse(request.requestId, RUBEN))).toBe('requestForSomebodyElse');
    expect((await citizens.approve(request.requestId, AMELIE)).status).toBe(200);
    expect(
      bodyOf<ShownRequest>(await berk.look(request.requestId)).mandates?.map(({ dataSet }) => dataSet),
    ).toEqual(['flexiJobEligibility', 'studentWorkHours']);
  });
});

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

  it('is not mixed up with what others asked under the same reference, and requests are found by state', async () => {
    const clientReference = 'zelfde';
    const own = await asked({ clientReference });
    await asked({ clientReference }, park, PARK);
    const found = await berk.mandates('POST', '/mandateRequests/search', {
      principal: BERK,
      clientReference,
      states: ['open', 'approved'],
      page: 1,
      pageSize: 100,
    });
    expect(bodyOf<{ items: ShownRequest[] }>(found).items.map(({ requestId }) => requestId)).toEqual([
      own.requestId,
    ]);
    const refused = await berk.mandates('POST', '/mandateRequests/search', {
      principal: BERK,
      clientReference,
      states: ['refused'],
    });
    expect(bodyOf<{ total: number }>(refused).total).toBe(0);
  });
});
