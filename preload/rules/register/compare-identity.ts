// Compares an identity that was given with the one on record, field by field. Rules N6 and N7 of the register: exact after
// normalisation, only what is given, and never more told than which fields differ.

import { plainWords } from '../text/plain-words.ts';

export const identityFields = ['lastName', 'givenName', 'birthDate', 'genderCode'] as const;
export type IdentityField = (typeof identityFields)[number];
export type GivenIdentity = {
  lastName?: string | undefined;
  givenName?: string | undefined;
  birthDate?: string | undefined;
  genderCode?: number | undefined;
};
/** Null: not known there, so not compared. `givenNames` is the whole list, the first one in front. */
export type RecordedIdentity = {
  lastName: string | null;
  givenNames: string | null;
  birthDate: string | null;
  genderCode: number | null;
};

/** Without marks, in capitals, hyphens and apostrophes as spaces. `Lefèvre-d’Hondt` → `LEFEVRE D HONDT`. */
export const normalName = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toUpperCase()
    .replace(/[-\u2010-\u2015'\u2018\u2019`\s]+/gu, ' ')
    .trim();

/** `Jean-Pierre Marie` → `Jean-Pierre`: names of a list are parted by spaces or commas, a hyphen holds one together. */
const firstOf = (names: string): string => names.trim().split(/[\s,]+/u)[0] ?? '';

/** Signs of a name that clerks keep. */
const longestName = 120;

/** Names of an authentic source as clerks keep them: it gives all given names, and they keep the first. */
export const namesAsKept = ({
  lastName,
  givenNames,
}: {
  lastName: string;
  givenNames: string;
}): { familyName: string; givenName: string } => ({
  familyName: plainWords(lastName, longestName),
  givenName: plainWords(firstOf(givenNames), longestName),
});

const sameGivenName = (given: string, names: string): boolean => {
  const first = normalName(firstOf(names));
  return normalName(given) === first || normalName(firstOf(given)) === first;
};

/**
 * Names of the fields that differ; none: it may be the same person. An empty text counts as not given, sex 0 is not compared.
 * `{ lastName: 'Peeters', genderCode: 0 }` with Peeters on record → `[]`.
 */
export function differingFields(given: GivenIdentity, recorded: RecordedIdentity): IdentityField[] {
  const differs: Record<IdentityField, boolean> = {
    lastName:
      isGiven(given.lastName) &&
      recorded.lastName !== null &&
      normalName(given.lastName) !== normalName(recorded.lastName),
    givenName:
      isGiven(given.givenName) &&
      recorded.givenNames !== null &&
      !sameGivenName(given.givenName, recorded.givenNames),
    birthDate:
      isGiven(given.birthDate) && recorded.birthDate !== null && given.birthDate !== recorded.birthDate,
    genderCode:
      given.genderCode !== undefined &&
      given.genderCode !== 0 &&
      recorded.genderCode !== null &&
      given.genderCode !== recorded.genderCode,
  };
  return identityFields.filter((field) => differs[field]);
}

const isGiven = (text: string | undefined): text is string => text !== undefined && text.trim() !== '';

/** `1985-07-03`, `1985-07-00` or `1985-00-00`; never a day that does not exist, nor a day of an unknown month. */
export function isIncompleteDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number);
  if (year === 0 || month > 12 || (month === 0 && day !== 0)) return false;
  if (day === 0) return true;
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}
