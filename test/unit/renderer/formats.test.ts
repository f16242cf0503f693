// Belgian dates, numbers and identifiers in four languages; legal days never shift with the zone of the computer.
import { expect, test } from 'vitest';
import { endOfMonth, endOfWeek, monthsOn } from '../../../renderer/features/today/calendar-ends.ts';
import { createFormats, writeEnterpriseNumber, writeInsz } from '../../../renderer/i18n/formats.ts';

test.each([
  ['nl', 'donderdag 12 juni 2025'],
  ['fr', 'jeudi 12 juin 2025'],
  ['de', 'Donnerstag, 12. Juni 2025'],
])('writes a day in full in %s', (language, words) => {
  expect(createFormats(language).day('2025-06-12', 'full')).toBe(words);
});

test('keeps a legal day the same day in every zone', () => {
  expect(createFormats('nl').day('2025-01-01', 'short')).toBe('01/01/2025');
  expect(createFormats('nl').day('2025-12-31', 'short')).toBe('31/12/2025');
});

test('shows an instant on the day that it was in Brussels', () => {
  expect(createFormats('nl').dayOf('2025-06-11T22:30:00Z', 'short')).toBe('12/06/2025');
  expect(createFormats('nl').time('2025-06-11T22:30:00Z')).toBe('00:30');
});

test('writes days of the right with two decimals and a comma', () => {
  expect(createFormats('nl').hundredths(400)).toBe('4,00');
  expect(createFormats('nl').duration(228)).toBe('3:48');
});

test('writes identifiers with their dots, and leaves what is not one', () => {
  expect(writeInsz('01020399645')).toBe('01.02.03-996.45');
  expect(writeEnterpriseNumber('0999999130')).toBe('0999.999.130');
  expect(writeEnterpriseNumber('elders')).toBe('elders');
  const { enterpriseNumber } = createFormats('nl');
  for (const typed of ['0999999130', 'BE 0999 999 130', '999999130', '0999.999.130'])
    expect(enterpriseNumber(typed)).toBe('0999.999.130');
  expect(enterpriseNumber('0999.999')).toBe('0999.999');
});

test('ends weeks on Sunday and months on their last day', () => {
  expect(endOfWeek('2025-06-12')).toBe('2025-06-15');
  expect(endOfWeek('2025-06-15')).toBe('2025-06-15');
  expect(endOfMonth('2024-02-10')).toBe('2024-02-29');
  expect(endOfMonth('2025-12-31')).toBe('2025-12-31');
  expect(monthsOn('2025-08-31', 6)).toBe('2026-02-01');
});
