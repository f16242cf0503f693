// The sentence of what is wrong in a cell of a planning, and what to do about it.
import { useTranslation } from 'react-i18next';
import type { Finding } from '../../../preload/contract/finding.ts';
import type { RowProblem } from '../../../preload/rules/planning/read-planning-row.ts';

export function useRuleWords(): (finding: Finding) => { title: string; remedy: string } {
  const { t } = useTranslation('planning');
  return ({ rule, params = {} }) => {
    const known = rule as RowProblem;
    const line = Number(params['line'] ?? 0);
    return { title: t(`rules.${known}.title`, { line }), remedy: t(`rules.${known}.remedy`) };
  };
}
