// Whether given identity is that of the register: exact after writing both alike; the first given name only; an unknown sex is not
// compared. All names of fields that differ are told, and never what the register holds. Rules N6 and N7.
import type { CbssPerson } from '../store/cbss-person-store.ts';

export interface GivenIdentity {
  readonly lastName?: string | undefined;
  readonly givenName?: string | undefined;
  readonly birthDate?: string | undefined;
  readonly genderCode?: number | undefined;
}

/** `D’Hondt-Émile` → `D HONDT EMILE` */
export const writtenAlike = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toUpperCase()
    .replace(/[-'’\s]+/g, ' ')
    .trim();

const firstOf = (name: string): string => writtenAlike(name).split(' ')[0] ?? '';

export const mismatches = (given: GivenIdentity, person: CbssPerson): string[] => {
  const { lastName, givenName, birthDate, genderCode } = given;
  const differs: Readonly<Record<string, boolean>> = {
    lastName: lastName !== undefined && writtenAlike(lastName) !== writtenAlike(person.lastName),
    // A first name may itself be of two parts: then the whole of it is the first given name.
    givenName:
      givenName !== undefined &&
      writtenAlike(givenName) !== writtenAlike(person.givenNames[0] ?? '') &&
      firstOf(givenName) !== writtenAlike(person.givenNames[0] ?? ''),
    birthDate: birthDate !== undefined && birthDate !== person.birthDate,
    genderCode: genderCode !== undefined && genderCode !== 0 && genderCode !== person.genderCode,
  };
  return Object.keys(differs).filter((field) => differs[field]);
};
