// Sentences of the findings on employers and workers: what is wrong and what to do, in the words of every other place.
import { useTranslation } from 'react-i18next';
import type { Finding } from '../../../preload/contract/finding.ts';
import { formatParams } from '../../../preload/rules/certificates/format-params.ts';
import { localeOf } from '../../i18n/languages.ts';

export type FindingWords = (finding: Finding) => { title: string; remedy: string };

export function useFindingWords(): FindingWords {
  const { t, i18n } = useTranslation('people');
  return (finding) => {
    const facts = Object.fromEntries(
      Object.entries(finding.params ?? {}).filter(
        (pair): pair is [string, string | number] => typeof pair[1] !== 'boolean',
      ),
    );
    const params = formatParams(facts, localeOf(i18n.language));
    const key = (part: string) => `rules.${finding.rule}.${part}` as 'rules.WRK-NAME-LONG.title';
    return { title: t(key('title'), params), remedy: t(key('remedy'), params) };
  };
}
