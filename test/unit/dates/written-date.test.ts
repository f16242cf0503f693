// Dates in words, in the page and in documents: only the first of a month in French is an ordinal number.
import { describe, expect, it } from 'vitest';
import { writtenDay } from '../../../main/guide/checklist.ts';
import { formatParams } from '../../../preload/rules/certificates/format-params.ts';
import { writtenDate } from '../../../preload/rules/dates/written-date.ts';
import { createFormats } from '../../../renderer/i18n/formats.ts';

describe('a date in French', () => {
  const french = createFormats('fr');
  it.each([
    ['full', 'samedi 1er mars 2025'],
    ['long', '1er mars 2025'],
    ['dayMonth', '1er mars'],
    ['weekday', 'sam. 1er mars'],
    ['medium', '1er mars 2025'],
    ['short', '01/03/2025'],
    ['tiny', '01/03'],
    ['month', 'mars'],
  ] as const)('in style %s on the first is %s', (style, written) => {
    expect(french.day('2025-03-01', style)).toBe(written);
    expect(french.dayOf('2025-03-01T11:00:00Z', style)).toBe(written);
  });
  it.each([
    ['2025-03-11', '11 mars 2025'],
    ['2025-03-21', '21 mars 2025'],
    ['2025-03-31', '31 mars 2025'],
  ])('%s is no first', (day, written) => {
    expect(french.day(day, 'long')).toBe(written);
  });
  it('of an instant is the first where Brussels has it so', () => {
    expect(french.dayOf('2025-02-28T23:30:00Z', 'long')).toBe('1er mars 2025');
  });
  it('is the same in documents and in the parameters of a sentence', () => {
    expect(writtenDay('2025-05-01', 'fr')).toBe('1er mai 2025');
    expect(formatParams({ until: '2025-05-01', name: '1 mai' }, 'fr-BE')).toEqual({
      until: '1er mai 2025',
      name: '1 mai',
    });
    const moment = new Intl.DateTimeFormat('fr-BE', {
      dateStyle: 'long',
      timeStyle: 'short',
      timeZone: 'UTC',
    });
    expect(writtenDate(moment, new Date('2025-05-01T01:00:00Z'))).toMatch(/^1er mai 2025.*\b01:00$/);
  });
});

it.each([
  ['nl', '1 maart 2025'],
  ['de', '1. März 2025'],
  ['en', '1 March 2025'],
])('in %s the first is written as every day: %s', (language, written) => {
  expect(createFormats(language).day('2025-03-01', 'long')).toBe(written);
});
