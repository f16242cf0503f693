// What an answer about a citizen holds: the forms of "no active citizen mandate", the last day, and who reads.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  AMELIE,
  BERK,
  bodyOf,
  type CitizenCalls,
  type Citizens,
  JASMIJN,
  KLAVER,
  openedFor,
  PARK,
  type ReadAnswer,
  ROGER,
  RUBEN,
  readBy,
  type ShownRequest,
  startCitizens,
  typeOf,
  ZILVERHOF,
} from './support/citizens.ts';

let citizens: Citizens;
let berk: CitizenCalls;
const BOTH = ['flexiJobEligibility', 'studentWorkHours'];

beforeAll(async () => {
  citizens = await startCitizens();
  berk = await citizens.account(BERK);
});
beforeEach(() => citizens.setDate('2025-03-01'));
afterAll(() => citizens.client.close());

const open = (insz: string, dataSets: readonly string[] = BOTH): Promise<void> =>
  openedFor(citizens, berk, insz, dataSets);
const read = (insz: string, more: object = {}): Promise<ReadAnswer> => readBy(berk, insz, more);

describe('the answer', () => {
  it('tells what was looked at only where that is switched on', async () => {
    await open(ROGER);
    expect((await read(ROGER)).flexiJob?.controls).toBeUndefined();
    await citizens.turn({ controlsInAnswers: true });
    expect((await read(ROGER)).flexiJob?.controls).toEqual([
      { code: 'fourFifthsQuarterTMinus3', fulfilled: false },
      { code: 'pensionedQuarterTMinus2', fulfilled: true },
    ]);
    await citizens.turn({ controlsInAnswers: false });
  });

  it('holds the part that is open, and names the one that is not', async () => {
    await citizens.revoke(JASMIJN);
    await open(JASMIJN, ['studentWorkHours']);
    const part = await read(JASMIJN);
    expect(part).toMatchObject({
      studentWork: { availableHours: 412 },
      missingMandates: ['flexiJobEligibility'],
    });
    expect(part.flexiJob).toBeUndefined();
    const only = await read(JASMIJN, { dataSets: ['studentWorkHours'] });
    expect(only.missingMandates).toBeUndefined();
    expect((await berk.consult(JASMIJN, { dataSets: ['flexiJobEligibility'] })).status).toBe(403);
  });

  it('says in three forms that nothing is open', async () => {
    await citizens.revoke(AMELIE);
    const asked = { dataSets: ['studentWorkHours'] };
    const said: unknown[] = [];
    for (const noActiveMandateForm of ['problem404', 'status200', 'problem403']) {
      await citizens.turn({ noActiveMandateForm });
      const answer = await berk.consult(AMELIE, asked);
      const { status, missingMandates } = bodyOf<{ status: unknown; missingMandates?: string[] }>(answer);
      said.push([answer.status, status, typeOf(answer), missingMandates]);
    }
    expect(said).toEqual([
      [404, 404, 'noActiveCitizenMandate', undefined],
      [200, 'noActiveCitizenMandate', '', ['studentWorkHours']],
      [403, 403, 'noActiveCitizenMandate', undefined],
    ]);
  });

  it.each([
    ['2025-01-31', '2025-02-27', '2025-04-29'],
    ['2028-01-31', '2028-02-28', '2028-04-29'],
    ['2028-02-29', '2028-03-28', '2028-05-28'],
    ['2025-03-30', '2025-04-29', '2025-06-29'],
    ['2025-10-26', '2025-11-25', '2026-01-25'],
  ])('opened on %s may be read up to %s and %s, and not the day after', async (start, flexi, student) => {
    await citizens.revoke(RUBEN);
    await citizens.setDate(start);
    await open(RUBEN);
    await citizens.setDate(flexi);
    expect(await read(RUBEN)).toMatchObject({
      mandates: [
        { dataSet: 'flexiJobEligibility', endDate: flexi },
        { dataSet: 'studentWorkHours', endDate: student },
      ],
    });
    const next = (day: string): string => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
    await citizens.setDate(next(flexi));
    expect((await read(RUBEN)).missingMandates).toEqual(['flexiJobEligibility']);
    await citizens.setDate(student);
    expect((await read(RUBEN)).studentWork).toBeDefined();
    await citizens.setDate(next(student));
    expect(typeOf(await berk.consult(RUBEN))).toBe('noActiveCitizenMandate');
    const { items } = bodyOf<{ items: { state: string }[] }>(await berk.find({ ssin: RUBEN, pageSize: 100 }));
    expect(items.slice(-2).map(({ state }) => state)).toEqual(['expired', 'expired']);
  });
});

describe('who reads', () => {
  it('is the employer to whom it was opened, or the mandatary that was named', async () => {
    const klaver = await citizens.account(KLAVER, 'socialSecretariat');
    const park = await citizens.account(PARK);
    const through = { mandataryEnterpriseNumber: KLAVER };
    const { requestId } = bodyOf<ShownRequest>(await klaver.ask({ ...through, dataSets: BOTH }, ZILVERHOF));
    await citizens.approve(requestId, ROGER);
    expect((await klaver.consult(ROGER, through, ZILVERHOF)).status).toBe(200);
    expect(typeOf(await klaver.consult(ROGER, {}, ZILVERHOF))).toBe('missingPermission');
    expect(typeOf(await klaver.consult(ROGER, through, PARK))).toBe('missingPermission');
    expect(typeOf(await park.consult(ROGER, {}, PARK))).toBe('noActiveCitizenMandate');
    expect(typeOf(await park.consult(ROGER, {}, ZILVERHOF))).toBe('missingPermission');
    const zilverhof = await citizens.account(ZILVERHOF);
    expect((await zilverhof.consult(ROGER, {}, ZILVERHOF)).status).toBe(200);
    const own = bodyOf<ShownRequest>(await zilverhof.ask({}, ZILVERHOF));
    await citizens.approve(own.requestId, AMELIE);
    expect(typeOf(await klaver.consult(AMELIE, through, ZILVERHOF))).toBe('noActiveCitizenMandate');
  });
});
