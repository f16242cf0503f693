// A remark of the service in the person's own language: our sentence for the code, else the service's own words.
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../../../preload/contract/index.ts';

type Anomaly = CallOutput<'outbox.show'>['results'][number]['anomalies'][number];

/** Title and remedy of a code as `rules.json` has them; null for a code that we do not know. */
function useRuleWords(): (code: string, year: number) => { title: string; remedy: string } | null {
  const { t, i18n } = useTranslation('rules');
  const words = t as unknown as (key: string, params: Record<string, string | number>) => string;
  return (code, year) =>
    i18n.exists(`${code}.title`, { ns: 'rules' })
      ? { title: words(`${code}.title`, { year }), remedy: words(`${code}.remedy`, { year }) }
      : null;
}

export function AnomalyWords({ anomaly, year }: { anomaly: Anomaly; year: number }) {
  const { t, i18n } = useTranslation('outbox');
  const ours = useRuleWords()(anomaly.code, year);
  const theirs = anomaly.title[i18n.language] ?? Object.values(anomaly.title)[0] ?? '';
  return (
    <p>
      <strong>{ours?.title ?? theirs}</strong> {ours?.remedy}{' '}
      {anomaly.detail !== '' && (
        <span className="quiet-text">{t('panel.words', { words: anomaly.detail })}</span>
      )}{' '}
      <span className="reference faint-text">{anomaly.code}</span>
    </p>
  );
}
