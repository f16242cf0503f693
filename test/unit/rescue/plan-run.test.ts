// The hour of a planned reading.
import { expect, it } from 'vitest';
import { nextHour } from '../../../main/rescue/plan-run.ts';

it('means tonight before the hour and tomorrow after it, by the clock in Belgium, also over the change of clocks', () => {
  const at = (now: string) => nextHour(new Date(now), '22:00').toISOString();
  expect(at('2026-11-29T14:00:00Z')).toBe('2026-11-29T21:00:00.000Z');
  expect(at('2026-11-29T21:30:00Z')).toBe('2026-11-30T21:00:00.000Z');
  expect(at('2026-10-24T20:30:00Z')).toBe('2026-10-25T21:00:00.000Z');
});
