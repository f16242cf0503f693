// The persons of every kind that the inscription service opens with, beside the sample workers and applicants. Every name is made up
// and every counter lies in a range that is not given out.
import type { CbssAccessStore } from '../store/cbss-access-store.ts';
import type { CbssPerson, CbssPersonStore, Identity } from '../store/cbss-person-store.ts';
import { toldBy } from './number-facts.ts';

/** By what is special about each. */
export const SAMPLE = {
  active: '85070399768',
  activeWoman: '90021599868',
  activeYoung: '01010199797',
  bis: '01410199885',
  bisWithoutDay: '88450099702',
  rad: '72112099789',
  radWithoutBirth: '00000099770',
  deceased: '48040299875',
  cancelled: '90231599623',
  replaced: '85270399714',
  replacedTwice: '90221599715',
  replacedOnce: '90421599857',
  replacedByCancelled: '95221899829',
  cancelledNew: '95421899872',
  /** A number as it should be, that nobody has. */
  unknown: '77030799743',
} as const;

type Row = readonly [
  ssin: string,
  lastName: string,
  givenNames: string,
  more?: Partial<Identity & Pick<CbssPerson, 'state' | 'replacedBy'>>,
];

const ROWS: readonly Row[] = [
  [SAMPLE.active, 'Kestelaar', 'Bruno Karel'],
  [SAMPLE.activeWoman, 'Dorpsveld', 'Liesbet'],
  [SAMPLE.activeYoung, 'Winterhof', 'Noah'],
  [SAMPLE.bis, 'Zandberk', 'Amina'],
  [SAMPLE.bisWithoutDay, 'Velmarov', 'Sorina'],
  [SAMPLE.rad, 'Kadeland', 'Robert', { register: 'RAD' }],
  [SAMPLE.radWithoutBirth, 'Noordeloos', 'Farid', { register: 'RAD' }],
  [SAMPLE.deceased, 'Stilwater', 'Godelieve', { deceaseDate: '2025-11-03' }],
  [SAMPLE.replaced, 'Kestelaar', 'Bruno', { state: 'replaced', replacedBy: SAMPLE.active }],
  [SAMPLE.replacedTwice, 'Dorpsveld', 'Liesbet', { state: 'replaced', replacedBy: SAMPLE.replacedOnce }],
  [SAMPLE.replacedOnce, 'Dorpsveld', 'Liesbet', { state: 'replaced', replacedBy: SAMPLE.activeWoman }],
  [SAMPLE.replacedByCancelled, 'Ostwald', 'Timur', { state: 'replaced', replacedBy: SAMPLE.cancelledNew }],
  [SAMPLE.cancelledNew, 'Ostwald', 'Timur', { state: 'cancelled' }],
];

/** Roles that are defined beforehand; the last one was, and is no longer in use. */
const CONTEXTS: readonly (readonly [code: string, qualityCode: number | null, active: boolean])[] = [
  ['EMPLOYEE', 10, true],
  ['APPLICANT', null, true],
  ['ON_SITE', null, true],
  ['TRAINEE', null, true],
  ['FORMER', null, false],
];

export const seedSamplePersons = (persons: CbssPersonStore, access: CbssAccessStore): void => {
  for (const [ssin, lastName, givenNames, more = {}] of ROWS)
    persons.save({
      ssin,
      lastName,
      givenNames: givenNames.split(' '),
      ...toldBy(ssin),
      state: 'active',
      replacedBy: null,
      ...more,
    });
  for (const [code, qualityCode, active] of CONTEXTS) access.saveContext({ code, qualityCode, active });
};
