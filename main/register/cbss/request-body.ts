// What is asked of the service, as the elements of its messages in their order (contract §11.2, §11.7).
import type { CbssIdentification } from '../../../preload/contract/cbss.ts';
import type { CbssOperation } from '../../../preload/contract/cbss-answer.ts';
import { parseInsz } from '../../../preload/rules/identifiers/insz.ts';
import { isTestOperation, requestRoot } from './namespaces.ts';
import { element, optional, type XmlElement } from './xml-build.ts';

/** Values by the place that they have in the message: `inscription.period.beginDate`. A name may have several, one under the other. */
export type BodyFields = Readonly<Record<string, string>>;

export type Asking = {
  /** UUID v4. */
  ticket: string;
  /** UTC with milliseconds. */
  sentAt: string;
  identification: CbssIdentification;
  legalContext: string;
};

/** A field, or a group of fields with their own names; `?` several times, by lines of the value. */
type Shape = readonly (string | readonly [string, Shape])[];

const role = ['inscriptionContext', 'qualityCode'] as const;
const period = ['period', ['beginDate', 'endDate']] as const;
const personData = ['personData', ['lastName', 'givenName', 'birthDate', 'genderCode']] as const;
const address = ['address', ['countryCode', 'postalCode', 'city', 'street', 'houseNumber']] as const;
const person = [
  'person',
  ['lastName', 'givenName', 'birthDate', 'genderCode', 'birthPlace', 'nationality', address],
] as const;

const shapes = {
  insertInscription: [['inscription', ['ssin', ...role, period, personData]]],
  deleteInscription: [['inscription', ['ssin', ...role, period, personData]]],
  consultInscriptions: [['criteria', ['ssin', ...role, period]]],
  searchPersonPhonetic: [['criteria', ['lastName', 'givenName', 'birthDate', 'tolerance', 'genderCode']]],
  createPerson: [person, 'justification'],
  correctPerson: ['ssin', person, 'justification'],
  subscribe: ['flow', 'inscriptionContext'],
  unsubscribe: ['flow', 'inscriptionContext'],
  checkConnection: ['Message'],
  checkAccessControl: ['Message'],
} as const satisfies Record<CbssOperation, Shape>;

/** Given names stand one by one (contract §11.7): `Anna Maria` is two of them where the message has room. */
const severalTimes = (operation: CbssOperation, path: string): boolean =>
  path === 'person.givenName' && (operation === 'createPerson' || operation === 'correctPerson');

const pathsOf = (shape: Shape, before = ''): string[] =>
  shape.flatMap((part) =>
    typeof part === 'string' ? [`${before}${part}`] : pathsOf(part[1], `${before}${part[0]}.`),
  );

/** Every field of an operation, in its order: `['criteria.ssin', …]`. */
export const fieldsOf = (operation: CbssOperation): string[] => pathsOf(shapes[operation]);

/**
 * Fields by their full place, of which the last name will do where there is one such field only; numbers of persons as they are typed.
 * `unknown`: the names of fields that the operation does not have, or has twice.
 */
export function placedFields(
  operation: CbssOperation,
  given: BodyFields,
): { fields: BodyFields; unknown: string[] } {
  const all = fieldsOf(operation);
  const fields: Record<string, string> = {};
  const unknown: string[] = [];
  for (const [name, value] of Object.entries(given)) {
    const ending = all.filter((path) => path === name || path.endsWith(`.${name}`));
    const place = all.includes(name) ? name : ending.length === 1 ? ending[0] : undefined;
    if (place === undefined) unknown.push(name);
    else fields[place] = place.endsWith('ssin') ? (parseInsz(value) ?? value) : value;
  }
  return { fields, unknown };
}

function filled(operation: CbssOperation, shape: Shape, fields: BodyFields, before = ''): XmlElement[] {
  return shape.flatMap((part) => {
    if (typeof part !== 'string') {
      const children = filled(operation, part[1], fields, `${before}${part[0]}.`);
      return children.length === 0 ? [] : [element(part[0], children)];
    }
    const path = `${before}${part}`;
    const value = fields[path];
    if (value === undefined || value === '') return [];
    if (!severalTimes(operation, path)) return optional(part, value);
    return value
      .split(/\s+/)
      .slice(0, 3)
      .flatMap((one) => optional(part, one));
  });
}

/**
 * The question as the one element of the body. Empty values are left out; a field that the operation does not have is no field of it
 * (see `fieldsOf`). Nothing is judged here: the schema does that.
 */
export function requestBody(operation: CbssOperation, fields: BodyFields, asking: Asking): XmlElement {
  const { ns, name } = requestRoot(operation);
  const own = filled(operation, shapes[operation], fields);
  if (isTestOperation(operation))
    // This schema qualifies all its elements.
    return element(name, [...own, element('Timestamp', asking.sentAt)], { xmlns: ns });
  const { ticket, sentAt, identification, legalContext } = asking;
  const customer = element('informationCustomer', [
    element('ticket', ticket),
    element('timestampSent', sentAt),
    element('customerIdentification', identified(identification)),
  ]);
  return element(`c:${name}`, [customer, element('legalContext', legalContext), ...own], { 'xmlns:c': ns });
}

const identified = (who: CbssIdentification): XmlElement[] =>
  who.by === 'cbeNumber'
    ? [element('cbeNumber', who.cbeNumber)]
    : [element('sector', String(who.sector)), element('institution', String(who.institution))];
