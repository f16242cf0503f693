// Whether a subject names an enterprise.
import { describe, expect, test } from 'vitest';
import { namesEnterprise, plainName } from '../../../preload/rules/certificates/enterprise-name.ts';

describe('an enterprise is recognised', () => {
  test.each([
    ['whatever the case and accents', ['CRECHE L’ETOILE'], "Crèche L'Étoile ASBL", ''],
    ['with or without its legal form', ['Zalen Het Park'], 'Zalen Het Park BV', ''],
    ['with dots in its legal form', ['Bouwwerken Peeters N.V.'], 'Bouwwerken Peeters', ''],
    ['inside a longer name', ['Zalen Het Park - REST 2026'], 'zalen het park', ''],
    ['by its number', ['NTRBE-0999999130'], 'Anders', '0999999130'],
    ['by its number with dots', ['Park (0999.999.130)'], '', '0999999130'],
  ])('%s', (_, values, name, number) => {
    expect(namesEnterprise(values, name, number)).toBe(true);
  });
});

describe('an enterprise is not recognised', () => {
  test.each([
    ['in another name', ['Bakkerij Zon'], 'Zalen Het Park BV', '0999999130'],
    ['in a name that only begins alike', ['Parket Antwerpen'], 'Park', ''],
    ['by the legal form alone', ['BV'], 'Zalen BV', ''],
    ['by another number', ['NTRBE-0999999229'], '', '0999999130'],
    ['in no name at all', [], 'Park', '0999999130'],
    ['when nothing is known of it', ['Zalen Het Park'], '', ''],
  ])('%s', (_, values, name, number) => {
    expect(namesEnterprise(values, name, number)).toBe(false);
  });
});

test('a name of nothing but a legal form is kept', () => {
  expect(plainName('N.V.')).toBe('nv');
});
