// The fields that the form of each operation shows, by their place in the message, in its order; a test holds them against the message
// builder. The first of a role stands for both: a context, or a quality code in its place.
import type { CbssOperation } from '../../../../preload/contract/cbss-answer.ts';

const inscription = [
  'inscription.ssin',
  'inscription.inscriptionContext',
  'inscription.qualityCode',
  'inscription.period.beginDate',
  'inscription.period.endDate',
  'inscription.personData.lastName',
  'inscription.personData.givenName',
  'inscription.personData.birthDate',
  'inscription.personData.genderCode',
] as const;
const person = [
  'person.lastName',
  'person.givenName',
  'person.birthDate',
  'person.genderCode',
  'person.birthPlace',
  'person.nationality',
  'person.address.countryCode',
  'person.address.postalCode',
  'person.address.city',
  'person.address.street',
  'person.address.houseNumber',
] as const;

export const operationFields = {
  insertInscription: inscription,
  deleteInscription: inscription,
  consultInscriptions: [
    'criteria.ssin',
    'criteria.inscriptionContext',
    'criteria.qualityCode',
    'criteria.period.beginDate',
    'criteria.period.endDate',
  ],
  searchPersonPhonetic: [
    'criteria.lastName',
    'criteria.givenName',
    'criteria.birthDate',
    'criteria.tolerance',
    'criteria.genderCode',
  ],
  createPerson: [...person, 'justification'],
  correctPerson: ['ssin', ...person, 'justification'],
  subscribe: ['flow', 'inscriptionContext'],
  unsubscribe: ['flow', 'inscriptionContext'],
  checkConnection: ['Message'],
  checkAccessControl: ['Message'],
} as const satisfies Record<CbssOperation, readonly string[]>;

/** What a new form starts with. */
export const firstValues: Partial<Record<CbssOperation, Readonly<Record<string, string>>>> = {
  insertInscription: { 'inscription.inscriptionContext': 'EMPLOYEE' },
  deleteInscription: { 'inscription.inscriptionContext': 'EMPLOYEE' },
  subscribe: { flow: 'dimonaMutation' },
  unsubscribe: { flow: 'dimonaMutation' },
};
