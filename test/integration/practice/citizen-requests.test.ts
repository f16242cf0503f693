// Requests for access to citizens' data: the table of their life, row by row.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  AMELIE,
  askedBy,
  BERK,
  bodyOf,
  type CitizenCalls,
  type Citizens,
  JASMIJN,
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
