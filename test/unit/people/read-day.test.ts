// Days as they are written in Belgian lists.
import { describe, expect, it } from 'vitest';
import { readDay } from '../../../preload/rules/workers/read-day.ts';

describe('readDay', () => {
  it.each([
    ['1/3/2025', '2025-03-01'],
    ['01-03-25', '2025-03-01'],
    ['1.3.1999', '1999-03-01'],
    ['2025-03-01', '2025-03-01'],
    ['2025-03-01T00:00:00', '2025-03-01'],
    ['20250301', '2025-03-01'],
    ['45717', '2025-03-01'],
    ['29/02/2024', '2024-02-29'],
    [' 1/3/2025 ', '2025-03-01'],
    ['1er/3/2022', '2022-03-01'],
    ['1er mars 2022', '2022-03-01'],
    ['15 août 2025', '2025-08-15'],
    ['1. März 2025', '2025-03-01'],
    ['3 mrt. 25', '2025-03-03'],
    ['31 December 2024', '2024-12-31'],
  ])('reads %s', (typed, day) => {
    expect(readDay(typed)).toBe(day);
  });

  it.each([
    '',
    'x',
    '31/04/2025',
    '29/2/2025',
    '0/1/2025',
    '1/13/2025',
    '2025-3',
    '12345',
    '99999',
    '1/3/20255',
    '2er mars 2022',
    '30 février 2024',
    '1 maandag 2025',
    'mars 2022',
  ])('refuses %j', (typed) => {
    expect(readDay(typed)).toBeNull();
  });
});
