// What is known here of a number and of who holds it: the judge of inserts where no authentic source is asked. Rules N2, N3, N6, N12.
import type { RegisterIdentity, RegisterWarning } from '../../preload/contract/register-values.ts';
import { differingFields, type IdentityField } from '../../preload/rules/register/compare-identity.ts';
import type { Database } from '../platform/database.ts';
import { resolveNumber } from './numbers/number-chain.ts';
import { personOf } from './numbers/number-store.ts';
import { identityOf, namesOf } from './person-store.ts';

export type KnownNumber = {
  /** The present number; the given one where nothing replaced it, or where no number in use did. */
  insz: string;
  /** The given number, where another is the present one. */
  replaces: string | null;
  /** `cancelled`: no number that is in use took its place, also where its chain does not end. `unknown`: nobody here holds it. */
  state: 'active' | 'deceased' | 'cancelled' | 'unknown';
  /** Who holds the number or one of its chain, whoever holds the present one first; a rewrite may still be under way (D-f). */
  personIds: string[];
};

/** Rule N3: a replaced number leads to the present one. `A` replaced by `B` → `{ insz: 'B', replaces: 'A', … }`. */
export function lookUpNumber(db: Database, insz: string): KnownNumber {
  const resolved = resolveNumber(db, insz);
  const path = resolved?.path ?? [insz];
  const holders = path
    .toReversed()
    .map((one) => personOf(db, one))
    .filter((one) => one !== null);
  const personIds = [...new Set(holders)];
  if (resolved === null || resolved.cancelled) return { insz, replaces: null, state: 'cancelled', personIds };
  const at = { insz: resolved.insz, replaces: resolved.insz === insz ? null : insz, personIds };
  const [personId] = personIds;
  if (personId === undefined) return { ...at, state: 'unknown' };
  const died = (identityOf(db, personId)?.deceaseDate ?? null) !== null;
  return { ...at, state: died ? 'deceased' : 'active' };
}

/** N12, which no source says: a person who died may be inscribed, with a warning. */
export const acceptsDeceased = true;

export const warningsOf = ({ insz, replaces, state }: KnownNumber): RegisterWarning[] => [
  ...(replaces === null ? [] : [{ code: 'MSG00006', newInsz: insz }]),
  ...(state === 'deceased' ? [{ code: 'MSG00009' }] : []),
];

/** Names of the fields that differ from what an authentic source once said of the person, else from the names that are kept here. */
export function differingHere(db: Database, personId: string, given: RegisterIdentity): IdentityField[] {
  const known = identityOf(db, personId);
  if (known !== null) return differingFields(given, known);
  const names = namesOf(db, personId);
  return differingFields(given, {
    lastName: names?.familyName || null,
    givenNames: names?.givenName || null,
    birthDate: null,
    genderCode: null,
  });
}
