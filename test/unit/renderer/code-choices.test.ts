// What can be taken from the codes of a picture: nothing silently where there is more than one.
import { expect, it } from 'vitest';
import { choicesOf, type Read } from '../../../renderer/features/works-code/code-choices.ts';

const url = 'https://checkinout.socialsecurity.be/9ZX4K7R2M5T8W?w=1Y1003SQ5VSSZ';
const found = { kind: 'found', reference: '9ZX4K7R2M5T8W', url: null } as const;

it.each<[string, Read[], string[]]>([
  ['one site', [found], ['9ZX4K7R2M5T8W null']],
  ['the same site twice', [found, { ...found }], ['9ZX4K7R2M5T8W null']],
  [
    'a site beside a code for something else',
    [{ kind: 'otherCode', what: 'network' }, found],
    ['9ZX4K7R2M5T8W null'],
  ],
  [
    'an address with two numbers',
    [{ kind: 'several', references: ['1Y1003SQ5VSSZ', '9ZX4K7R2M5T8W'], url }],
    [`1Y1003SQ5VSSZ ${url}`, `9ZX4K7R2M5T8W ${url}`],
  ],
  [
    'the number alone and with its address',
    [found, { ...found, url }],
    ['9ZX4K7R2M5T8W null', `9ZX4K7R2M5T8W ${url}`],
  ],
  [
    'an address that misleads',
    [{ kind: 'foreign', why: 'host', host: 'evil.example', references: ['9ZX4K7R2M5T8W'], url }],
    [],
  ],
  [
    'a number with a letter that cannot be',
    [{ kind: 'wrongLetters', letters: ['O'], suggestion: '9ZX4K7R2M5T80' }],
    [],
  ],
])('%s', (_, reads, expected) => {
  expect(choicesOf(reads).map((choice) => `${choice.reference} ${choice.url}`)).toEqual(expected);
});
