// Where lines of the register are drawn, which one an arrow key leads to, and what an act is said to do.
import { describe, expect, test } from 'vitest';
import { addPeriod, type Period, removePeriod } from '../../../preload/rules/register/periods.ts';
import { periodOf, readBirthDate } from '../../../renderer/features/register/change/change-typed.ts';
import { deleteVerdict, insertVerdict } from '../../../renderer/features/register/change/verdict.ts';
import { axisOf, barOf, moveAmong } from '../../../renderer/features/register/drawing/line-axis.ts';
import { differs } from '../../../renderer/features/register/person/identity-differences.ts';
import { chainOf } from '../../../renderer/features/register/person/number-chain.ts';

const period = (begin: string, end: string | null = null): Period => ({ begin, end });
const today = '2025-06-12';

describe('the axis', () => {
  test('has room for the first begin, for today, and for an open end to run on', () => {
    const axis = axisOf([period('2020-01-01', '2021-12-31'), period('2024-01-01')], today);
    expect(axis.at('2020-01-01')).toBeGreaterThan(0);
    expect(axis.at(today)).toBeLessThan(97);
    const open = barOf(period('2024-01-01'), axis);
    expect(open.open).toBe(true);
    expect(open.start + open.width).toBeCloseTo(100, 1);
  });

  test('lets a line end where the one on the next day begins, without a common day', () => {
    const axis = axisOf([period('2024-01-01', '2024-06-30'), period('2024-07-01', '2024-12-31')], today);
    const first = barOf(period('2024-01-01', '2024-06-30'), axis);
    expect(first.start + first.width).toBeCloseTo(barOf(period('2024-07-01'), axis).start, 1);
  });

  test('a single day among forty years is still seen, and older begins come from before', () => {
    const axis = axisOf([period('1950-01-01', '2020-01-01'), period('2024-02-29', '2024-02-29')], today);
    expect(barOf(period('1950-01-01', '2020-01-01'), axis)).toMatchObject({ start: 0, before: true });
    expect(barOf(period('2024-02-29', '2024-02-29'), axis).width).toBe(0.5);
    expect(barOf(period('9999-12-30', '9999-12-30'), axis)).toMatchObject({ after: true, start: 99.5 });
  });

  test.each([
    [period('2025-06-01', '2025-06-10'), 'month'],
    [period('2023-01-01'), 'month'],
    [period('2010-01-01'), 'year'],
    [period('1985-01-01'), 'year'],
  ] as const)('has two to eleven marks whatever it spans: %o', (one, style) => {
    const { marks } = axisOf([one], today);
    expect(marks.length).toBeGreaterThanOrEqual(1);
    expect(marks.length).toBeLessThanOrEqual(11);
    expect(marks.every((mark) => mark.day.endsWith('-01'))).toBe(true);
    expect(marks.at(-1)?.style).toBe(style);
  });

  test('an axis without lines shows today', () => {
    const axis = axisOf([], today);
    expect(axis.at(today)).toBeGreaterThan(0);
    expect(axis.at(today)).toBeLessThan(100);
  });
});

describe('arrow keys', () => {
  const lanes = [
    [period('2019-01-01', '2019-12-31'), period('2021-01-01', '2021-12-31'), period('2024-01-01')],
    [],
    [period('2018-01-01', '2018-06-30'), period('2023-06-01', '2023-12-31')],
  ];
  test.each([
    ['ArrowRight', { lane: 0, line: 0 }, { lane: 0, line: 1 }],
    ['ArrowRight', { lane: 0, line: 2 }, null],
    ['ArrowLeft', { lane: 0, line: 1 }, { lane: 0, line: 0 }],
    ['Home', { lane: 0, line: 2 }, { lane: 0, line: 0 }],
    ['End', { lane: 0, line: 0 }, { lane: 0, line: 2 }],
    ['ArrowDown', { lane: 0, line: 2 }, { lane: 2, line: 1 }],
    ['ArrowDown', { lane: 0, line: 0 }, { lane: 2, line: 0 }],
    ['ArrowUp', { lane: 2, line: 1 }, { lane: 0, line: 2 }],
    ['ArrowUp', { lane: 0, line: 0 }, null],
    ['x', { lane: 0, line: 0 }, null],
  ])('%s from %o leads to %o', (key, at, to) => {
    expect(moveAmong(lanes, at, key)).toEqual(to);
  });
});

describe('what an insert is said to do', () => {
  const of = (before: Period[], asked: Period) =>
    insertVerdict(asked, before, addPeriod(before, asked).periods);
  test.each([
    [
      'E1 a new line',
      [period('2024-01-01', '2024-06-30')],
      period('2025-01-01'),
      { kind: 'added', touches: false },
    ],
    [
      'E2 merged with one',
      [period('2024-01-01', '2024-06-30')],
      period('2024-05-01', '2024-12-31'),
      { kind: 'merged', count: 1, touches: false },
    ],
    [
      'E4 next to another, two lines',
      [period('2024-01-01', '2024-06-30')],
      period('2024-07-01', '2024-12-31'),
      { kind: 'added', touches: true },
    ],
    [
      'E5 merged with three',
      [period('2024-01-01', '2024-02-29'), period('2024-04-01', '2024-05-31'), period('2024-07-01')],
      period('2024-02-15', '2024-07-15'),
      { kind: 'merged', count: 3, touches: false },
    ],
    ['E6 known already', [period('2024-01-01')], period('2024-03-01', '2024-03-31'), { kind: 'known' }],
    ['first of its key', [], period('2024-01-01'), { kind: 'added', touches: false }],
  ] as const)('%s', (_, before, asked, verdict) => {
    expect(of([...before], asked)).toEqual(verdict);
  });
});

describe('what a deletion is said to do', () => {
  const of = (before: Period[], asked: Period | null) =>
    deleteVerdict(before, asked === null ? [] : removePeriod(before, asked).periods);
  const year = period('2024-01-01', '2024-12-31');
  test.each([
    ['X1 all go', [year, period('2025-06-01')], null, { kind: 'allGone', count: 2 }],
    ['X2 a split', [year], period('2024-04-01', '2024-06-30'), { kind: 'split', gone: 0, shorter: 1 }],
    ['X3 shorter', [year], period('2023-06-01', '2024-02-29'), { kind: 'taken', gone: 0, shorter: 1 }],
    [
      'X5 one goes, two get shorter',
      [period('2024-01-01', '2024-03-31'), period('2024-05-01', '2024-06-30'), period('2024-08-01')],
      period('2024-03-01', '2024-08-31'),
      { kind: 'taken', gone: 1, shorter: 2 },
    ],
    ['X7 the only one goes', [year], year, { kind: 'allGone', count: 1 }],
    ['X8 nothing', [year], period('2025-01-01', '2025-12-31'), { kind: 'nothing' }],
    ['X8 nothing of an empty key', [], null, { kind: 'nothing' }],
  ] as const)('%s', (_, before, asked, verdict) => {
    expect(of([...before], asked)).toEqual(verdict);
  });
});

test.each([
  ['7/3/1985', '1985-03-07'],
  ['3/1985', '1985-03-00'],
  ['1985', '1985-00-00'],
  ['', null],
  ['13/1985', false],
  ['31/2/1985', false],
  ['lente', false],
] as const)('a birth date typed as %j is read as %j', (typed, read) => {
  expect(readBirthDate(typed)).toBe(read);
});

test('a period needs a begin and days that can be read; an empty end is open', () => {
  expect(periodOf({ begin: '2024-01-01', end: null })).toEqual({ begin: '2024-01-01', end: null });
  expect(periodOf({ begin: null, end: '2024-01-01' })).toBeNull();
  expect(periodOf({ begin: '2024-01-01', end: '31/2/2024' })).toBeNull();
});

test.each([
  ['lastName', 'D’Hondt-Peeters', "d'hondt peeters", false],
  ['lastName', 'Müller', 'MULLER', false],
  ['lastName', 'Bensoltane', 'Ben Soltane', true],
  ['givenName', 'Rania', 'Rania Yasmine', false],
  ['givenName', 'Rania', 'Yasmine Rania', true],
] as const)('a %s kept as %j beside %j differs: %j', (field, here, there, other) => {
  expect(differs(field, here, there)).toBe(other);
});

test('numbers stand in the order in which each took the place of the other, and none is lost', () => {
  const number = (insz: string, replacedBy: string | null) => ({ insz, replacedBy });
  const numbers = [
    number('C', null),
    number('B', 'C'),
    number('A', 'B'),
    number('B2', 'C'),
    number('Z', 'gone'),
  ];
  const chain = chainOf(numbers, 'C').map(({ insz }) => insz);
  expect(chain.at(-1)).toBe('C');
  expect(chain.indexOf('A')).toBeLessThan(chain.indexOf('B'));
  expect([...chain].sort()).toEqual(['A', 'B', 'B2', 'C', 'Z']);
});
