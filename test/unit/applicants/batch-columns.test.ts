// Which column of a list of applicants is which, by headings in four languages and by what stands in the cells.
import { expect, it } from 'vitest';
import { createTexts } from '../../../main/platform/texts.ts';
import {
  batchFieldsOf,
  guessBatchFields,
  knownBatchHeadings,
  languageOf,
} from '../../../preload/rules/applicants/batch-columns.ts';

it.each(['nl', 'fr', 'de', 'en'] as const)('finds the columns of our own empty list in %s', (language) => {
  const texts = createTexts();
  const headings = ['label', 'insz', 'language'].map((column) =>
    texts.t(language, `applicant-batch.columns.${column}`),
  );
  expect(batchFieldsOf(headings)).toEqual(['label', 'insz', 'language']);
});

it('finds names in two columns, the job and the number whatever their order', () => {
  expect(batchFieldsOf(['Rijksregisternr.', 'Fonction', 'Prénom', 'Nachname', 'Telefoon', 'Langue'])).toEqual(
    ['insz', 'job', 'givenName', 'familyName', null, 'language'],
  );
});

it('takes no row of people for headings', () => {
  expect(knownBatchHeadings(['Student 1', '01.02.03-996.45', 'nl'])).toBe(0);
  expect(knownBatchHeadings(['Fien Aardewijn', '01.02.03-996.45'])).toBe(0);
  expect(knownBatchHeadings(['Naam', 'INSZ'])).toBe(2);
});

it('guesses the columns of a list without headings: numbers, languages, and all other words together', () => {
  const rows = [
    ['Aardewijn', 'Fien', '01020399645', 'NL'],
    ['Wolkenveld', 'Jasmijn', '', 'fr'],
  ];
  expect(guessBatchFields(rows)).toEqual(['label', 'label', 'insz', 'language']);
});

it('reads a language in any of four, and no other', () => {
  expect(['Français', 'Niederländisch', 'D', 'allemand', 'nl-BE'].map(languageOf)).toEqual([
    'fr',
    'nl',
    'de',
    'de',
    'nl',
  ]);
  expect(languageOf('English')).toBeNull();
});
