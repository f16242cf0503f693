// The answer to each training of a worker-year, with its reasons and the way to where it is improved.
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../../../preload/contract/index.ts';
import { useAppState } from '../../app-state.ts';
import { LinkButton, TextLink } from '../../ui/link-button.tsx';
import { Note } from '../../ui/note.tsx';
import { AnomalyWords } from './anomaly-words.tsx';
import { ResultStateChip } from './state-chip.tsx';

type ItemResult = CallOutput<'outbox.show'>['results'][number];

/** What the service answers about a person that it does not know. */
const unknownPerson = 'F0002-003';

export function ItemResults({
  results,
  year,
  employerId,
}: {
  results: ItemResult[];
  year: number;
  employerId: string;
}) {
  const { t } = useTranslation('outbox');
  const practising = useAppState().environment.kind === 'practice';
  const unknown = results.some(({ anomalies }) => anomalies.some(({ code }) => code === unknownPerson));
  return (
    <div>
      <h3>{t('panel.results')}</h3>
      {practising && unknown && (
        <Note>
          {t('panel.practice')} <TextLink to={`/employers/${employerId}`}>{t('panel.practiceDo')}</TextLink>
        </Note>
      )}
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
