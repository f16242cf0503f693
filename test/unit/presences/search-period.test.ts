// Periods that move along with the days.
import { expect, test } from 'vitest';
import { periodDays } from '../../../preload/rules/presences/search-period.ts';

const none = { from: null, to: null };

test.each([
  ['today', '2026-11-29', '2026-11-29', '2026-11-29'],
  ['yesterday', '2026-03-01', '2026-02-28', '2026-02-28'],
  ['week', '2026-01-03', '2025-12-28', '2026-01-03'],
  ['month', '2026-11-29', '2026-10-30', '2026-11-29'],
  ['thisMonth', '2026-11-29', '2026-11-01', '2026-11-29'],
  ['lastMonth', '2026-03-31', '2026-02-01', '2026-02-28'],
  ['lastMonth', '2026-01-15', '2025-12-01', '2025-12-31'],
])('%s on %s is %s to %s', (period, today, from, to) => {
  expect(periodDays({ period, ...none }, today)).toEqual({ from, to });
});

test('days of one’s own are taken in their order, and one alone is both', () => {
  const own = (from: string | null, to: string | null) =>
    periodDays({ period: 'days', from, to }, '2026-11-29');
  expect(own('2026-05-02', '2026-05-01')).toEqual({ from: '2026-05-01', to: '2026-05-02' });
  expect(own('2026-05-02', null)).toEqual({ from: '2026-05-02', to: '2026-05-02' });
  expect(own(null, null)).toEqual({ from: '2026-11-29', to: '2026-11-29' });
});
