// The ladder of warnings: each rung begins on its own day in Belgium, and not an hour before.
import { describe, expect, it } from 'vitest';
import { endStanding, rungDay, rungs } from '../../../preload/rules/certificates/rungs.ts';

const notAfter = '2027-06-11T10:00:00.000Z';
const on = (instant: string) => endStanding(notAfter, Date.parse(instant));

describe('endStanding', () => {
  it.each([
    ['2027-03-12', 91, null],
    ['2027-03-13', 90, 90],
    ['2027-05-01', 41, 90],
    ['2027-05-02', 40, 40],
    ['2027-05-27', 15, 40],
    ['2027-05-28', 14, 14],
    ['2027-06-03', 8, 14],
    ['2027-06-04', 7, 7],
    ['2027-06-08', 3, 7],
    ['2027-06-09', 2, 2],
    ['2027-06-10', 1, 2],
    ['2027-06-11', 0, 0],
  ])('on %s there are %i days left: rung %s', (day, days, rung) => {
    expect(on(`${day}T08:00:00Z`)).toEqual({ days, rung, over: false });
  });

  it('begins a rung at midnight in Belgium, in winter as in summer', () => {
    expect(on('2027-03-12T22:59:59Z').rung).toBeNull();
    expect(on('2027-03-12T23:00:00Z').rung).toBe(90);
    expect(on('2027-05-01T21:59:59Z').rung).toBe(90);
    expect(on('2027-05-01T22:00:00Z').rung).toBe(40);
  });

  it('is over after the very instant of the end, also when that is today', () => {
    expect(on('2027-06-11T10:00:00Z')).toEqual({ days: 0, rung: 0, over: false });
    expect(on('2027-06-11T10:00:01Z')).toEqual({ days: 0, rung: 0, over: true });
    expect(on('2027-07-11T10:00:01Z')).toEqual({ days: -30, rung: 0, over: true });
  });

  it('counts the last day in Belgium, not that of Greenwich', () => {
    expect(endStanding('2027-06-10T22:30:00Z', Date.parse('2027-06-10T08:00:00Z')).days).toBe(1);
  });
});

describe('rungDay', () => {
  it('names the day on which endStanding reaches that rung', () => {
    for (const rung of rungs) {
      const day = rungDay(notAfter, rung);
      expect(on(`${day}T08:00:00Z`)).toMatchObject({ days: rung, rung });
    }
  });
});
