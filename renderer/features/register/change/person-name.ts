// Whose lines an act is about, by name where the register or the form has one.
import type { RegisterOutcome } from '../../../../preload/contract/register-values.ts';
import { useCall } from '../../../calls.ts';
import type { ChangeTyped } from './change-typed.ts';

/** Empty where nobody knows a name. */
export function usePersonName(
  { lastName, givenName }: Pick<ChangeTyped, 'lastName' | 'givenName'>,
  { personId }: Pick<RegisterOutcome, 'personId'>,
): string {
  const person = useCall('register.person', { personId: personId ?? '' }, { enabled: personId !== null });
  const known = person.data === undefined ? '' : joined(person.data.familyName, person.data.givenName);
  return known || joined(lastName, givenName);
}

const joined = (...names: string[]): string =>
  names
    .map((name) => name.trim())
    .filter(Boolean)
    .join(', ');
