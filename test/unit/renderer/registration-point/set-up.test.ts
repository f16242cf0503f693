// What is asked before a registration point starts.
import { expect, it } from 'vitest';
import type { WorksDeclaration } from '../../../../preload/contract/works-declarations.ts';
import {
  emptySetUp,
  orderOf,
  problemsOf,
  toggled,
} from '../../../../renderer/features/registration-point/set-up.ts';

const site = { id: 'a', reference: '1Y100PARK0001' } as WorksDeclaration;
const whole = { ...emptySetUp('fr'), siteId: 'a' };
const pins = { pin: '482913', pinAgain: '482913' };

it('is content with a site and a PIN', () => {
  expect(problemsOf(whole, site, pins)).toEqual([]);
});

it.each([
  ['no site', whole, undefined, pins, ['siteMissing']],
  ['the phone alone', { ...whole, channels: ['phone'] as const }, site, pins, ['channelMissing']],
  ['no language', { ...whole, languages: [] }, site, pins, ['languageMissing']],
  ['five figures', whole, site, { pin: '48291', pinAgain: '48291' }, ['pinUnfit']],
  [
    'letters, which no screen has keys for',
    whole,
    site,
    { pin: 'geheim1', pinAgain: 'geheim1' },
    ['pinUnfit'],
  ],
  ['two PINs', whole, site, { ...pins, pinAgain: '482914' }, ['pinDifferent']],
] as const)('refuses %s', (_, setUp, chosen, given, problems) => {
  expect(problemsOf(setUp, chosen, given)).toEqual(problems);
});

it('puts the language of every new worker in front', () => {
  expect(orderOf(whole)).toEqual(['fr', 'nl', 'de', 'en']);
  expect(orderOf({ ...whole, languages: ['nl', 'en'] })).toEqual(['nl', 'en']);
});

it('ticks and unticks in the order of the list', () => {
  const all = ['nl', 'fr', 'de', 'en'];
  expect(toggled(all, ['en', 'nl'], 'fr')).toEqual(['nl', 'fr', 'en']);
  expect(toggled(all, ['nl', 'en'], 'nl')).toEqual(['en']);
});
