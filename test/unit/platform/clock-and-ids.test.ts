// The legal day and ids that sort by time.
import { describe, expect, it } from 'vitest';
import { brusselsDay, brusselsDayEnd, brusselsDayStart, fixedClock } from '../../../main/platform/clock.ts';
import { uuidSource } from '../../../main/platform/ids.ts';

describe('the legal day', () => {
  it.each([
    ['2025-03-31T21:59:59Z', '2025-03-31'],
    ['2025-03-31T22:00:00Z', '2025-04-01'],
    ['2025-12-31T22:59:59Z', '2025-12-31'],
    ['2025-12-31T23:00:00Z', '2026-01-01'],
  ])('of %s is %s in Belgium, whatever the zone of the PC', (instant, day) => {
    expect(brusselsDay(new Date(instant))).toBe(day);
  });

  it('lasts 23 hours on the day summer time begins', () => {
    const hours =
      (Date.parse(brusselsDayEnd('2025-03-30')) - Date.parse(brusselsDayStart('2025-03-30'))) / 3_600_000;
    expect(hours).toBe(23);
  });
});

describe('ids', () => {
  it('are UUIDs of version 7 and ascend within one millisecond and when the clock steps back', () => {
    const clock = fixedClock('2025-03-01T08:00:00Z');
    const source = uuidSource(clock);
    const made: string[] = [];
    for (let i = 0; i < 6000; i += 1) {
      if (i === 3000) clock.set('2025-02-28T08:00:00Z');
      made.push(source.newId());
    }
    expect(
      made.every((id) => /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id)),
    ).toBe(true);
    expect([...made].sort()).toEqual(made);
    expect(new Set(made).size).toBe(6000);
  });
});
