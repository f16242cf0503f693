// Who typed into the field, a hand or a scanner, and figures that came without Shift from a Belgian keyboard.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  enteredBy,
  looksLikeNumber,
  readFigures,
} from '../../../../renderer/features/registration-point/entered.ts';

/** Moments of so many signs at one pace, in ms. */
const paced = (count: number, pace: number): number[] =>
  Array.from({ length: count }, (_, at) => 1_000 + at * pace);

it.each([
  ['a scanner', '01020399744', paced(11, 4), 'scanned'],
  ['a slow scanner', '01020399744', paced(11, 45), 'scanned'],
  ['fast hands', '01020399744', paced(11, 70), 'typed'],
  ['the keys of the screen', '01020399744', [], 'typed'],
  ['keys of both kinds', '01020399744', paced(5, 4), 'typed'],
  ['letters, however slow', 'KLAVER-0042', paced(11, 400), 'scanned'],
  ['three figures', '123', paced(3, 2), 'typed'],
] as const)('%s', (_, text, moments, by) => {
  expect(enteredBy(text, moments)).toBe(by);
});

it('reads figures that were pressed without Shift as the figures they were', () => {
  expect(readFigures('à&à"à(à§à!à')).toBe('01030506080');
  expect(readFigures(' 01020399744 ')).toBe('01020399744');
});

it('leaves every other text as it is: of a badge it only has to be the same each time', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), (text) => {
      const mark = `A${text}`.trim();
      expect(readFigures(mark)).toBe(mark);
    }),
  );
});

it.each([
  ['01.02.03-997.44', true],
  ['010203', true],
  ['0102E3', false],
  ['', false],
])('%j is a number on its way: %s', (text, is) => {
  expect(looksLikeNumber(text)).toBe(is);
});
