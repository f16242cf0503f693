// A failure on the command line names fields in the language of the reader, and options as they are typed.
import { expect, it } from 'vitest';
import { fieldWords, sentence } from '../../../main/cli/failure-sentence.ts';
import { fail } from '../../../preload/contract/result.ts';

const said = (fields: string, language: 'nl' | 'fr' | 'de' | 'en'): string => {
  const refused = fail('invalidInput', { details: { fields } });
  return refused.ok ? '' : sentence(refused.failure, language);
};

it.each([
  ['startQuarter', 'nl', 'eerste kwartaal'],
  ['kinds.0', 'nl', 'soort'],
  ['importId', 'fr', 'numéro de l’importation'],
  ['rows.3.insz,rows.12.insz', 'de', 'ENSS'],
  ['enterpriseNumber', 'en', 'Enterprise number'],
  ['title', 'nl', 'Naam van de opleiding'],
  ['familyName', 'en', 'Family name'],
  ['--employer', 'nl', '--employer'],
  ['DAY', 'nl', 'DAY'],
  ['FILE --name NAME, and more', 'fr', 'FILE --name NAME, and more'],
] as const)('%s in %s is %s', (name, language, word) => {
  expect(fieldWords(name, language)).toBe(word);
});

it('stands in the sentence with the word for a field', () => {
  expect(said('startQuarter', 'nl')).toMatch(/ \(invalidInput; veld: eerste kwartaal\)$/);
  expect(said('--quality', 'de')).toMatch(/ \(invalidInput; Feld: --quality\)$/);
});
