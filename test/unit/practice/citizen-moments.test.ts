// Moments, last days and rules behind the citizens' services of practice, at their edges.
import { describe, expect, it } from 'vitest';
import {
  belgianInstant,
  daysOfQuarter,
  lastDayAfter,
  lastSecondOf,
  practiceNow,
  shiftQuarter,
} from '../../../main/practice/citizen/moments.ts';
import { flexiControls, quotaOf, registersOf } from '../../../main/practice/citizen/rules.ts';
import type { CitizenFacts } from '../../../main/practice/store/citizen-facts-store.ts';
import type { Employment } from '../../../main/practice/store/world-store.ts';

const clockAt = (businessDate: string, wall: string) => ({
  businessDate: () => businessDate,
  securityNow: () => Date.parse(wall),
});

describe('now in practice', () => {
  it.each([
    ['2025-03-01', '2026-07-14T08:15:30Z', '2025-03-01T10:15:30+01:00'],
    ['2026-07-14', '2026-01-05T23:30:00Z', '2026-07-14T00:30:00+02:00'],
    ['2025-03-30', '2026-01-05T00:59:59Z', '2025-03-30T01:59:59+01:00'],
    ['2025-03-30', '2026-01-05T02:00:00Z', '2025-03-30T03:00:00+02:00'],
    ['2025-03-30', '2026-01-05T22:59:59Z', '2025-03-30T23:59:59+02:00'],
    ['2025-10-26', '2026-07-14T22:00:00Z', '2025-10-26T00:00:00+02:00'],
    ['2025-10-26', '2026-07-14T21:59:59Z', '2025-10-26T23:59:59+01:00'],
  ])('on %s with a wall at %s is %s', (date, wall, instant) => {
    expect(belgianInstant(practiceNow(clockAt(date, wall)))).toBe(instant);
  });

  it('never leaves its day, at whatever minute the wall stands', () => {
    for (const day of ['2025-03-30', '2025-10-26', '2025-03-01']) {
      for (let minute = 0; minute < 1_440; minute += 7) {
        const wall = new Date(Date.UTC(2026, 0, 5, 0, minute)).toISOString();
        const now = practiceNow(clockAt(day, wall));
        expect(belgianInstant(now).slice(0, 10)).toBe(day);
        expect(now).toBeLessThanOrEqual(lastSecondOf(day) + 999);
      }
    }
  });
});

describe('the last day', () => {
  it.each([
    ['2025-01-31', 1, '2025-02-27'],
    ['2028-01-31', 1, '2028-02-28'],
    ['2028-02-29', 1, '2028-03-28'],
    ['2026-04-15', 1, '2026-05-14'],
    ['2025-03-01', 1, '2025-03-31'],
    ['2025-12-15', 1, '2026-01-14'],
    ['2025-11-30', 3, '2026-02-27'],
    ['2025-04-15', 3, '2025-07-14'],
    ['2027-11-30', 3, '2028-02-28'],
    ['2025-10-01', 3, '2025-12-31'],
  ])('of an access from %s for %i months is %s', (start, months, last) => {
    expect(lastDayAfter(start, months)).toBe(last);
  });
});

describe('quarters', () => {
  it.each([
    ['2025Q1', -3, '2024Q2'],
    ['2025Q1', -2, '2024Q3'],
    ['2025Q4', 1, '2026Q1'],
  ])('%s by %i is %s', (quarter, by, expected) => {
    expect(shiftQuarter(quarter, by)).toBe(expected);
  });
  it('have their first and last day', () => {
    expect(daysOfQuarter('2024Q1')).toEqual({ startDate: '2024-01-01', endDate: '2024-03-31' });
    expect(daysOfQuarter('2025Q4')).toEqual({ startDate: '2025-10-01', endDate: '2025-12-31' });
  });
});

const person = (
  facts: Partial<CitizenFacts> | undefined,
  employments: readonly Partial<Employment>[] = [],
) => {
  const whole = { known: true, work: [], pensionFrom: null, studentHours: {}, ...facts };
  const parts = {
    facts: { facts: () => (facts === undefined ? undefined : whole), save: () => {}, all: () => [] },
    world: { employmentsOf: () => employments },
  };
  return (insz = '01010199768') => registersOf(parts as unknown as Parameters<typeof registersOf>[0], insz);
};
const eligible = (registers: ReturnType<typeof registersOf>, quarter: string): boolean =>
  Object.values(flexiControls(registers, quarter)).includes(true);

describe('eligibility for a flexi-job', () => {
  it('looks at four fifths in the third quarter back, and no other', () => {
    const work = (percent: number, from: string, to: string | null = from) =>
      person({ work: [{ percent, from, to }] })();
    expect(eligible(work(80, '2024Q2'), '2025Q1')).toBe(true);
    expect(eligible(work(79.9, '2024Q2'), '2025Q1')).toBe(false);
    expect(eligible(work(100, '2024Q3'), '2025Q1')).toBe(false);
    expect(eligible(work(100, '2024Q1'), '2025Q1')).toBe(false);
    const two = [
      { percent: 30, from: '2024Q1', to: null },
      { percent: 50, from: '2024Q2', to: null },
    ];
    expect(eligible(person({ work: two })(), '2025Q1')).toBe(true);
  });

  it('lets pensioners off who were pensioned in the second quarter back', () => {
    expect(eligible(person({ pensionFrom: '2024Q3' })(), '2025Q1')).toBe(true);
    expect(eligible(person({ pensionFrom: '2024Q4' })(), '2025Q1')).toBe(false);
  });

  it('takes the employments of a worker without facts, those that cover the quarter', () => {
    const job = { startDate: '2024-04-01', endDate: null, fraction: 0.4 };
    expect(eligible(person(undefined, [job, job])(), '2025Q1')).toBe(true);
    expect(eligible(person(undefined, [{ ...job, fraction: 0.79 }])(), '2025Q1')).toBe(false);
    const late = { ...job, startDate: '2024-04-02', fraction: 1 };
    expect(eligible(person(undefined, [late])(), '2025Q1')).toBe(false);
    const short = { ...job, endDate: '2024-06-29', fraction: 1 };
    expect(eligible(person(undefined, [short])(), '2025Q1')).toBe(false);
  });
});

describe('the student’s hours', () => {
  it.each([
    [2022, 475],
    [2023, 600],
    [2024, 600],
    [2025, 650],
    [2031, 650],
  ])('are of a contingent that held in %i: %i', (year, quota) => {
    expect(quotaOf(year)).toBe(quota);
  });

  it('of somebody known by the number only stay the same, within the contingent, and none once past studies', () => {
    const unknown = person(undefined);
    const young = unknown('06071599223');
    expect(unknown('06071599223').hoursUsedIn(2025)).toBe(young.hoursUsedIn(2025));
    for (let year = 2020; year < 2031; year += 1) {
      expect(young.hoursUsedIn(year)).toBeLessThanOrEqual(quotaOf(year));
      expect(Number.isInteger(young.hoursUsedIn(year))).toBe(true);
    }
    expect(unknown('57031899175').hoursUsedIn(2025)).toBe(0);
    expect(unknown('57031899175').pensionedIn('2024Q3')).toBe(true);
    expect(young.pensionedIn('2024Q3')).toBe(false);
  });
});
