// An identity that is given is compared field by field, exactly but for how names are written.
import { expect, test } from 'vitest';
import {
  differingFields,
  isIncompleteDate,
  normalName,
} from '../../../preload/rules/register/compare-identity.ts';

const recorded = {
  lastName: 'Lefèvre-d’Hondt',
  givenNames: 'Jean-François Marie',
  birthDate: '1985-07-00',
  genderCode: 1,
};

test.each([
  ['Lefèvre-d’Hondt', 'LEFEVRE D HONDT'],
  ['  Müller \t van  den Berg ', 'MULLER VAN DEN BERG'],
  ["Nuñez-O'Brien", 'NUNEZ O BRIEN'],
  ['Strauß', 'STRAUSS'],
  ['D`Amico', 'D AMICO'],
  ['E\u0301ric', 'ERIC'],
  ['Şahin', 'SAHIN'],
])('%s is compared as %s', (written, compared) => {
  expect(normalName(written)).toBe(compared);
});

test.each([
  { lastName: 'LEFEVRE D HONDT' },
  { lastName: "lefevre-d'hondt" },
  { givenName: 'Jean-François' },
  { givenName: 'JEAN FRANCOIS' },
  { givenName: 'jean-françois marie' },
  { birthDate: '1985-07-00' },
  { genderCode: 1 },
  { genderCode: 0 },
  { lastName: '', givenName: ' ', birthDate: '' },
  {},
])('%o is the same person', (given) => {
  expect(differingFields(given, recorded)).toEqual([]);
});

test.each([
  [{ lastName: 'Lefevre' }, ['lastName']],
  [{ lastName: 'Lefèvred’Hondt' }, ['lastName']],
  [{ givenName: 'Marie' }, ['givenName']],
  [{ givenName: 'Jean' }, ['givenName']],
  [{ birthDate: '1985-07-03' }, ['birthDate']],
  [{ birthDate: '1985-00-00' }, ['birthDate']],
  [{ genderCode: 2 }, ['genderCode']],
  [
    { lastName: 'X', givenName: 'Y', birthDate: '1999-01-01', genderCode: 2 },
    ['lastName', 'givenName', 'birthDate', 'genderCode'],
  ],
])('%o differs in %o', (given, fields) => {
  expect(differingFields(given, recorded)).toEqual(fields);
});

test('what is not on record is not compared', () => {
  const unknown = { lastName: null, givenNames: null, birthDate: null, genderCode: null };
  expect(
    differingFields({ lastName: 'X', givenName: 'Y', birthDate: '1999-01-01', genderCode: 2 }, unknown),
  ).toEqual([]);
});

test.each([
  ['1985-07-03', true],
  ['1985-07-00', true],
  ['1985-00-00', true],
  ['2024-02-29', true],
  ['2023-02-29', false],
  ['1985-00-03', false],
  ['1985-13-00', false],
  ['0000-00-00', false],
  ['1985-7-3', false],
  ['1900-02-29', false],
])('%s as a day of birth that may be incomplete: %s', (text, taken) => {
  expect(isIncompleteDate(text)).toBe(taken);
});
