// The answer to each training of a worker-year, with its reasons and the way to where it is improved.
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../../../preload/contract/index.ts';
import { LinkButton } from '../../ui/link-button.tsx';
import { AnomalyWords } from './anomaly-words.tsx';
import { ResultStateChip } from './state-chip.tsx';

type ItemResult = CallOutput<'outbox.show'>['results'][number];

export function ItemResults({ results, year }: { results: ItemResult[]; year: number }) {
  const { t } = useTranslation('outbox');
  return (
    <div>
      <h3>{t('panel.results')}</h3>
      {results.length === 0 ? (
        <p className="quiet-sheet-text">{t('panel.noResults')}</p>
      ) : (
        <ul className="record-list">
          {results.map((result, index) => (
            <li key={result.trainingId ?? `${index} ${result.title}`}>
              <span className="record-title">{result.title}</span>
              <ResultStateChip state={result.state} />
              {result.anomalies.map((anomaly) => (
                <AnomalyWords key={`${anomaly.code} ${anomaly.detail}`} anomaly={anomaly} year={year} />
              ))}
              {result.state === 'refused' && result.trainingId !== null && (
                <LinkButton small next to={`/training/${result.trainingId}`}>
                  {t('panel.improve')}
                  <span className="only-read-aloud">: {result.title}</span>
                </LinkButton>
              )}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
