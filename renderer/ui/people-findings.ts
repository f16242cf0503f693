// Findings of the rules about employers and workers as sentences: in a form by field, in a list by row.
import { useTranslation } from 'react-i18next';
import type { Finding } from '../../preload/contract/finding.ts';
import type { FieldProblem } from './error-summary.tsx';

/** Title and remedy of one finding. */
export function useFindingSentence(): (finding: Finding) => { title: string; remedy: string } {
  const { t } = useTranslation('people');
  return ({ rule, params = {} }) => {
    const key = `rules.${rule as 'WRK-NAME-MISSING'}` as const;
    return { title: t(`${key}.title`, params), remedy: t(`${key}.remedy`, params) };
  };
}

/** Blocking findings as problems of a form. */
export function useFindingProblems(): (findings: Finding[]) => FieldProblem[] {
  const sentence = useFindingSentence();
  return (findings) =>
    findings
      .filter((finding) => finding.severity === 'blocking' && finding.field !== null)
      .map((finding) => {
        const { title, remedy } = sentence(finding);
        return { name: finding.field ?? '', message: `${title} ${remedy}` };
      });
}
