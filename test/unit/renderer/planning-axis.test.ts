// Hours of compared lines under one another: by what clocks show, over midnight and in the nights of summer time.
import { describe, expect, it } from 'vitest';
import type { ComparedRow } from '../../../preload/contract/planning.ts';
import {
  axisOf,
  hourName,
  hoursIn,
  minuteOf,
  place,
} from '../../../renderer/features/planning/planning-axis.ts';

const line = (day: string, from: string, to: string): ComparedRow =>
  ({ day, planned: [{ from, to }], present: [] }) as unknown as ComparedRow;

describe('a moment', () => {
  it.each([
    ['2026-06-08', '2026-06-08T04:00:00Z', 360],
    ['2026-06-08', '2026-06-09T00:30:00Z', 1_590],
    ['2026-06-08', '2026-06-07T21:30:00Z', -30],
    // Eight o'clock is eight o'clock, also after a night of 23 or 25 hours.
    ['2026-03-29', '2026-03-29T06:00:00Z', 480],
    ['2026-10-25', '2026-10-25T07:00:00Z', 480],
  ])('of %s (%s) lies %i minutes after midnight', (day, instant, minutes) => {
    expect(minuteOf(day, instant)).toBe(minutes);
  });
});

describe('the hours that are drawn', () => {
  it('are those from six to twenty, or more where something happens outside them', () => {
    expect(axisOf([])).toEqual({ from: 360, to: 1_200 });
    expect(axisOf([line('2026-06-08', '2026-06-08T20:00:00Z', '2026-06-09T04:00:00Z')])).toEqual({
      from: 360,
      to: 1_830,
    });
    expect(axisOf([line('2026-06-08', '2026-06-08T02:00:00Z', '2026-06-08T10:00:00Z')]).from).toBe(210);
  });

  it('are named as clocks show them, also beyond midnight', () => {
    expect(hoursIn({ from: 360, to: 1_200 }).map(hourName)).toEqual([
      ...['8:00', '10:00', '12:00', '14:00', '16:00', '18:00'],
    ]);
    expect(hoursIn({ from: 360, to: 1_890 }).map(hourName)).toEqual([
      ...['8:00', '12:00', '16:00', '20:00', '0:00', '4:00'],
    ]);
    expect(place({ from: 360, to: 1_200 }, 780)).toBe('50.00%');
    expect(place({ from: 360, to: 1_200 }, 100)).toBe('0.00%');
  });
});
