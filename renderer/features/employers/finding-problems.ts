// Findings of the rules about employers as problems of a form: the same words as on the command line.
import { useTranslation } from 'react-i18next';
import type { Finding } from '../../../preload/contract/finding.ts';
import type { FieldProblem } from '../../ui/error-summary.tsx';

/** Sentence and remedy of each blocking finding, by field. */
export function useFindingProblems(): (findings: Finding[]) => FieldProblem[] {
  const { t } = useTranslation('people');
  return (findings) =>
    findings
      .filter((finding) => finding.severity === 'blocking' && finding.field !== null)
      .map(({ rule, field, params = {} }) => {
        const key = `rules.${rule as 'EMP-NAME-MISSING'}` as const;
        return { name: field ?? '', message: `${t(`${key}.title`, params)} ${t(`${key}.remedy`, params)}` };
      });
}
