// Findings in words: what is wrong, what to do, under the same ids as everywhere else.
import { useTranslation } from 'react-i18next';
import type { Finding } from '../../../preload/contract/finding.ts';
import type { Training } from '../../../preload/contract/training.ts';

export type FindingWords = { rule: string; title: string; remedy: string };
/** Rules are known by their ids at run time only: one of them stands for the type of all. */
type KnownKey = 'F0010-014.title';

/** Words of a rule; one that this version does not know shows its code only. */
export function useFindingWords(): (finding: Pick<Finding, 'rule' | 'params'>) => FindingWords {
  const { t, i18n } = useTranslation('rules');
  return ({ rule, params = {} }) => {
    const known = i18n.exists(`rules:${rule}.title`);
    const say = (part: string): string => t(`${rule}.${part}` as KnownKey, { ...params });
    return { rule, title: known ? say('title') : rule, remedy: known ? say('remedy') : '' };
  };
}

/** What the service said about a training: our words where we know the code, else its own. */
export function useAnomalyWords(): (anomaly: Training['anomalies'][number], year: number) => FindingWords {
  const { i18n } = useTranslation('rules');
  const wordsOf = useFindingWords();
  return (anomaly, year) => {
    const words = wordsOf({ rule: anomaly.code, params: { year } });
    if (words.title !== anomaly.code) return words;
    const own = anomaly.title[i18n.language] ?? Object.values(anomaly.title)[0];
    return { rule: anomaly.code, title: own ?? anomaly.code, remedy: anomaly.detail };
  };
}

/** The finding that stops a training, if one does. */
export const blockingOf = (findings: readonly Finding[]): Finding | undefined =>
  findings.find((finding) => finding.severity === 'blocking');
