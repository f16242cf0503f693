// What is typed about an employer, and how it becomes the input of a call. What was typed stays as typed.
import type { Employer } from '../../../preload/contract/employers.ts';
import type { Finding } from '../../../preload/contract/finding.ts';
import type { Language } from '../../../preload/contract/values.ts';
import { checkEmployer } from '../../../preload/rules/employers/check-employer.ts';
import { formatEnterpriseNumber } from '../../../preload/rules/identifiers/enterprise-number.ts';
import { readDuration } from '../../i18n/typed-values.ts';

export type EmployerTyped = {
  name: string;
  enterpriseNumber: string;
  nssoNumber: string;
  language: Language;
  sizeBracket: Employer['sizeBracket'];
  /** Hours a week, `38` or `38:00`. */
  week: string;
  /** Days a year by sector agreement; empty follows the law. */
  sectorDays: string;
};

export const emptyEmployer = (language: Language): EmployerTyped => ({
  name: '',
  enterpriseNumber: '',
  nssoNumber: '',
  language,
  sizeBracket: 'unknown',
  week: '38:00',
  sectorDays: '',
});

export const typedFrom = (employer: Employer): EmployerTyped => ({
  name: employer.name,
  enterpriseNumber: formatEnterpriseNumber(employer.enterpriseNumber),
  nssoNumber: employer.nssoNumber ?? '',
  language: employer.language,
  sizeBracket: employer.sizeBracket,
  week: `${Math.floor(employer.fullTimeWeeklyMinutes / 60)}:${String(employer.fullTimeWeeklyMinutes % 60).padStart(2, '0')}`,
  sectorDays:
    employer.sectorDaysHundredths === null
      ? ''
      : String(employer.sectorDaysHundredths / 100).replace('.', ','),
});

const readDays = (text: string): number | null => {
  if (text.trim() === '') return null;
  const value = Number(text.trim().replace(',', '.'));
  // Not a number: out of any range, so that the rule says so.
  return Number.isFinite(value) ? Math.round(value * 100) : -1;
};

/** The fields that both adding and changing send. */
export const employerInput = (typed: EmployerTyped) => ({
  name: typed.name.trim(),
  nssoNumber: typed.nssoNumber.trim() === '' ? null : typed.nssoNumber,
  language: typed.language,
  sizeBracket: typed.sizeBracket,
  fullTimeWeeklyMinutes: readDuration(typed.week) ?? 0,
  sectorDaysHundredths: readDays(typed.sectorDays),
});

const fieldOrder = [
  'enterpriseNumber',
  'name',
  'fullTimeWeeklyMinutes',
  'sectorDaysHundredths',
  'nssoNumber',
];
const place = ({ field }: Finding): number => fieldOrder.indexOf(field ?? '');

/** In the order of the form, so that the summary is read from top to bottom. */
export function findingsOf(typed: EmployerTyped): Finding[] {
  const { name, nssoNumber, fullTimeWeeklyMinutes, sectorDaysHundredths } = employerInput(typed);
  return checkEmployer({
    name,
    enterpriseNumber: typed.enterpriseNumber,
    nssoNumber,
    fullTimeWeeklyMinutes,
    sectorDaysHundredths,
  }).sort((a, b) => place(a) - place(b));
}
