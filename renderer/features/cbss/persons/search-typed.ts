// What is typed of a search, what is wrong with it, and what is asked. A date that is not whole needs a tolerance (§8).
import { useTranslation } from 'react-i18next';
import type { CallInput } from '../../../../preload/contract/index.ts';
import type { FieldProblem } from '../../../ui/error-summary.tsx';
import { isComplete, readIncompleteDate } from '../incomplete-date.ts';

export type SearchTyped = {
  lastName: string;
  givenName: string;
  birthDate: string;
  tolerance: string;
  genderCode: '' | '1' | '2';
};
export const emptySearch: SearchTyped = {
  lastName: '',
  givenName: '',
  birthDate: '',
  tolerance: '',
  genderCode: '',
};

const toleranceOf = (text: string): number | null => (/^\d{1,2}$/.test(text.trim()) ? Number(text) : null);

export function useSearchProblems(): (typed: SearchTyped) => FieldProblem[] {
  const { t } = useTranslation('cbss');
  return ({ lastName, birthDate, tolerance }) => {
    const date = readIncompleteDate(birthDate);
    const given = birthDate.trim() !== '';
    const bound = tolerance.trim() !== '';
    const ofTolerance =
      bound && toleranceOf(tolerance) === null
        ? t('wrong.tolerance')
        : bound && !given
          ? t('wrong.toleranceAlone')
          : !bound && date !== null && !isComplete(date)
            ? t('wrong.toleranceMissing')
            : null;
    return [
      ...(lastName.trim() === '' ? [{ name: 'lastName', message: t('wrong.lastName') }] : []),
      ...(given && date === null ? [{ name: 'birthDate', message: t('wrong.birthDate') }] : []),
      ...(ofTolerance === null ? [] : [{ name: 'tolerance', message: ofTolerance }]),
    ];
  };
}

export const searchInput = (typed: SearchTyped): CallInput<'cbss.search'> => ({
  lastName: typed.lastName,
  givenName: typed.givenName,
  birthDate: readIncompleteDate(typed.birthDate),
  tolerance: toleranceOf(typed.tolerance),
  genderCode: typed.genderCode === '' ? null : Number(typed.genderCode),
});
