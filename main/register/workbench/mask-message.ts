// A message for eyes that need no persons: numbers, names, dates of birth and addresses out of it, all else as it stands.
import { masks } from '../../platform/redact.ts';
import { withoutNumbers } from '../../platform/redact-numbers.ts';

const ofPersons = [
  'lastName',
  'givenName',
  'birthDate',
  'birthPlace',
  'deceaseDate',
  'postalCode',
  'city',
  'street',
  'houseNumber',
];
const person = new RegExp(`(<(?:[\\w.-]+:)?(${ofPersons.join('|')})(?:\\s[^<>]*)?>)[^<]*`, 'g');
const number = /(<(?:[\w.-]+:)?ssin(?:\s[^<>]*)?>)[^<]*/g;
const attribute = /(\s(?:replaces|replacedBy)\s*=\s*)("[^"]*"|'[^']*')/g;
/** What a field holds that an answer names. */
const told = /(<(?:[\w.-]+:)?fieldValue(?:\s[^<>]*)?>)[^<]*/g;

/** `<ssin>85070399768</ssin>` → `<ssin>[number]</ssin>`. Numbers elsewhere go too, in whatever spelling. */
export function maskMessage(text: string): string {
  const out = text
    .replace(number, `$1${masks.number}`)
    .replace(attribute, `$1"${masks.number}"`)
    .replace(person, `$1${masks.person}`)
    .replace(told, `$1${masks.person}`);
  return withoutNumbers(out, masks.number);
}
