// What is left of the day at the desk: counted from the service's moment, and said aloud three times.
import { describe, expect, it } from 'vitest';
import { leftOf, markPassed, writeLeft } from '../../../renderer/features/applicants/desk/time-left.ts';

describe('what is left of the day', () => {
  it('is counted from what the service said, by a difference of this clock alone', () => {
    const toldAt = Date.parse('2031-01-01T00:00:00Z');
    expect(leftOf({ secondsLeft: 90, toldAt }, toldAt)).toBe(90_000);
    expect(leftOf({ secondsLeft: 90, toldAt }, toldAt + 60_000)).toBe(30_000);
  });
  it('never goes below nothing, and never grows where this clock was put back', () => {
    expect(leftOf({ secondsLeft: 90, toldAt: 5_000 }, 200_000)).toBe(0);
    expect(leftOf({ secondsLeft: 90, toldAt: 5_000 }, 1_000)).toBe(90_000);
  });
  it('is written as hours, minutes and seconds, also on the longest day of the year', () => {
    expect(writeLeft(34_764_000)).toBe('9:39:24');
    expect(writeLeft(59_400)).toBe('0:01:00');
    expect(writeLeft(0)).toBe('0:00:00');
    expect(writeLeft(25 * 3_600_000 - 1_000)).toBe('24:59:59');
  });
});

describe('what is said aloud', () => {
  it('is an hour, ten minutes and a minute, each once', () => {
    expect(markPassed(3_600_400, 3_600_000)).toBe('hour');
    expect(markPassed(3_600_000, 3_599_000)).toBeNull();
    expect(markPassed(601_000, 600_000)).toBe('tenMinutes');
    expect(markPassed(60_500, 59_500)).toBe('minute');
  });
  it('is the least that is left where a computer slept over several', () => {
    expect(markPassed(7_200_000, 30_000)).toBe('minute');
  });
  it('is nothing when the page opens late in the day', () => {
    expect(markPassed(30_000, 30_000)).toBeNull();
  });
});
