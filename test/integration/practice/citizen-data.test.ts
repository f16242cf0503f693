// What an employer reads of the sample persons.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  AMELIE,
  BERK,
  bodyOf,
  type CitizenCalls,
  type Citizens,
  ELENA,
  JASMIJN,
  openedFor,
  type ReadAnswer,
  ROGER,
  RUBEN,
  readBy,
  startCitizens,
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

describe('the sample persons', () => {
  it.each([
    ['a student with hours left', JASMIJN, false, 412],
    ['a student without', RUBEN, false, 0],
    ['a student with all of them', AMELIE, false, 650],
    ['a student who works four fifths beside', '04093099527', true, 150],
    ['a pensioner', ROGER, true, 650],
    ['a worker of four fifths', '88041299239', true, 650],
    ['a worker of half time', '91090599355', false, 650],
    ['somebody whose number replaced another', ELENA, true, 650],
    ['a worker by the employments', '01010199669', true, 650],
    ['a worker whose employment is younger', '04452099792', false, 650],
  ])('%s (%s): eligible %s, %i hours', async (_who, insz, eligible, availableHours) => {
    await open(insz);
    expect(await read(insz)).toMatchObject({
      flexiJob: {
        eligible,
        yearQuarter: '2025Q1',
        period: { startDate: '2025-01-01', endDate: '2025-03-31' },
      },
      studentWork: { year: 2025, quota: 650, availableHours },
      mandates: [
        { dataSet: 'flexiJobEligibility', endDate: '2025-03-31' },
        { dataSet: 'studentWorkHours', endDate: '2025-05-31' },
      ],
    });
  });

  it('answer for the quarter and the year of the practice date', async () => {
    await citizens.setDate('2025-03-20');
    const insz = '89110799364';
    await open(insz);
    expect((await read(insz)).flexiJob).toMatchObject({ eligible: true, yearQuarter: '2025Q1' });
    await citizens.setDate('2025-04-01');
    expect((await read(insz)).flexiJob).toMatchObject({ eligible: false, yearQuarter: '2025Q2' });
    await citizens.setDate('2024-12-20');
    await open(AMELIE, ['studentWorkHours']);
    expect((await read(AMELIE, { dataSets: ['studentWorkHours'] })).studentWork).toEqual({
      year: 2024,
      quota: 600,
      availableHours: 600,
    });
  });

  it('are given other facts where a test needs them, and anybody else gets a lasting answer by rule', async () => {
    const insz = '98472899765';
    await open(insz);
    const first = await read(insz);
    expect(await read(insz)).toMatchObject({ flexiJob: first.flexiJob, studentWork: first.studentWork });
    await citizens.client.admin('PUT', '/citizen/people', {
      insz,
      studentHours: { '2025': 700 },
      pensionFrom: '2020Q1',
    });
    expect(await read(insz)).toMatchObject({
      flexiJob: { eligible: true },
      studentWork: { availableHours: 0 },
    });
  });
});

it('a reset of practice leaves no request, no access and no facts of before', async () => {
  await open(JASMIJN);
  const people = async () =>
    bodyOf<{ items: unknown[] }>(await citizens.client.admin('GET', '/citizen/people')).items;
  await citizens.client.admin('PUT', '/citizen/people', { insz: RUBEN, studentHours: { '2025': 1 } });
  expect(await people()).toContainEqual(
    expect.objectContaining({ insz: RUBEN, studentHours: { '2025': 1 } }),
  );
  await citizens.client.admin('POST', '/reset', { keepAccounts: true });
  expect(bodyOf<{ items: unknown[] }>(await citizens.client.admin('GET', '/citizen/requests')).items).toEqual(
    [],
  );
  expect(await people()).toContainEqual(
    expect.objectContaining({
      insz: RUBEN,
      givenName: 'Ruben',
      studentHours: { '2024': 600, '2025': 650, '2026': 650 },
    }),
  );
  expect((await people()).length).toBe(10);
});
