// Who may ask citizens for access, and who sees what of it.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makeCertificate } from './support/certificates.ts';
import {
  acceptCircle,
  BERK,
  bodyOf,
  type CitizenCalls,
  type Citizens,
  callsWith,
  KLAVER,
  PARK,
  RUBEN,
  type ShownMandate,
  type ShownRequest,
  startCitizens,
  typeOf,
  ZILVERHOF,
} from './support/citizens.ts';

let citizens: Citizens;
let berk: CitizenCalls;
let park: CitizenCalls;
let klaver: CitizenCalls;

beforeAll(async () => {
  citizens = await startCitizens();
  berk = await citizens.account(BERK);
  park = await citizens.account(PARK);
  klaver = await citizens.account(KLAVER, 'socialSecretariat');
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

describe('who may ask', () => {
  it('is the employer or its mandatary, who names itself', async () => {
    const through = { mandataryEnterpriseNumber: KLAVER };
    expect(bodyOf(await klaver.ask(through, ZILVERHOF))).toMatchObject({
      enterpriseNumber: ZILVERHOF,
      enterpriseName: 'Hotel Zilverhof',
      mandataryEnterpriseNumber: KLAVER,
    });
    const barred = [
      await klaver.ask({}, ZILVERHOF),
      await klaver.ask(through, PARK),
      await berk.ask(through),
      await berk.ask({ mandataryEnterpriseNumber: KLAVER }, ZILVERHOF),
      await klaver.find({}, ZILVERHOF),
      await klaver.mandates('POST', '/mandateRequests/search', { principal: PARK, mandatary: KLAVER }),
    ];
    expect(barred.map((answer) => [answer.status, typeOf(answer)])).toEqual(
      barred.map(() => [403, 'missingPermission']),
    );
  });

  it('loses sight of a client’s requests when the mandate of the client ends', async () => {
    const made = await klaver.ask({ mandataryEnterpriseNumber: KLAVER }, ZILVERHOF);
    const { requestId } = bodyOf<ShownRequest>(made);
    expect((await klaver.look(requestId)).status).toBe(200);
    const mandate = {
      mandator: ZILVERHOF,
      mandatary: KLAVER,
      serviceGroup: 'citizenData',
      startQuarter: '2024Q2',
    };
    await citizens.client.admin('PUT', '/world/mandates', { ...mandate, endQuarter: '2024Q4' });
    expect(typeOf(await klaver.look(requestId))).toBe('missingPermission');
    expect(typeOf(await klaver.ask({ mandataryEnterpriseNumber: KLAVER }, ZILVERHOF))).toBe(
      'missingPermission',
    );
    await citizens.client.admin('PUT', '/world/mandates', mandate);
    expect((await klaver.look(requestId)).status).toBe(200);
  });

  it('sees nothing of what others asked or were given', async () => {
    const { requestId } = await asked();
    await citizens.approve(requestId, RUBEN);
    const { items } = bodyOf<{ items: ShownMandate[] }>(await berk.find({ requestId }));
    const elsewhere = [
      await park.look(requestId),
      await park.mandates('POST', `/mandateRequests/${requestId}/withdraw`),
      await klaver.look(requestId),
      await park.mandates('GET', `/mandates/${items[0]?.mandateId}`),
      await park.mandates('POST', `/mandates/${items[0]?.mandateId}/renounce`),
      await berk.look('3f2a7c18-54f7-4a7e-9d2a-6f0f5f6f8a11'),
    ];
    expect(elsewhere.map((answer) => [answer.status, typeOf(answer)])).toEqual(
      elsewhere.map(() => [404, 'resourceNotFound']),
    );
    expect((await park.find({ ssin: RUBEN }, PARK)).text).not.toContain(RUBEN);
    expect(typeOf(await park.find({}, BERK))).toBe('missingPermission');
    await citizens.revoke(RUBEN);
  });

  it('must have accepted the Circle of Trust, and hold the right', async () => {
    const waiting = await citizens.account(
      ZILVERHOF,
      'employer',
      ['citizenMandatesManage', 'dimonaConsult'],
      false,
    );
    const without = await citizens.account(ZILVERHOF, 'employer', ['dimonaConsult'], false);
    const before = await waiting.ask({}, ZILVERHOF);
    expect([before.status, typeOf(before)]).toEqual([403, 'circleOfTrustNotAccepted']);
    expect(typeOf(await without.ask({}, ZILVERHOF))).toBe('missingScope');
    await acceptCircle(citizens.client, ZILVERHOF);
    // A token of before carries no scope for it: a new one does.
    expect(typeOf(await waiting.ask({}, ZILVERHOF))).toBe('missingScope');
    const made = makeCertificate();
    const clientId = await citizens.client.register(made, ZILVERHOF, 'employer', ['citizenMandatesManage']);
    const now = callsWith(citizens.client, await citizens.client.token(clientId, made.keyPem));
    expect((await now.ask({}, ZILVERHOF)).status).toBe(201);
    expect((await callsWith(citizens.client, 'nonsense').ask()).status).toBe(401);
    expect(typeOf(await now.consult(RUBEN, {}, ZILVERHOF))).toBe('missingScope');
  });

  it('finds its own by a reference that others use too, and by state', async () => {
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
