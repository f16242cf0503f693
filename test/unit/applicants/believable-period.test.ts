// Which periods of an access are believed: how long the answer stands here hangs on them.
import { describe, expect, it } from 'vitest';
import { believablePeriod } from '../../../preload/rules/applicants/believable-period.ts';

const today = '2025-03-01';

describe('the period of an access', () => {
  it.each([
    ['one month', '2025-03-01', '2025-03-31'],
    ['three months', '2025-03-01', '2025-05-31'],
    ['a single day', '2025-03-01', '2025-03-01'],
    ['one that is over', '2024-11-01', '2025-01-31'],
    ['four months', '2025-03-01', '2025-07-01'],
  ])('is believed: %s', (_what, from, until) => {
    expect(believablePeriod({ from, until }, today)).toBe(true);
  });

  it.each([
    ['without an end', '2025-03-01', '9999-12-31'],
    ['of half a year', '2025-03-01', '2025-09-01'],
    ['of a month in another age', '9998-01-01', '9998-01-31'],
    ['that ends before it begins', '2025-03-01', '2025-02-28'],
    ['of the year one', '0001-01-01', '0001-01-31'],
    ['that began in the year one', '0001-01-01', '2025-03-31'],
    ['whose end is no day', '2025-03-01', 'tomorrow'],
    ['whose end is no day of the calendar', '2025-02-01', '2025-02-41'],
  ])('is not believed: one %s', (_what, from, until) => {
    expect(believablePeriod({ from, until }, today)).toBe(false);
  });
});
