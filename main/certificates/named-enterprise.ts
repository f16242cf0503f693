// For which enterprise a certificate says to be, so that it need not be typed again.
import type { X509Certificate } from 'node:crypto';
import { parseEnterpriseNumber } from '../../preload/rules/identifiers/enterprise-number.ts';
import { allValues, attributeValues } from './subject-text.ts';

/**
 * The organisation of the subject, and the first enterprise number among its values (organisation identifier, serial number,
 * unit): ten digits with fitting check digits, such as in `NTRBE-0999999130`. Empty where there is none.
 */
export function namedEnterprise({ subject }: Pick<X509Certificate, 'subject'>): {
  name: string;
  number: string;
} {
  const numbers = allValues(subject).flatMap((value) => {
    const [, digits] = /(?<!\d)([01]\d{3}[. ]?\d{3}[. ]?\d{3})(?!\d)/.exec(value) ?? [];
    return parseEnterpriseNumber(digits ?? '') ?? [];
  });
  const [name = ''] = attributeValues(subject, 'O');
  return { name: name.slice(0, 200), number: numbers[0] ?? '' };
}
