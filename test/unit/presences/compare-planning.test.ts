// A planning beside presences: each thing that can differ, nights and breaks, and that nothing is counted twice or lost.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { belgianDayOf, belgianMoment } from '../../../preload/rules/dates/belgian-day.ts';
import {
  type Circumstances,
  compareWorker,
  presentStays,
} from '../../../preload/rules/presences/compare-planning.ts';
import type { PlannedStay, PresentStay } from '../../../preload/rules/presences/comparison-kinds.ts';
import type { Mark } from '../../../preload/rules/presences/stay.ts';

const HOUR = 3_600_000;
const DAY = '2026-06-10';
const midnight = belgianMoment(DAY, 0);
const h = (hour: number): number => midnight + hour * HOUR;
let next = 0;
const plan = (from: number, to: number, more: Partial<PlannedStay> = {}): PlannedStay => ({
  id: `p${++next}`,
  worker: 'w',
  site: 'A',
  from: h(from),
  to: h(to),
  pause: null,
  ...more,
});
const mark = (type: 'IN' | 'OUT', hour: number, site = 'A'): Mark => ({
  id: `m${++next}`,
  at: h(hour),
  type,
  site,
});
const seen = (pairs: [number, number | null][], site = 'A', employer = 'own', until = 48): PresentStay[] =>
  presentStays(
    pairs.flatMap(([from, to]) => [mark('IN', from, site), ...(to === null ? [] : [mark('OUT', to, site)])]),
    h(until),
    { worker: 'w', employer },
  );
const known = (change: Partial<Circumstances> = {}): Circumstances => ({
  tolerance: 15,
  employer: 'own',
  now: h(48),
  askedAt: () => h(48),
  dayOf: belgianDayOf,
  ...change,
});
const told = (planned: PlannedStay[], present: PresentStay[], change: Partial<Circumstances> = {}) =>
  compareWorker('w', planned, present, known(change)).map((line) =>
    line.told.map(({ kind, minutes }) => (minutes === null ? kind : `${kind} ${minutes}`)),
  );

describe('a planned stay', () => {
  it('that was kept within the tolerance is as planned, with its hours', () => {
    const [line] = compareWorker(
      'w',
      [plan(8, 17, { pause: 30 })],
      seen([
        [8.2, 12],
        [12.5, 17],
      ]),
      known(),
    );
    expect(line).toMatchObject({ told: [{ kind: 'asPlanned' }], plannedMinutes: 510, presentMinutes: 498 });
  });

  it.each([
    ['came late', [[8.5, 17]], ['late 30']],
    ['left early', [[8, 16]], ['leftEarly 60']],
    ['both', [[9, 16]], ['late 60', 'leftEarly 60']],
    ['just within', [[8.25, 16.75]], ['asPlanned']],
  ] as [string, [number, number][], string[]][])('%s', (_, pairs, kinds) => {
    expect(told([plan(8, 17)], seen(pairs))).toEqual([kinds]);
  });

  it('without any presence is absent only where the service was asked after its end', () => {
    expect(told([plan(8, 17)], [])).toEqual([['notThere']]);
    expect(told([plan(8, 17)], [], { askedAt: () => null })).toEqual([['notLookedUp']]);
    expect(told([plan(8, 17)], [], { askedAt: () => h(12) })).toEqual([['notLookedUp']]);
    expect(told([plan(8, 17)], [], { askedAt: () => h(12), now: h(13) })).toEqual([['notThereYet']]);
    expect(told([plan(8, 17)], [], { askedAt: () => h(7), now: h(13) })).toEqual([['notLookedUp']]);
    expect(told([plan(8, 17)], [], { askedAt: () => h(7), now: h(7) })).toEqual([['toCome']]);
  });

  it('with an open presence is inside, without departure, or not looked up since', () => {
    expect(
      told([plan(8, 17)], seen([[8, null]], 'A', 'own', 12), { now: h(12), askedAt: () => h(12) }),
    ).toEqual([['inside']]);
    expect(told([plan(8, 17)], seen([[8, null]]))).toEqual([['noOut']]);
    const stale = { now: h(30), askedAt: () => h(12) };
    expect(told([plan(8, 17)], seen([[8, null]], 'A', 'own', 12), stale)).toEqual([['notLookedUp']]);
  });

  it('with only a departure has no arrival, and its hours are not known', () => {
    const present = presentStays([mark('OUT', 17)], h(48), { worker: 'w', employer: 'own' });
    const [line] = compareWorker('w', [plan(8, 17)], present, known());
    expect(line).toMatchObject({ told: [{ kind: 'noIn' }], presentMinutes: null });
  });

  it('elsewhere is one line, and so is one registered for another enterprise', () => {
    expect(told([plan(8, 17)], seen([[8, 17]], 'B'))).toEqual([['otherSite']]);
    expect(told([plan(8, 17, { site: null })], seen([[8, 17]], 'B'))).toEqual([['asPlanned']]);
    expect(told([plan(8, 17)], seen([[8, 17]], 'A', 'sub'))).toEqual([['otherEmployer']]);
  });

  it('at another hour of the day on its site is late, not absent', () => {
    expect(told([plan(8, 12)], seen([[13, 17]]))).toEqual([['late 300']]);
  });

  it('of another day is absent there, and the presence is not planned', () => {
    expect(told([plan(8, 12)], seen([[32, 36]]))).toEqual([['notThere'], ['notPlanned']]);
  });
});

describe('breaks', () => {
  it('are compared where the planning says them, by column or by two stays', () => {
    const short: [number, number][] = [
      [8, 12],
      [12.25, 17],
    ];
    expect(told([plan(8, 17)], seen(short))).toEqual([['asPlanned']]);
    expect(told([plan(8, 17, { pause: 60 })], seen(short))).toEqual([['breakDiffers -45']]);
    expect(told([plan(8, 12), plan(13, 17)], seen(short))).toEqual([['breakDiffers -45']]);
    expect(
      told(
        [plan(8, 12), plan(13, 17)],
        seen([
          [8, 12],
          [13, 17],
        ]),
      ),
    ).toEqual([['asPlanned']]);
    expect(
      told(
        [plan(8, 17, { pause: 0 })],
        seen([
          [8, 12],
          [13, 17],
        ]),
      ),
    ).toEqual([['breakDiffers 60']]);
  });

  it('longer than a rest are two lines, joined by a presence through both', () => {
    const split = () => [plan(6, 9), plan(17, 20)];
    expect(
      told(
        split(),
        seen([
          [6, 9],
          [17, 20],
        ]),
      ),
    ).toEqual([['asPlanned'], ['asPlanned']]);
    expect(told(split(), seen([[6, 9]]))).toEqual([['asPlanned'], ['notThere']]);
    expect(told(split(), seen([[6, 20]]))).toEqual([['breakDiffers -480']]);
  });

  it('after a forgotten departure leave both presences with their planned stay', () => {
    expect(
      told(
        [plan(8, 17)],
        seen([
          [8, null],
          [13, 17],
        ]),
      ),
    ).toEqual([['noOut']]);
  });
});

describe('a presence without planning', () => {
  it('is told apart when a subcontractor registered it', () => {
    expect(told([], seen([[8, 12]]))).toEqual([['notPlanned']]);
    expect(told([], seen([[8, 12]], 'A', 'sub'))).toEqual([['ofSubcontractor']]);
  });
});

describe('nights', () => {
  it('over midnight are one line of the day on which they begin', () => {
    const [line] = compareWorker('w', [plan(22, 30)], seen([[22, 30]]), known());
    expect(line).toMatchObject({ told: [{ kind: 'asPlanned' }], plannedMinutes: 480, presentMinutes: 480 });
    expect(belgianDayOf(line?.at ?? 0)).toBe(DAY);
  });

  it.each([
    ['2026-03-28', 420],
    ['2026-10-24', 540],
  ])('of the change of the clock (%s) have %i minutes', (day, minutes) => {
    const [from, to] = [belgianMoment(day, 22 * 60), belgianMoment(day, 30 * 60, true)];
    const stays = presentStays(
      [
        { id: 'a', at: from, type: 'IN', site: 'A' },
        { id: 'b', at: to, type: 'OUT', site: 'A' },
      ],
      to + HOUR,
      { worker: 'w', employer: 'own' },
    );
    const [line] = compareWorker(
      'w',
      [{ ...plan(0, 1), from, to }],
      stays,
      known({ now: to, askedAt: () => to + 1 }),
    );
    expect(line).toMatchObject({
      plannedMinutes: minutes,
      presentMinutes: minutes,
      told: [{ kind: 'asPlanned' }],
    });
  });
});

const anyPlan = fc.record({
  from: fc.integer({ min: 0, max: 70 }),
  length: fc.integer({ min: 1, max: 10 }),
  site: fc.constantFrom('A', 'B', null),
  pause: fc.constantFrom(null, 0, 30),
});
const anyMark = fc.record({
  hour: fc.integer({ min: 0, max: 70 * 4 }).map((quarter) => quarter / 4),
  type: fc.constantFrom<'IN' | 'OUT'>('IN', 'OUT'),
  site: fc.constantFrom('A', 'B'),
});

describe('whatever is planned and registered', () => {
  it('each planned stay and each presence stands in exactly one line, and each arrival in a presence', () => {
    fc.assert(
      fc.property(fc.array(anyPlan, { maxLength: 8 }), fc.array(anyMark, { maxLength: 12 }), (plans, all) => {
        const planned = plans.map(({ from, length, ...more }) => plan(from, from + length, more));
        const marks = all.map(({ hour, type, site }) => mark(type, hour, site));
        const present = presentStays(marks, h(72), { worker: 'w', employer: 'own' });
        const lines = compareWorker('w', planned, present, known({ now: h(72) }));
        const ids = (of: 'planned' | 'present') =>
          lines.flatMap((line) => line[of].map(({ id }) => id)).sort();
        expect(ids('planned')).toEqual(planned.map(({ id }) => id).sort());
        expect(ids('present')).toEqual(present.map(({ id }) => id).sort());
        expect(lines.every(({ told: said }) => said.length > 0)).toBe(true);
        const moments = new Set(present.flatMap(({ from, to }) => [from, to]));
        const lost = marks.filter(
          ({ at, type, site }) =>
            !moments.has(at) &&
            !marks.some(
              (other) =>
                other.site === site && other.type === type && other.at < at && at - other.at < 300_000,
            ),
        );
        expect(lost).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  it('the same hours twice are as planned, and more tolerance never tells more', () => {
    const times = (lines: ReturnType<typeof compareWorker>) =>
      lines
        .flatMap((line) => line.told)
        .filter(({ kind }) => ['late', 'leftEarly', 'breakDiffers'].includes(kind)).length;
    fc.assert(
      fc.property(fc.array(anyPlan, { maxLength: 6 }), fc.array(anyMark, { maxLength: 10 }), (plans, all) => {
        const planned = plans.map(({ from, length, ...more }) => plan(from, from + length, more));
        const present = presentStays(
          all.map(({ hour, type, site }) => mark(type, hour, site)),
          h(72),
          {
            worker: 'w',
            employer: 'own',
          },
        );
        const of = (tolerance: number) =>
          compareWorker('w', planned, present, known({ tolerance, now: h(72) }));
        expect(times(of(60))).toBeLessThanOrEqual(times(of(10)));
        const again = planned.map(
          (stay): PresentStay => ({
            ...{ id: stay.id, worker: 'w', site: stay.site ?? 'A', employer: 'own', kind: 'closed' },
            ...{ from: stay.from, to: stay.to },
          }),
        );
        const kinds = compareWorker(
          'w',
          planned.map((stay) => ({ ...stay, pause: null })),
          again,
          known({ now: h(90), askedAt: () => h(90) }),
        );
        expect(new Set(kinds.flatMap((line) => line.told.map(({ kind }) => kind)))).toEqual(
          new Set(planned.length === 0 ? [] : ['asPlanned']),
        );
      }),
      { numRuns: 300 },
    );
  });
});
