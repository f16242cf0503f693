// Periods of register lines: the worked cases of the rules, and random operations beside a model that knows days only.
import { describe, expect, test } from 'vitest';
import {
  addPeriod,
  isPeriod,
  movePeriods,
  overlap,
  type Period,
  periodsWithin,
  removePeriod,
} from '../../../preload/rules/register/periods.ts';
import { randomSteps } from '../../support/day-sets.ts';

/** `2024-01-01..06-30 | 07-01..open`: the year of a line's begin counts until another is written. */
function periods(text: string): Period[] {
  if (text === '') return [];
  let year = '';
  const day = (written: string): string => {
    if (written.length === 10) year = written.slice(0, 4);
    return written.length === 10 ? written : `${year}-${written}`;
  };
  return text.split(' | ').map((line) => {
    const [begin = '', end = ''] = line.split('..');
    return { begin: day(begin), end: end === 'open' ? null : day(end) };
  });
}
const period = (text: string): Period => periods(text)[0] ?? { begin: '', end: null };

describe('a period is added', () => {
  test.each([
    ['E1', '2024-01-01..06-30', '2025-01-01..open', '2024-01-01..06-30 | 2025-01-01..open'],
    ['E2', '2024-01-01..06-30', '2024-05-01..12-31', '2024-01-01..12-31'],
    ['E3: one shared day', '2024-01-01..06-30', '2024-06-30..09-30', '2024-01-01..09-30'],
    ['E4: next to each other', '2024-01-01..06-30', '2024-07-01..12-31', '2024-01-01..06-30 | 07-01..12-31'],
    ['E5', '2024-01-01..02-29 | 04-01..05-31 | 07-01..open', '2024-02-15..07-15', '2024-01-01..open'],
    ['E7', '2024-01-01..06-30 | 07-01..12-31', '2024-06-30..07-01', '2024-01-01..12-31'],
    ['E8', '2024-05-01..05-31', '2024-01-01..open', '2024-01-01..open'],
    ['before all', '2024-05-01..05-31', '2023-01-01..01-31', '2023-01-01..01-31 | 2024-05-01..05-31'],
    [
      'X10: a gap of a day is filled and stays three',
      '2024-01-01..02-29 | 03-02..12-31',
      '2024-03-01..03-01',
      '2024-01-01..02-29 | 03-01..03-01 | 03-02..12-31',
    ],
  ])('%s', (_, before, added, after) => {
    expect(addPeriod(periods(before), period(added))).toEqual({ periods: periods(after), same: false });
  });

  test.each([
    ['E6: within an open one', '2024-01-01..open', '2024-03-01..03-31'],
    ['the very same', '2024-01-01..06-30', '2024-01-01..06-30'],
    ['open within open', '2024-01-01..open', '2024-03-01..open'],
  ])('%s changes nothing and says so', (_, before, added) => {
    expect(addPeriod(periods(before), period(added))).toEqual({ periods: periods(before), same: true });
  });

  test('two that only touch are not joined, though together they hold every day of it', () => {
    const before = periods('2024-01-01..06-30 | 07-01..12-31');
    expect(addPeriod(before, period('2024-01-01..12-31'))).toEqual({
      periods: periods('2024-01-01..12-31'),
      same: false,
    });
  });
});

describe('a period is taken away', () => {
  test.each([
    ['X2', '2024-01-01..12-31', '2024-04-01..06-30', '2024-01-01..03-31 | 07-01..12-31'],
    ['X3', '2024-01-01..12-31', '2023-06-01..2024-02-29', '2024-03-01..12-31'],
    ['X4', '2024-01-01..12-31', '2024-11-01..open', '2024-01-01..10-31'],
    [
      'X5',
      '2024-01-01..03-31 | 05-01..06-30 | 08-01..open',
      '2024-03-01..08-31',
      '2024-01-01..02-29 | 09-01..open',
    ],
    ['X6', '2024-01-01..open', '2025-01-01..03-31', '2024-01-01..12-31 | 2025-04-01..open'],
    ['X7', '2024-01-01..06-30', '2024-01-01..06-30', ''],
    ['X9: leap day', '2024-01-01..12-31', '2024-03-01..03-01', '2024-01-01..02-29 | 03-02..12-31'],
    ['open from open', '2024-01-01..open', '2024-01-01..open', ''],
  ])('%s', (_, before, removed, after) => {
    expect(removePeriod(periods(before), period(removed))).toEqual({
      periods: periods(after),
      nothing: false,
    });
  });

  test('X8: no day of it was there, which is said', () => {
    const before = periods('2024-01-01..06-30');
    expect(removePeriod(before, period('2025-01-01..12-31'))).toEqual({ periods: before, nothing: true });
  });
});

describe('lines of an old number come under a new one', () => {
  test.each([
    ['R1', '2023-01-01..2024-03-31', '2024-03-01..open', '2023-01-01..open'],
    ['R2', '2023-01-01..12-31', '2024-01-01..open', '2023-01-01..12-31 | 2024-01-01..open'],
    ['R3', '2022-01-01..12-31 | 2024-02-01..04-30', '2022-12-01..2024-02-15', '2022-01-01..2024-04-30'],
  ])('%s', (_, old, before, after) => {
    expect(movePeriods(periods(before), periods(old))).toEqual(periods(after));
  });
});

test('what is asked for in a period comes back whole', () => {
  const lines = periods('2024-01-01..03-31 | 05-01..06-30 | 08-01..open');
  expect(periodsWithin(lines, period('2024-03-31..05-01'))).toEqual(
    periods('2024-01-01..03-31 | 05-01..06-30'),
  );
  expect(periodsWithin(lines, period('2024-04-01..04-30'))).toEqual([]);
  expect(overlap(period('2024-01-01..01-31'), period('2024-02-01..open'))).toBe(false);
});

test.each([
  ['2024-02-30', null],
  ['2023-02-29', null],
  ['2024-13-01', null],
  ['2024-00-10', null],
  ['2024-01-02', '2024-01-01'],
  ['2024-01-01', '2024-02-31'],
  ['24-01-01', null],
  ['0000-01-01', null],
  ['9999-12-31', null],
])('%s to %s is no period', (begin, end) => {
  expect(isPeriod({ begin, end })).toBe(false);
});
test('a single day, a leap day and an open end are periods', () => {
  expect(isPeriod({ begin: '2024-02-29', end: '2024-02-29' })).toBe(true);
  expect(isPeriod({ begin: '0001-01-02', end: null })).toBe(true);
});

test('ten thousand random operations hold exactly the days that a set of days holds', () => {
  expect(randomSteps(10_000, 20_260_101)).toEqual({ steps: 10_000, differences: [] });
});
