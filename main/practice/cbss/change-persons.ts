// Making a person who has no number yet, and correcting one of the Crossroads Bank's own. Each change is told to whoever knows the
// person. Sources: sections 8 (minimal data) and 11.7 of the register's contract.
import type { XmlElement } from 'libxml2-wasm';
import type { CbssPerson, Identity } from '../store/cbss-person-store.ts';
import { done, type Outcome, refused } from './answer.ts';
import { personOf, resolve } from './directory.ts';
import { happened } from './happen.ts';
import type { CbssCall } from './inscription-facts.ts';
import { numberFor } from './number-facts.ts';
import { type CbssParts, today } from './parts.ts';
import { elementsOf } from './read-message.ts';
import { childOf, numberOf, textOf, textsOf } from './read-request.ts';
import { found } from './search-persons.ts';

const MOST_CANDIDATES = 50;

const addressOf = (parent: XmlElement | undefined): Identity['address'] => {
  const address = childOf(parent, 'address');
  if (address === undefined) return undefined;
  return Object.fromEntries(elementsOf(address).map(({ name, content }) => [name, content]));
};

const genderOf = (parent: XmlElement | undefined): 0 | 1 | 2 | undefined =>
  ([0, 1, 2] as const).find((known) => known === numberOf(parent, 'genderCode'));

/** A day that exists, where a day is given, and not in the future. */
const couldBeBorn = (birthDate: string, now: string): boolean => {
  const [year = '', month = '', day = ''] = birthDate.split('-');
  if (`${year}-${month === '00' ? '01' : month}-${day === '00' ? '01' : day}` > now) return false;
  if (day === '00' || month === '00') return day === '00';
  const moment = new Date(`${birthDate}T00:00:00Z`);
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(birthDate);
};

/** (a) whole birth date, place and sex; (b) a main residence abroad; (c) a contact address in Belgium. */
const isEnough = (identity: Omit<Identity, 'register'>): boolean =>
  identity.address !== undefined ||
  (!identity.birthDate.endsWith('-00') && identity.birthPlace !== undefined && identity.genderCode !== 0);

export const createPerson = (parts: CbssParts, { request }: CbssCall): Outcome => {
  const given = childOf(request, 'person');
  const identity = {
    lastName: textOf(given, 'lastName') ?? '',
    givenNames: textsOf(given, 'givenName'),
    birthDate: textOf(given, 'birthDate') ?? '',
    genderCode: genderOf(given) ?? 0,
    birthPlace: textOf(given, 'birthPlace'),
    nationality: textOf(given, 'nationality'),
    address: addressOf(given),
  } as const;
  if (!couldBeBorn(identity.birthDate, today(parts)))
    return refused('NOK', 'MSG00008', [['birthDate', identity.birthDate]]);
  if (!isEnough(identity)) return refused('NOK', 'MSG00008', [['birthPlace'], ['address']]);
  const { lastName, givenNames, birthDate, genderCode } = identity;
  // An incomplete birth date may be anybody's of that year.
  const tolerance = birthDate.endsWith('-00') ? 1 : undefined;
  const persons = found(parts, { lastName, givenName: givenNames[0], birthDate, tolerance, genderCode });
  if (persons.length > 0)
    return { ...refused('NOK', 'INS00007'), persons: persons.slice(0, MOST_CANDIDATES) };
  const isFree = (ssin: string): boolean => personOf(parts, ssin) === undefined;
  const ssin = numberFor(birthDate, genderCode, 'BIS', isFree);
  if (ssin === undefined) return refused('NOK', 'MSG00008', [['birthDate', birthDate]]);
  parts.persons.save({ ...identity, ssin, register: 'BIS', state: 'active', replacedBy: null });
  return done('OK', { ssin: { ssin }, effect: 'created' });
};

/** What of a person a change touches, by the type under which it is told. */
const TOLD_AS = {
  NAME: ['lastName', 'givenNames'],
  BIRTH: ['birthDate', 'birthPlace'],
  GENDER: ['genderCode'],
  ADDRESS: ['address'],
} as const;

export const correctPerson = (parts: CbssParts, { request }: CbssCall): Outcome => {
  const given = textOf(request, 'ssin') ?? '';
  const resolved = resolve(parts, given);
  if (resolved.state === 'invalid') return refused('NOK', 'MSG00011', [['ssin', given]]);
  if (resolved.state === 'unknown') return refused('NOK', 'MSG00005', [['ssin', given]]);
  if (resolved.state === 'cancelled') return refused('NOK', 'INS00003', [['ssin', given]]);
  const { person } = resolved;
  if (person.register === 'RR') return refused('NOK', 'INS00008', [['ssin', person.ssin]]);
  const asked = childOf(request, 'person');
  const names = textsOf(asked, 'givenName');
  const all: Partial<CbssPerson> = {
    lastName: textOf(asked, 'lastName'),
    givenNames: names.length === 0 ? undefined : names,
    birthDate: textOf(asked, 'birthDate'),
    genderCode: genderOf(asked),
    birthPlace: textOf(asked, 'birthPlace'),
    nationality: textOf(asked, 'nationality'),
    address: addressOf(asked),
  } as Partial<CbssPerson>;
  const changes = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
  if (Object.keys(changes).length === 0) return refused('NOK', 'MSG00008', [['person']]);
  if (changes['birthDate'] !== undefined && !couldBeBorn(String(changes['birthDate']), today(parts)))
    return refused('NOK', 'MSG00008', [['birthDate', String(changes['birthDate'])]]);
  const changed: CbssPerson = { ...person, ...changes };
  parts.persons.save(changed);
  for (const [type, fields] of Object.entries(TOLD_AS))
    if (fields.some((field) => Object.hasOwn(changes, field)))
      happened(parts, { type: type as keyof typeof TOLD_AS, ssin: person.ssin, person: changed });
  const replaces = given === person.ssin ? undefined : given;
  return done('OK', { ssin: { ssin: person.ssin, replaces }, effect: 'updated' });
};
