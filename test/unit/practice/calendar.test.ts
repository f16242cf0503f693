// Modes, deadlines and quarters of the practice FLA, on and around their edges.
import { describe, expect, it } from 'vitest';
import { daysBetween, deadlineFor, modeOn, quarterOf } from '../../../main/practice/fla/calendar.ts';
import { creditOf } from '../../../main/practice/fla/credit.ts';
import { mandateIsActive } from '../../../main/practice/fla/subject.ts';
import { stableJson, type Training } from '../../../main/practice/fla/training.ts';

describe('calendar', () => {
  it.each([
    ['2025-12-31', 'open'],
    ['2026-01-01', 'readOnly'],
    ['2026-12-31', 'readOnly'],
    ['2027-01-01', 'closed'],
  ])('is %s %s', (date, mode) => expect(modeOn(date)).toBe(mode));
  it.each([
    ['2023-06-01', '2025-04-01'],
    ['2024-12-31', '2025-04-01'],
    ['2025-01-01', '2025-04-30'],
    ['2025-03-31', '2025-04-30'],
    ['2025-04-01', '2025-07-31'],
    ['2025-09-30', '2025-10-31'],
    ['2025-10-01', '2026-01-31'],
  ])('puts the deadline of %s at %s', (end, deadline) => expect(deadlineFor(end)).toBe(deadline));
  it('names quarters', () => {
    const dates = ['2025-03-31', '2025-04-01', '2025-12-31'];
    expect(dates.map(quarterOf)).toEqual(['2025Q1', '2025Q2', '2025Q4']);
  });
  it('counts days with both ends, also over the change to summer time', () => {
    expect(daysBetween('2025-03-29', '2025-03-31')).toBe(3);
    expect(daysBetween('2025-03-31', '2025-03-29')).toBe(-1);
  });
});

describe('a mandate', () => {
  const mandate = { startQuarter: '2024Q2', endQuarter: '2024Q4' } as const;
  it.each([
    ['2024-03-31', false],
    ['2024-04-01', true],
    ['2024-12-31', true],
    ['2025-01-01', false],
  ])('of 2024Q2 to 2024Q4 on %s is active: %s', (date, active) =>
    expect(mandateIsActive({ ...mandate, state: 'active' }, date)).toBe(active),
  );
  it('is not active once closed', () =>
    expect(mandateIsActive({ ...mandate, state: 'closed' }, '2024-06-01')).toBe(false));
});

describe('the balance', () => {
  const employer = { enterpriseNumber: '', name: '', qualities: [], fte: 20, weeklyHours: 38 };
  const employment = { enterpriseNumber: '', insz: '', startDate: '2020-01-01', endDate: null, fraction: 1 };
  const initial = (fte: number, year: number, more = {}): number =>
    creditOf(
      { employer: { ...employer, fte }, employment: { ...employment, ...more }, year, rights: undefined },
      [],
    ).initial;
  it('follows the size of the employer', () => {
    expect([initial(9.9, 2025), initial(10, 2025), initial(20, 2025), initial(20, 2023)]).toEqual([
      0, 1, 5, 4,
    ]);
  });
  it('is pro rata by months and share of full time', () => {
    expect(initial(20, 2025, { startDate: '2025-07-01' })).toBe(2.5);
    expect(initial(20, 2025, { fraction: 0.5, endDate: '2025-03-31' })).toBe(0.63);
  });
  it('counts completed and planned apart, and leaves out what does not count', () => {
    const base = {
      externalReference: 'A',
      title: '',
      startDate: '',
      endDate: '',
      countsForTrainingRight: true,
    };
    const day = { hours: 7, minutes: 36 };
    const trainings: Training[] = [
      { ...base, status: 'completed', duration: day },
      { ...base, status: 'completed', duration: day, deductedDuration: { hours: 3, minutes: 48 } },
      { ...base, status: 'reserved', duration: day },
      { ...base, status: 'notAttended', duration: day },
      { ...base, status: 'completed', duration: day, countsForTrainingRight: false },
    ];
    const credit = creditOf({ employer, employment, year: 2025, rights: undefined }, trainings);
    expect(credit).toMatchObject({ initial: 5, followed: 1.5, planned: 1, remaining: 3.5 });
  });
});

describe('the text of a training', () => {
  it('does not depend on the order of its fields', () => {
    expect(stableJson({ b: { d: 1, c: [2, 1] }, a: 0 })).toBe(stableJson({ a: 0, b: { c: [2, 1], d: 1 } }));
    expect(stableJson([1, 2])).not.toBe(stableJson([2, 1]));
  });
});
