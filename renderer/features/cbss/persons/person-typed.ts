// What is typed of a person whose number is made or whose data are corrected, what is wrong with it, and what is asked. Minimal data: one of
// three bases (§8).
import { useTranslation } from 'react-i18next';
import type { CallInput } from '../../../../preload/contract/index.ts';
import { inszSchema } from '../../../../preload/contract/values.ts';
import type { FieldProblem } from '../../../ui/error-summary.tsx';
import { isComplete, readIncompleteDate } from '../incomplete-date.ts';

export type Basis = 'birth' | 'abroad' | 'contact';
export const bases: readonly Basis[] = ['birth', 'abroad', 'contact'];

export type PersonTyped = {
  insz: string;
  basis: Basis;
  lastName: string;
  givenName: string;
  birthDate: string;
  genderCode: '' | '0' | '1' | '2';
  birthPlace: string;
  nationality: string;
  countryCode: string;
  postalCode: string;
  city: string;
  street: string;
  houseNumber: string;
  justification: string;
};
export const emptyPerson: PersonTyped = {
  ...{ insz: '', basis: 'birth', lastName: '', givenName: '', birthDate: '', genderCode: '' },
  ...{ birthPlace: '', nationality: '', countryCode: '', postalCode: '', city: '', street: '' },
  ...{ houseNumber: '', justification: '' },
};
export type PersonText = Exclude<keyof PersonTyped, 'basis' | 'genderCode'>;

const country = (text: string): string | null => {
  const code = text.trim().toUpperCase();
  return /^[A-Z]{2}$/.test(code) ? code : null;
};

export function useCreateProblems(): (typed: PersonTyped) => FieldProblem[] {
  const { t } = useTranslation('cbss');
  return (typed) => {
    const date = readIncompleteDate(typed.birthDate);
    const when = (wrong: boolean, name: keyof PersonTyped, message: string): FieldProblem[] =>
      wrong ? [{ name, message }] : [];
    const byBirth = typed.basis === 'birth';
    const code = country(typed.countryCode);
    return [
      ...when(typed.lastName.trim() === '', 'lastName', t('wrong.lastName')),
      ...when(
        date === null,
        'birthDate',
        t(typed.birthDate.trim() === '' ? 'wrong.birthMissing' : 'wrong.birthDate'),
      ),
      ...when(byBirth && date !== null && !isComplete(date), 'birthDate', t('wrong.fullDate')),
      ...when(typed.genderCode === '', 'genderCode', t('wrong.gender')),
      ...when(byBirth && typed.birthPlace.trim() === '', 'birthPlace', t('wrong.birthPlace')),
      ...when(country(typed.nationality) === null, 'nationality', t('wrong.nationality')),
      ...when(
        typed.basis === 'abroad' && (code === null || code === 'BE'),
        'countryCode',
        t(code === null ? 'wrong.country' : 'wrong.abroad'),
      ),
      ...when(!byBirth && typed.city.trim() === '', 'city', t('wrong.city')),
      ...when(typed.justification.trim() === '', 'justification', t('wrong.justification')),
    ];
  };
}

/** Whether an address is given: then it is given whole. */
const hasAddress = ({ countryCode, postalCode, city, street, houseNumber }: PersonTyped): boolean =>
  [countryCode, postalCode, city, street, houseNumber].some((text) => text.trim() !== '');

export function useCorrectProblems(): (typed: PersonTyped) => FieldProblem[] {
  const { t } = useTranslation('cbss');
  return (typed) => {
    const when = (wrong: boolean, name: keyof PersonTyped, message: string): FieldProblem[] =>
      wrong ? [{ name, message }] : [];
    const { lastName, givenName, birthDate, genderCode, birthPlace, nationality } = typed;
    const moved = hasAddress(typed);
    const nothing = [lastName, givenName, birthDate, genderCode, birthPlace, nationality].every(
      (text) => text.trim() === '',
    );
    return [
      ...when(!inszSchema.safeParse(typed.insz).success, 'insz', t('wrong.insz')),
      ...when(nothing && !moved, 'lastName', t('wrong.nothing')),
      ...when(
        birthDate.trim() !== '' && readIncompleteDate(birthDate) === null,
        'birthDate',
        t('wrong.birthDate'),
      ),
      ...when(
        nationality.trim() !== '' && country(nationality) === null,
        'nationality',
        t('wrong.nationality'),
      ),
      ...when(moved && country(typed.countryCode) === null, 'countryCode', t('wrong.country')),
      ...when(moved && typed.city.trim() === '', 'city', t('wrong.city')),
      ...when(typed.justification.trim() === '', 'justification', t('wrong.justification')),
    ];
  };
}

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

const addressOf = ({ postalCode, city, street, houseNumber }: PersonTyped, countryCode: string) => ({
  ...{ countryCode, postalCode, city, street, houseNumber },
});

/** Only for what `useCreateProblems` found nothing against. */
export const createInput = (typed: PersonTyped): CallInput<'cbss.create'> => ({
  lastName: typed.lastName,
  givenName: typed.givenName,
  birthDate: readIncompleteDate(typed.birthDate) ?? '',
  genderCode: Number(typed.genderCode),
  birthPlace: orNull(typed.birthPlace),
  nationality: country(typed.nationality) ?? '',
  address:
    typed.basis === 'birth'
      ? null
      : addressOf(typed, typed.basis === 'contact' ? 'BE' : (country(typed.countryCode) ?? '')),
  justification: typed.justification,
});

/** Empty fields stay as they are at the service. */
export const correctInput = (typed: PersonTyped): CallInput<'cbss.correct'> => ({
  insz: typed.insz,
  lastName: orNull(typed.lastName),
  givenName: orNull(typed.givenName),
  birthDate: readIncompleteDate(typed.birthDate),
  genderCode: typed.genderCode === '' ? null : Number(typed.genderCode),
  birthPlace: orNull(typed.birthPlace),
  nationality: country(typed.nationality),
  address: hasAddress(typed) ? addressOf(typed, country(typed.countryCode) ?? '') : null,
  justification: typed.justification,
});
