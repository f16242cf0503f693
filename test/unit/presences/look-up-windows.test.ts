// A long period is asked in pieces that the service takes, each day once.
import { expect, it } from 'vitest';
import { daysOf, mostDays, windowsOf } from '../../../main/presences/look-up-windows.ts';

it.each([
  ['2026-11-30', '2026-11-30', 1],
  ['2026-10-31', '2026-11-30', 1],
  ['2026-10-30', '2026-11-30', 2],
  ['2024-01-01', '2024-12-31', 12],
  ['2023-12-01', '2026-11-30', 36],
])('%s to %s: %i', (from, to, count) => {
  const windows = windowsOf(from, to);
  expect(windows).toHaveLength(count);
  expect([windows[0]?.from, windows.at(-1)?.to]).toEqual([from, to]);
  expect(windows.reduce((sum, one) => sum + daysOf(one.from, one.to), 0)).toBe(daysOf(from, to));
  for (const [at, { from: first, to: last }] of windows.entries()) {
    expect(daysOf(first, last)).toBeLessThanOrEqual(mostDays);
    if (at > 0) expect(daysOf(windows[at - 1]?.to ?? '', first)).toBe(2);
  }
});

it('backwards there is nothing to ask', () => {
  expect(windowsOf('2026-11-30', '2026-11-29')).toEqual([]);
});
