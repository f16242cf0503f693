// What people type as days and durations.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { writeDuration } from '../../../renderer/i18n/formats.ts';
import { readDay, readDuration, writeTypedDay } from '../../../renderer/i18n/typed-values.ts';

test.each([
  ['2/6/2025', '2025-06-02'],
  ['02.06.25', '2025-06-02'],
  ['2-6-2025', '2025-06-02'],
  ['02062025', '2025-06-02'],
  ['2025-06-02', '2025-06-02'],
  [' 29/2/2024 ', '2024-02-29'],
])('reads the day %s', (typed, day) => {
  expect(readDay(typed)).toBe(day);
});

test.each(['', '29/2/2025', '31/4/2025', '6/2025', 'morgen', '2/13/2025', '2/6/20255'])(
  'refuses %s as a day',
  (typed) => {
    expect(readDay(typed)).toBeNull();
  },
);

test('reads back every day that it writes', () => {
  fc.assert(
    fc.property(
      fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }),
      (date) => {
        const day = date.toISOString().slice(0, 10);
        expect(readDay(writeTypedDay(day))).toBe(day);
      },
    ),
  );
});

test.each([
  ['3:48', 228],
  ['3u48', 228],
  ['3 h 48', 228],
  ['3,8', 228],
  ['3.8', 228],
  ['7,6 u', 456],
  ['3', 180],
  ['90 min', 90],
  ['0:05', 5],
])('reads the duration %s', (typed, minutes) => {
  expect(readDuration(typed)).toBe(minutes);
});

test.each(['', '3:60', 'veel', '-1', '2001', '3:4:5'])('refuses %s as a duration', (typed) => {
  expect(readDuration(typed)).toBeNull();
});

test('reads back every duration that it writes', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 119_999 }), (minutes) => {
      expect(readDuration(writeDuration(minutes))).toBe(minutes);
    }),
  );
});

test.each([
  ['1d', 456],
  ['0,5 dag', 228],
  ['2 jours', 912],
  ['1,5 Tage', 684],
])('%s is so many minutes where a day has 456', (typed, minutes) => {
  expect(readDuration(typed, 456)).toBe(minutes);
  expect(readDuration(typed)).toBeNull();
});
