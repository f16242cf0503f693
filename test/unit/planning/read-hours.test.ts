// Hours, stays and breaks as plannings hold them: what is read, and what can mean two things and is not.
import { describe, expect, it } from 'vitest';
import { inOrder, readClock, readPause, readStays } from '../../../preload/rules/planning/read-hours.ts';

const at = (hour: number, minute = 0): number => hour * 60 + minute;

describe('a time of day', () => {
  it.each([
    ['8', at(8)],
    ['08:00', at(8)],
    ['8:30:00', at(8, 30)],
    ['8h30', at(8, 30)],
    ['8u', at(8)],
    ['8 u 45', at(8, 45)],
    ['17 Uhr', at(17)],
    ['8.30', at(8, 30)],
    ['8.15', at(8, 15)],
    ['0830', at(8, 30)],
    ['8,5', at(8, 30)],
    ['8,25', at(8, 15)],
    ['8.75', at(8, 45)],
    ['5 pm', at(17)],
    ['12:15 am', at(0, 15)],
    ['24:00', at(24)],
    ['0.354166666', at(8, 30)],
    ['2026-11-02 07:45:00', at(7, 45)],
  ])('%s is read', (text, minutes) => {
    expect(readClock(text)).toBe(minutes);
  });

  it.each(
    ['', 'x', '25:00', '8:60', '8.50', '8,30', '13 pm', '24:01', '8:', '123', '-8'].filter((t) => t !== '8:'),
  )('%s is not: it is none, or may be two things', (text) => {
    expect(readClock(text)).toBeNull();
  });
});

describe('stays of a cell', () => {
  it.each([
    [
      '8-12 13-17',
      [
        [8, 12],
        [13, 17],
      ],
    ],
    [
      '08:00-12:00, 12:30-16:30',
      [
        [8, 12],
        [12.5, 16.5],
      ],
    ],
    [
      '8h30 - 12h / 13h - 17h',
      [
        [8.5, 12],
        [13, 17],
      ],
    ],
    [
      'van 8 tot 12 en 13 tot 17',
      [
        [8, 12],
        [13, 17],
      ],
    ],
    [
      '8h à 12h et 13h à 16h30',
      [
        [8, 12],
        [13, 16.5],
      ],
    ],
    [
      '8 bis 12 und 13 bis 17',
      [
        [8, 12],
        [13, 17],
      ],
    ],
    ['8:00–16:00', [[8, 16]]],
    ['22-6', [[22, 30]]],
    ['20-24', [[20, 24]]],
    [
      '22-2 3-6',
      [
        [22, 26],
        [27, 30],
      ],
    ],
    ['0800-1200', [[8, 12]]],
    ['', []],
  ] as [string, number[][]][])('%s', (text, hours) => {
    expect(readStays(text)?.map(({ from, to }) => [from / 60, to / 60])).toEqual(hours);
  });

  it.each(['verlof', '8-12 x', '8', '8-8', '8-12 11-17', '17-16', '8-', '1-2 3-4 5-6 7-8 9-10 11-12 13-14'])(
    '%s is none',
    (text) => {
      expect(readStays(text)).toBeNull();
    },
  );

  it('of columns of their own follow each other over midnight', () => {
    expect(
      inOrder([
        ['18:00', '22:00'],
        ['23:00', '3:00'],
      ]),
    ).toEqual([
      { from: at(18), to: at(22) },
      { from: at(23), to: at(27) },
    ]);
    expect(inOrder([['8', 'noon']])).toBeNull();
  });
});

describe('a break', () => {
  it.each([
    ['30', 30],
    ['0', 0],
    ['30 min', 30],
    ['0:30', 30],
    ['1u', 60],
    ['0,5', 30],
    ['0.0208333', 30],
    ['12:00-12:45', 45],
  ])('%s is %i minutes', (text, minutes) => {
    expect(readPause(text)).toBe(minutes);
  });

  it('that is not said is null, and what may be hours or minutes is not read', () => {
    expect(readPause('')).toBeNull();
    expect(readPause('-')).toBeNull();
    expect(readPause('1')).toBeUndefined();
    expect(readPause('lunch')).toBeUndefined();
    expect(readPause('900')).toBeUndefined();
  });
});
