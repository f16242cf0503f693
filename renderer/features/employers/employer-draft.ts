// What a person types about an employer, and how it becomes the values of the contract.

import type { Employer } from '../../../preload/contract/employers.ts';
import type { CallInput } from '../../../preload/contract/index.ts';
import type { EmployerDraft } from '../../../preload/rules/employers/check-employer.ts';

export type TypedEmployer = {
  enterpriseNumber: string;
  name: string;
  nssoNumber: string;
  language: Employer['language'];
  sizeBracket: Employer['sizeBracket'];
  week: number | null;
  sector: string;
};

export const emptyEmployer = (language: Employer['language']): TypedEmployer => ({
  enterpriseNumber: '',
  name: '',
  nssoNumber: '',
  language,
  sizeBracket: 'unknown',
  week: 2_280,
  sector: '',
});

export const typedOf = (employer: Employer): TypedEmployer => ({
  enterpriseNumber: employer.enterpriseNumber,
  name: employer.name,
  nssoNumber: employer.nssoNumber ?? '',
  language: employer.language,
  sizeBracket: employer.sizeBracket,
  week: employer.fullTimeWeeklyMinutes,
  sector:
    employer.sectorDaysHundredths === null
      ? ''
      : String(employer.sectorDaysHundredths / 100).replace('.', ','),
});

/** `3,5` → 350; empty → null; what cannot be read → NaN, which the rule refuses. */
export function readDays(text: string): number | null {
  const typed = text.trim();
  if (typed === '') return null;
  const match = /^(\d{1,3})(?:[.,](\d{1,2}))?$/.exec(typed);
  if (match === null) return Number.NaN;
  return Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
}

export const draftOf = (typed: TypedEmployer): EmployerDraft => ({
  name: typed.name,
  enterpriseNumber: typed.enterpriseNumber,
  nssoNumber: typed.nssoNumber,
  fullTimeWeeklyMinutes: typed.week ?? Number.NaN,
  sectorDaysHundredths: readDays(typed.sector),
});

type Values = Omit<CallInput<'employer.add'>, 'enterpriseNumber'>;

/** Values for a draft that the rules let through. */
export const valuesOf = (typed: TypedEmployer): Values => ({
  name: typed.name.trim(),
  nssoNumber: typed.nssoNumber.trim() === '' ? null : typed.nssoNumber.trim(),
  language: typed.language,
  sizeBracket: typed.sizeBracket,
  fullTimeWeeklyMinutes: typed.week ?? 2_280,
  sectorDaysHundredths: readDays(typed.sector),
});
