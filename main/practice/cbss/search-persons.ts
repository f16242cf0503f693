// Searching a person by how the last name sounds, and by what else is known; and whether somebody to be made exists already.
// Limits: at most 50 found, else nothing is shown; a birth date that is not whole needs a tolerance. Section 8 and 11.7.
import type { CbssPerson } from '../store/cbss-person-store.ts';
import { done, noData, type Outcome, refused } from './answer.ts';
import { writtenAlike } from './compare-identity.ts';
import { everybody } from './directory.ts';
import type { CbssCall } from './inscription-facts.ts';
import type { CbssParts } from './parts.ts';
import { soundKey } from './phonetic.ts';
import { childOf, numberOf, textOf } from './read-request.ts';

const MOST = 50;

export interface Criteria {
  readonly lastName: string;
  readonly givenName?: string | undefined;
  readonly birthDate?: string | undefined;
  /** Years before and after. */
  readonly tolerance?: number | undefined;
  readonly genderCode?: number | undefined;
}

const soundsLike = (asked: string, name: string): boolean =>
  soundKey(asked) === soundKey(name) || writtenAlike(name).startsWith(writtenAlike(asked));

const bornAsAsked = ({ birthDate, tolerance = 0 }: Criteria, person: CbssPerson): boolean => {
  if (birthDate === undefined) return true;
  if (birthDate === person.birthDate) return true;
  const years = Math.abs(Number(birthDate.slice(0, 4)) - Number(person.birthDate.slice(0, 4)));
  return tolerance > 0 && years <= tolerance;
};

const fits = (asked: Criteria, person: CbssPerson): boolean =>
  soundsLike(asked.lastName, person.lastName) &&
  (asked.givenName === undefined || soundsLike(asked.givenName, person.givenNames[0] ?? '')) &&
  bornAsAsked(asked, person) &&
  (asked.genderCode === undefined ||
    asked.genderCode === 0 ||
    person.genderCode === 0 ||
    asked.genderCode === person.genderCode);

/** Those whose number is in use, by name. */
export const found = (parts: CbssParts, asked: Criteria): CbssPerson[] =>
  everybody(parts)
    .filter((person) => person.state === 'active' && fits(asked, person))
    .sort((one, other) => (one.lastName + one.ssin).localeCompare(other.lastName + other.ssin, 'nl-BE'));

export const searchPersonPhonetic = (parts: CbssParts, { request }: CbssCall): Outcome => {
  const criteria = childOf(request, 'criteria');
  const asked: Criteria = {
    lastName: textOf(criteria, 'lastName') ?? '',
    givenName: textOf(criteria, 'givenName'),
    birthDate: textOf(criteria, 'birthDate'),
    tolerance: numberOf(criteria, 'tolerance'),
    genderCode: numberOf(criteria, 'genderCode'),
  };
  if (soundKey(asked.lastName) === '')
    return refused('NO_RESULT', 'MSG00008', [['lastName', asked.lastName]]);
  if (asked.birthDate?.endsWith('-00') === true && asked.tolerance === undefined)
    return refused('NO_RESULT', 'MSG00008', [['tolerance']]);
  const persons = found(parts, asked);
  if (persons.length > MOST)
    return refused('NO_RESULT', 'MSG00008', [['persons', `more than ${MOST}: be more precise`]]);
  return persons.length === 0 ? noData() : done('DATA_FOUND', { persons });
};
