// What is typed to add or take away a line, and how it becomes the input of a call. What was typed stays as typed.
import type { RegisterIdentity } from '../../../../preload/contract/register-values.ts';
import type { Period } from '../../../../preload/rules/register/periods.ts';
import { readDay } from '../../../../preload/rules/workers/read-day.ts';
import type { ChangeStart } from './change-start.ts';

export type ChangeTyped = {
  employerId: string | null;
  insz: string;
  dossierType: string;
  /** A day, or as typed while that is none. */
  begin: string | null;
  end: string | null;
  /** Taking away: every line of the key. */
  whole: boolean;
  lastName: string;
  givenName: string;
  birthDate: string;
  gender: '0' | '1' | '2';
};

export const typedFrom = (start: ChangeStart, employerId: string | null): ChangeTyped => ({
  employerId: start.employerId ?? employerId,
  insz: start.insz ?? '',
  dossierType: start.dossierType ?? 'EMPLOYEE',
  begin: start.period?.begin ?? null,
  end: start.period?.end ?? null,
  whole: false,
  lastName: '',
  givenName: '',
  birthDate: '',
  gender: '0',
});

/** For the field of a day, which keeps what cannot be read by itself. */
export const readableDay = (typed: string | null): string | null => (typed === null ? null : readDay(typed));

/** Empty: no day was typed. False: what was typed is none. */
export const dayOf = (typed: string | null): string | null | false =>
  typed === null || typed.trim() === '' ? null : (readDay(typed) ?? false);

/** Null where the begin is missing or one of both is no day. */
export function periodOf(typed: Pick<ChangeTyped, 'begin' | 'end'>): Period | null {
  const begin = dayOf(typed.begin);
  const end = dayOf(typed.end);
  return begin === null || begin === false || end === false ? null : { begin, end };
}

/**
 * A birth date of which the day or the month may not be known: `7/3/1985` → `1985-03-07`, `3/1985` → `1985-03-00`,
 * `1985` → `1985-00-00`. Null: nothing typed. False: not to be read.
 */
export function readBirthDate(typed: string): string | null | false {
  const text = typed.trim();
  if (text === '') return null;
  if (/^\d{4}$/.test(text)) return `${text}-00-00`;
  const month = /^(\d{1,2})[/.-](\d{4})$/.exec(text);
  if (month !== null) {
    const number = Number(month[1]);
    return number < 1 || number > 12 ? false : `${month[2]}-${String(number).padStart(2, '0')}-00`;
  }
  return readDay(text) ?? false;
}

/** Only what was given is compared; null where nothing was. */
export function identityOf(typed: ChangeTyped): RegisterIdentity | null {
  const { lastName, givenName, gender } = typed;
  const birthDate = readBirthDate(typed.birthDate);
  const identity: RegisterIdentity = {
    ...(lastName.trim() === '' ? {} : { lastName: lastName.trim() }),
    ...(givenName.trim() === '' ? {} : { givenName: givenName.trim() }),
    ...(birthDate === null || birthDate === false ? {} : { birthDate }),
    ...(gender === '0' ? {} : { genderCode: Number(gender) }),
  };
  return Object.keys(identity).length === 0 ? null : identity;
}
