// The balance of the right: worked cases, and what must hold for any set of trainings.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { trainingParameters } from '../../../main/training/training-parameters.ts';
import { balanceSchema } from '../../../preload/contract/training.ts';
import {
  type BalanceFacts,
  computeBalance,
  dividedHalfUp,
  fullTimeMinutes,
} from '../../../preload/rules/training/balance.ts';
import { emptyTraining, minutesOffTheRight } from '../../../preload/rules/training/facts.ts';
import { anyFields } from './any-fields.ts';

const facts: BalanceFacts = {
  year: 2025,
  size: 'from20',
  sectorDaysHundredths: null,
  employmentHundredths: 100,
  employment: { startDate: '2020-01-01', endDate: null },
  fullTimeWeeklyMinutes: 2_280,
  carriedOverHundredths: 0,
  parameters: trainingParameters('resources'),
};
const right = (change: Partial<BalanceFacts>) => computeBalance({ ...facts, ...change }, []).rightHundredths;

describe('the right to training', () => {
  it.each([
    ['twenty or more, from 2024', {}, 500],
    ['twenty or more, in 2023', { year: 2023 }, 400],
    ['ten to nineteen', { size: 'from10to19' }, 100],
    ['fewer than ten', { size: 'under10' }, 0],
    ['four fifths', { employmentHundredths: 80 }, 400],
    ['from 1 July: 184 of 365 days', { employment: { startDate: '2025-07-01', endDate: null } }, 252],
    [
      'half-time until 31 March: 90 of 365 days',
      { employmentHundredths: 50, employment: { startDate: '2020-01-01', endDate: '2025-03-31' } },
      62,
    ],
    [
      'half of a leap year: 183 of 366 days is exactly half',
      { year: 2024, employment: { startDate: '2024-07-02', endDate: null } },
      250,
    ],
    ['left before the year', { employment: { startDate: '2020-01-01', endDate: '2024-12-31' } }, 0],
    ['sector with three days', { sectorDaysHundredths: 300 }, 300],
    ['sector below its minimum', { sectorDaysHundredths: 100 }, 200],
    ['small employer whose sector gives two days', { size: 'under10', sectorDaysHundredths: 200 }, 200],
    ['sector cannot take from the one day', { size: 'from10to19', sectorDaysHundredths: 50 }, 100],
    ['24 of 38 hours a week: not 63 hundredths', { regime: { qHundredths: 2_400, sHundredths: 3_800 } }, 316],
    [
      'a regime counts before the rounded part of full time',
      { employmentHundredths: 50, regime: { qHundredths: 3_040, sHundredths: 3_800 } },
      400,
    ],
    [
      'more hours than full time give no more than the whole',
      { regime: { qHundredths: 4_000, sHundredths: 3_800 } },
      500,
    ],
    [
      'ten to nineteen, half-time, half of a leap year',
      {
        year: 2024,
        size: 'from10to19',
        employmentHundredths: 50,
        employment: { startDate: '2024-07-02', endDate: null },
      },
      25,
    ],
    [
      'sector’s three days for 19 of 38 hours until 30 June: 181 of 365 days',
      {
        sectorDaysHundredths: 300,
        regime: { qHundredths: 1_900, sHundredths: 3_800 },
        employment: { startDate: '2020-01-01', endDate: '2025-06-30' },
      },
      74,
    ],
  ] satisfies [string, Partial<BalanceFacts>, number][])('%s', (_name, change, expected) => {
    expect(right(change)).toBe(expected);
  });

  it('of an employer of unknown size is computed, and said not to be certain', () => {
    const balance = computeBalance({ ...facts, size: 'unknown' }, []);
    expect(balance).toMatchObject({ rightHundredths: 500, certain: false, steps: [{ key: 'size.unknown' }] });
  });

  it('takes off what was completed and planned, by month, and adds what was carried over', () => {
    const balance = computeBalance({ ...facts, carriedOverHundredths: 50 }, [
      { ...emptyTraining, startDate: '2025-02-04', durationMinutes: 228 },
      { ...emptyTraining, startDate: '2025-02-18', durationMinutes: 600, deductedMinutes: 456 },
      { ...emptyTraining, status: 'reserved', startDate: '2025-09-16', durationMinutes: 456 },
      { ...emptyTraining, status: 'notAttended', startDate: '2025-03-01', durationMinutes: 456 },
      {
        ...emptyTraining,
        countsForTrainingRight: false,
        leaveScheme: 'vov',
        startDate: '2025-04-01',
        durationMinutes: 1_368,
      },
    ]);
    expect(balance).toMatchObject({
      completedMinutes: 684,
      completedHundredths: 150,
      plannedMinutes: 456,
      plannedHundredths: 100,
      remainingHundredths: 300,
      dayMinutes: 456,
    });
    expect(balance.months[1]).toEqual({ completed: 684, planned: 0 });
    expect(balance.months[8]).toEqual({ completed: 0, planned: 456 });
  });

  it('has days of a fifth of the week: 7:36 of 38 hours, 7:12 of 36, and of S where a regime is recorded', () => {
    const day = (change: Partial<BalanceFacts>) => computeBalance({ ...facts, ...change }, []).dayMinutes;
    expect(day({})).toBe(456);
    expect(day({ fullTimeWeeklyMinutes: 2_160 })).toBe(432);
    expect(day({ regime: { qHundredths: 1_800, sHundredths: 3_600 } })).toBe(432);
    expect(fullTimeMinutes({ ...facts, regime: { qHundredths: 2_000, sHundredths: 3_875 } })).toBe(2_325);
  });

  it('tells every step with its source, and a sum only where there is something to add up', () => {
    const steps = (change: Partial<BalanceFacts>) => computeBalance({ ...facts, ...change }, []).steps;
    expect(steps({}).map(({ key }) => key)).toEqual(['size.from20']);
    const all = steps({
      sectorDaysHundredths: 300,
      regime: { qHundredths: 1_900, sHundredths: 3_800 },
      employment: { startDate: '2020-01-01', endDate: '2025-06-30' },
      carriedOverHundredths: 50,
    });
    expect(all.map(({ key, params }) => [key, params['hundredths']])).toEqual([
      ['size.from20', 500],
      ['sector', 300],
      ['workRegime', undefined],
      ['partOfYear', undefined],
      ['result', 74],
      ['carriedOver', 50],
      ['total', 124],
    ]);
    expect(all.map(({ source, certainty }) => `${source} ${certainty}`)).toEqual([
      'act20221003 law',
      'act20221003Sector law',
      'proRata public',
      'proRata public',
      'rounding assumed',
      'carryOver assumed',
      'carryOver assumed',
    ]);
  });

  it.each([
    ['in 2024 what was left of 2023, before the first period', '2020-01-01', 2024, 150, null],
    ['within the first period, from 2024 to 2028', '2020-01-01', 2028, 150, null],
    ['nothing in 2029: the first period is over', '2020-01-01', 2029, 0, { from: 2024, to: 2028 }],
    ['within the second period', '2020-01-01', 2030, 150, null],
    ['nothing in 2034: the second period is over', '2020-01-01', 2034, 0, { from: 2029, to: 2033 }],
    ['of a starter of 2026 until 2030', '2026-09-01', 2030, 150, null],
    ['nothing in 2031 of a starter of 2026', '2026-09-01', 2031, 0, { from: 2026, to: 2030 }],
    ['of a starter in his or her first year', '2029-02-01', 2029, 150, null],
  ] as const)('carries over %s', (_name, startDate, year, carried, lapsed) => {
    const employment = { startDate, endDate: null };
    const balance = computeBalance({ ...facts, year, employment, carriedOverHundredths: 150 }, []);
    expect(balance.carriedOverHundredths).toBe(carried);
    expect(balance.remainingHundredths).toBe(balance.rightHundredths + carried);
    expect(balance.steps.find(({ key }) => key === 'lapsed')?.params).toEqual(
      lapsed === null ? undefined : { hundredths: 150, ...lapsed },
    );
  });

  // A sector that grows towards five days: each year counts with the days that hold in it.
  it.each([
    [2023, 200, 200],
    [2025, 300, 300],
    [2027, 400, 400],
    [2030, 500, 500],
  ])('in %i of a sector that then gives %i hundredths of a day', (year, sectorDaysHundredths, expected) => {
    expect(right({ year, sectorDaysHundredths })).toBe(expected);
  });

  it.each([
    [
      'a starter of 15 May, four fifths, ten to nineteen: 231 of 365 days of 0.8 day',
      {
        size: 'from10to19',
        employmentHundredths: 80,
        employment: { startDate: '2025-05-15', endDate: null },
      },
      51,
    ],
    [
      'who left on 31 August: 243 of 365 days',
      { employment: { startDate: '2020-01-01', endDate: '2025-08-31' } },
      333,
    ],
    [
      'who came on 1 March and left on 30 September: 214 of 365 days',
      { employment: { startDate: '2025-03-01', endDate: '2025-09-30' } },
      293,
    ],
    ['one day in service: 5 of 365', { employment: { startDate: '2025-12-31', endDate: null } }, 1],
    [
      'fewer than ten, whatever the regime',
      { size: 'under10', regime: { qHundredths: 1_900, sHundredths: 3_800 } },
      0,
    ],
    [
      'in 2023, half-time from 1 July: 184 of 365 days of two',
      { year: 2023, employmentHundredths: 50, employment: { startDate: '2023-07-01', endDate: null } },
      101,
    ],
    [
      'a sector of five for ten to nineteen, three fifths',
      { size: 'from10to19', sectorDaysHundredths: 500, employmentHundredths: 60 },
      300,
    ],
    [
      'a day and a half of 19 of 36 hours a week in a sector of three',
      { sectorDaysHundredths: 300, regime: { qHundredths: 1_900, sHundredths: 3_600 } },
      158,
    ],
  ] satisfies [string, Partial<BalanceFacts>, number][])('worked out: %s', (_name, change, expected) => {
    expect(right(change)).toBe(expected);
  });

  it('rounds a half up: 62.5 hundredths give 63', () => {
    expect(dividedHalfUp(625, 10)).toBe(63);
    expect(dividedHalfUp(624, 10)).toBe(62);
  });

  it('is never negative, never above the law, and sums up its trainings, whatever they are', () => {
    const anyFacts = fc.record({
      year: fc.integer({ min: 2023, max: 2030 }),
      size: fc.constantFrom('under10' as const, 'from10to19' as const, 'from20' as const, 'unknown' as const),
      employmentHundredths: fc.integer({ min: 1, max: 100 }),
      fullTimeWeeklyMinutes: fc.integer({ min: 600, max: 3_000 }),
      carriedOverHundredths: fc.integer({ min: 0, max: 1_000 }),
      startDay: fc.integer({ min: 0, max: 4_000 }),
      days: fc.option(fc.integer({ min: 0, max: 4_000 }), { nil: null }),
    });
    const from = (offset: number) => new Date(Date.UTC(2020, 0, 1 + offset)).toISOString().slice(0, 10);
    fc.assert(
      fc.property(
        anyFacts,
        fc.array(anyFields, { maxLength: 8 }),
        ({ startDay, days, ...given }, trainings) => {
          const employment = {
            startDate: from(startDay),
            endDate: days === null ? null : from(startDay + days),
          };
          const balance = computeBalance({ ...facts, ...given, employment }, trainings);
          expect(balanceSchema.safeParse(balance).success).toBe(true);
          expect(balance.rightHundredths).toBeGreaterThanOrEqual(0);
          expect(balance.rightHundredths).toBeLessThanOrEqual(500);
          const counted = trainings
            .filter((one) => one.status === 'completed')
            .reduce((sum, one) => sum + minutesOffTheRight(one), 0);
          expect(balance.completedMinutes).toBe(counted);
          expect(balance.remainingHundredths).toBe(
            balance.rightHundredths +
              balance.carriedOverHundredths -
              balance.completedHundredths -
              balance.plannedHundredths,
          );
        },
      ),
    );
  });
});
