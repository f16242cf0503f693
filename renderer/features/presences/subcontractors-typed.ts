// What is typed about subcontractors, what is wrong with it, and how it becomes the input of a call.
import { useTranslation } from 'react-i18next';
import type { WorksDeclaration } from '../../../preload/contract/works-declarations.ts';
import {
  formatEnterpriseNumber,
  parseEnterpriseNumber,
} from '../../../preload/rules/identifiers/enterprise-number.ts';
import type { FieldProblem } from '../../ui/error-summary.tsx';

export type SubcontractorTyped = {
  /** Holds its place in the form. */
  key: number;
  enterpriseNumber: string;
  name: string;
  startDate: string | null;
  endDate: string | null;
};

let lastKey = 0;
const newKey = (): number => {
  lastKey += 1;
  return lastKey;
};

export const emptySubcontractor = (): SubcontractorTyped => ({
  key: newKey(),
  enterpriseNumber: '',
  name: '',
  startDate: null,
  endDate: null,
});

export const typedSubcontractors = (known: WorksDeclaration['subcontractors']): SubcontractorTyped[] =>
  known.map((one) => ({
    ...one,
    key: newKey(),
    enterpriseNumber: formatEnterpriseNumber(one.enterpriseNumber),
  }));

export const subcontractorsInput = (all: readonly SubcontractorTyped[]) =>
  all.map(({ key: _, name, ...one }) => ({ ...one, name: name.trim() }));

export function useSubcontractorProblems(): (all: readonly SubcontractorTyped[]) => FieldProblem[] {
  const { t } = useTranslation(['scan', 'shell']);
  return (all) => {
    const seen = new Set<string>();
    return all.flatMap(({ key, enterpriseNumber, startDate, endDate }) => {
      const name = (field: string): string => `subcontractors.${key}.${field}`;
      const number = parseEnterpriseNumber(enterpriseNumber);
      const problems: FieldProblem[] = [];
      if (number === null)
        problems.push({
          name: name('enterpriseNumber'),
          message:
            enterpriseNumber.trim() === ''
              ? t('subcontractors.numberMissing')
              : t('shell:issues.enterpriseNumber'),
        });
      else if (seen.has(number))
        problems.push({ name: name('enterpriseNumber'), message: t('subcontractors.twice') });
      else seen.add(number);
      if (startDate !== null && endDate !== null && endDate < startDate)
        problems.push({ name: name('endDate'), message: t('subcontractors.endBefore') });
      return problems;
    });
  };
}
