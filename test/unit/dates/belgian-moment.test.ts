// Moments of what Belgian clocks show, also in the nights in which an hour is skipped or comes twice.
import { expect, it } from 'vitest';
import { belgianMoment } from '../../../preload/rules/dates/belgian-day.ts';

const HOUR = 3_600_000;

it('a moment keeps the hour that clocks show, skipped ones later and double ones as asked', () => {
  const shown = (moment: number) =>
    new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Brussels', timeStyle: 'short' }).format(moment);
  expect(shown(belgianMoment('2026-03-29', 150))).toBe('03:30');
  expect(shown(belgianMoment('2026-03-29', 180))).toBe('03:00');
  expect(shown(belgianMoment('2026-10-25', 90))).toBe('01:30');
  const [first, second] = [belgianMoment('2026-10-25', 150), belgianMoment('2026-10-25', 150, true)];
  expect([shown(first), shown(second), second - first]).toEqual(['02:30', '02:30', HOUR]);
  expect(belgianMoment('2026-10-25', 180, true)).toBe(belgianMoment('2026-10-25', 180));
});
