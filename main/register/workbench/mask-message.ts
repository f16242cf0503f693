// A message for eyes that need no persons: numbers, names, dates of birth and addresses out of it, all else as it stands.
import { masks } from '../../platform/redact.ts';
import { withoutNumbers } from '../../platform/redact-numbers.ts';

const ofPersons = [
  'lastName',
  'givenName',
  'birthDate',
  'birthPlace',
  'deceaseDate',
  'nationality',
  'countryCode',
  'postalCode',
  'city',
  'street',
  'houseNumber',
];
const person = new RegExp(`(<(?:[\\w.-]+:)?(${ofPersons.join('|')})(?:\\s[^<>]*)?>)[^<]*`, 'g');
const number = /(<(?:[\w.-]+:)?ssin(?:\s[^<>]*)?>)[^<]*/g;
const attribute = /(\s(?:replaces|replacedBy)\s*=\s*)("[^"]*"|'[^']*')/g;
/** What a field holds that an answer names, and what people write: either may name anybody. */
const told = /(<(?:[\w.-]+:)?(?:fieldValue|justification|description|diagnostic)(?:\s[^<>]*)?>)[^<]*/g;

/** `<ssin>85070399768</ssin>` → `<ssin>[number]</ssin>`. Numbers elsewhere go too, in whatever spelling. */
export function maskMessage(text: string): string {
  const out = withoutSections(text)
    .replace(number, `$1${masks.number}`)
    .replace(attribute, `$1"${masks.number}"`)
    .replace(person, `$1${masks.person}`)
    .replace(told, `$1${masks.person}`);
  return withoutNumbers(out, masks.number);
}

/** CDATA as the text that it means: it may hide what an element holds. One without an end stays. */
function withoutSections(text: string): string {
  const [first = '', ...rest] = text.split('<![CDATA[');
  return rest.reduce((out, part) => {
    const end = part.indexOf(']]>');
    if (end < 0) return `${out}&lt;![CDATA[${part}`;
    const held = part.slice(0, end).replaceAll('&', '&amp;').replaceAll('<', '&lt;');
    return out + held + part.slice(end + 3);
  }, first);
}
