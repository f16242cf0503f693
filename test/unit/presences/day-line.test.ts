// A worker's day out of arrivals and departures: breaks, shifts over midnight, nights of summer time, and what is missing.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mostTogether } from '../../../main/presences/together.ts';
import { belgianDayOf } from '../../../preload/rules/dates/belgian-day.ts';
import { compareWorker, presentStays } from '../../../preload/rules/presences/compare-planning.ts';
import { dayLine } from '../../../preload/rules/presences/day-line.ts';
import { type Mark, oddKinds } from '../../../preload/rules/presences/stay.ts';

const HOUR = 3_600_000;
const midnight = Date.parse('2026-06-09T22:00:00Z');
const day = [midnight, midnight + 24 * HOUR] as const;
let next = 0;
const mark = (type: 'IN' | 'OUT', hour: number, site = 'A'): Mark => ({
  id: `m${++next}`,
  at: midnight + hour * HOUR,
  type,
  site,
});
const line = (marks: Mark[], nowHour = 24) => dayLine(marks, day, midnight + nowHour * HOUR);
const hours = (ms: number | null) => (ms === null ? null : ms / HOUR);
const kinds = (marks: Mark[], nowHour = 24) => line(marks, nowHour).oddities.map(({ kind }) => kind);

describe('a day', () => {
  it('with a break has two stays, a pause and its hours', () => {
    const result = line([mark('IN', 6), mark('OUT', 9.5), mark('IN', 9.75), mark('OUT', 12)]);
    expect(result.stays.map(({ kind }) => kind)).toEqual(['closed', 'closed']);
    expect(result.pauses).toHaveLength(1);
    expect(hours(result.inside)).toBe(5.75);
    expect(result.oddities).toEqual([]);
  });

  it('with a long time away has no pause', () => {
    expect(line([mark('IN', 6), mark('OUT', 9), mark('IN', 13), mark('OUT', 15)]).pauses).toEqual([]);
  });

  it('still going on is drawn up to now', () => {
    const result = line([mark('IN', 6)], 9);
    expect(result.stays).toMatchObject([{ kind: 'inside', to: midnight + 9 * HOUR }]);
    expect(hours(result.inside)).toBe(3);
  });

  it('that began the evening before counts from midnight on', () => {
    const result = line([mark('IN', -2), mark('OUT', 3)]);
    expect(result.stays).toHaveLength(1);
    expect(hours(result.inside)).toBe(3);
  });

  it('that goes on over midnight counts up to midnight', () => {
    expect(hours(line([mark('IN', 22), mark('OUT', 30)], 48).inside)).toBe(2);
  });

  it('of 23 or 25 hours counts real hours', () => {
    const spring = Date.parse('2026-03-28T23:00:00Z');
    const marks: Mark[] = [
      { id: 'a', at: spring, type: 'IN', site: 'A' },
      { id: 'b', at: spring + 23 * HOUR, type: 'OUT', site: 'A' },
    ];
    const result = dayLine(marks, [spring, spring + 23 * HOUR], spring + 30 * HOUR);
    expect(hours(dayLine(marks.slice(0, 1), [spring, spring + 23 * HOUR], spring + 5 * HOUR).inside)).toBe(5);
    expect(hours(result.inside)).toBe(23);
  });

  it('of nobody is empty', () => {
    expect(line([])).toEqual({ stays: [], pauses: [], oddities: [], inside: 0 });
  });
});

describe('what is missing or cannot be', () => {
  it('a departure that never came makes the end uncertain and the hours unknown', () => {
    const result = line([mark('IN', 6), mark('IN', 13), mark('OUT', 15)]);
    expect(result.stays.map(({ kind }) => kind)).toEqual(['uncertain', 'closed']);
    expect(result.oddities.map(({ kind }) => kind)).toEqual(['missingOut']);
    expect(result.inside).toBeNull();
  });

  it('nobody is inside for days', () => {
    expect(kinds([mark('IN', 6)], 40)).toEqual(['missingOut']);
  });

  it('a departure without arrival is told', () => {
    expect(kinds([mark('OUT', 8)])).toEqual(['missingIn']);
    expect(line([mark('OUT', 8)]).inside).toBeNull();
  });

  it('twice the same within minutes is one press too many, and changes nothing', () => {
    const marks = [mark('IN', 6), mark('IN', 6.05), mark('OUT', 9), mark('OUT', 9.02)];
    expect(kinds(marks)).toEqual(['repeated', 'repeated']);
    expect(hours(line(marks).inside)).toBe(3);
  });

  it('inside in two places at once is told, and each hour counts once', () => {
    const marks = [mark('IN', 6, 'A'), mark('IN', 8, 'B'), mark('OUT', 10, 'A'), mark('OUT', 12, 'B')];
    expect(kinds(marks)).toEqual(['twoSites']);
    expect(hours(line(marks).inside)).toBe(6);
  });

  it('a missing departure of yesterday is not told today', () => {
    expect(kinds([mark('IN', -10), mark('IN', 6), mark('OUT', 9)])).toEqual([]);
  });
});

/** Minutes past 23:40: presses at the end of a day, the first of them a departure. */
const presses: readonly [number, 'IN' | 'OUT'][] = [
  [0, 'OUT'],
  [3, 'IN'],
  [3.5, 'IN'],
  [9, 'IN'],
  [10, 'IN'],
  [11, 'OUT'],
];

describe('a departure first, then arrivals pressed again and again', () => {
  const marks = () => presses.map(([minute, type]) => mark(type, 23 + (40 + minute) / 60));

  it('lack an arrival and a departure, and the presses too many are not told beside them', () => {
    const result = line(marks());
    expect(result.oddities.map(({ kind }) => kind)).toEqual([
      ...['missingIn', 'missingOut', 'repeated', 'repeated'],
    ]);
    expect(oddKinds(result.oddities)).toEqual(['missingIn', 'missingOut']);
    expect(oddKinds([{ kind: 'repeated' }, { kind: 'repeated' }])).toEqual(['repeated']);
    expect(result.inside).toBeNull();
  });

  it('are in the planning what they are in the day', () => {
    const present = presentStays(marks(), day[1], { worker: 'w', employer: 'e' });
    const known = { tolerance: 15, employer: 'e', now: day[1], askedAt: () => day[1], dayOf: belgianDayOf };
    const told = compareWorker('w', [], present, known).flatMap((one) => one.told.map(({ kind }) => kind));
    expect(told).toEqual(['notPlanned', 'noOut', 'noIn']);
  });
});

it('whatever the marks: what is missing in the day is missing in the planning, and nothing else', () => {
  const minutes = fc.array(
    fc.record({
      minute: fc.integer({ min: 0, max: 1_439 }),
      type: fc.constantFrom('IN' as const, 'OUT' as const),
    }),
    { maxLength: 12 },
  );
  fc.assert(
    fc.property(minutes, (some) => {
      const marks = some.map(({ minute, type }) => mark(type, minute / 60));
      const present = presentStays(marks, day[1], { worker: 'w', employer: 'e' });
      const known = { tolerance: 15, employer: 'e', now: day[1], askedAt: () => day[1], dayOf: belgianDayOf };
      const told = compareWorker('w', [], present, known).flatMap((one) => one.told.map(({ kind }) => kind));
      const odd = line(marks).oddities.map(({ kind }) => kind);
      expect([told.includes('noIn'), told.includes('noOut')]).toEqual([
        ...[odd.includes('missingIn'), odd.includes('missingOut')],
      ]);
    }),
    { numRuns: 300 },
  );
});

describe('the most at once', () => {
  const together = (all: Mark[][], nowHour = 24) => {
    const most = mostTogether(
      all.map((marks) => line(marks, nowHour)),
      day[0],
      Math.min(day[1] - 1, midnight + nowHour * HOUR),
    );
    return most === null ? null : [most.count, (most.at - midnight) / HOUR];
  };

  it('are told from the moment at which the last of them came', () => {
    const all = [
      [mark('IN', 6), mark('OUT', 12)],
      [mark('IN', 8.2), mark('OUT', 16)],
      [mark('IN', 12), mark('OUT', 15)],
    ];
    expect(together(all)).toEqual([2, 8.2]);
    expect(together([[mark('IN', 7)], [mark('IN', 9)]], 9)).toEqual([2, 9]);
    expect(together([[mark('IN', -2), mark('OUT', 3)]])).toEqual([1, 0]);
  });

  it('are nobody while only a departure is known, and count nobody before an arrival', () => {
    expect(together([[mark('OUT', 23.6)]])).toBeNull();
    const marks = presses.map(([minute, type]) => mark(type, 23 + (40 + minute) / 60));
    expect(together([marks])).toEqual([1, expect.closeTo(23 + 49 / 60, 6)]);
  });
});

it('whatever the marks: in any order the same line, never more than the day, nothing backwards', () => {
  const any = fc.array(
    fc.record({
      at: fc.integer({ min: -10, max: 34 * 60 }).map((minutes) => midnight + minutes * 60_000),
      type: fc.constantFrom('IN' as const, 'OUT' as const),
      site: fc.constantFrom('A', 'B'),
    }),
    { maxLength: 20 },
  );
  fc.assert(
    fc.property(any, (some) => {
      const marks = some.map((one, i) => ({ ...one, id: `${i}` }));
      const result = dayLine(marks, day, day[1]);
      const positive = [...result.stays, ...result.pauses].every(({ from, to }) => to >= from);
      const whole = dayLine([...marks].reverse(), day, day[1]);
      const unique = new Set(some.map(({ at, site, type }) => `${at} ${site} ${type}`)).size === some.length;
      return (
        positive &&
        (result.inside ?? 0) <= 24 * HOUR &&
        (!unique || JSON.stringify(whole.stays) === JSON.stringify(result.stays))
      );
    }),
    { numRuns: 300 },
  );
});
