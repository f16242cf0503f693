// A failure in plain words with the next step, as a note in a form or in the place of a page.
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../preload/contract/result.ts';
import { Button } from './button.tsx';
import { Note } from './note.tsx';
import { Empty } from './states.tsx';

/** The sentence of a failure in the language of the interface. */
export function useFailureSentence(): (failure: Failure) => string {
  const { t } = useTranslation('errors');
  return (failure) => t(failure.code);
}

export function FailureNote({ failure }: { failure: Failure | null }) {
  const { t } = useTranslation('shell');
  const sentence = useFailureSentence();
  if (failure === null) return null;
  return (
    <div role="alert">
      <Note
        tone={failure.retry === 'unknown' ? 'warn' : 'bad'}
        icon={failure.retry === 'unknown' ? 'unknown' : 'refused'}
      >
        <p>{sentence(failure)}</p>
        {failure.retry === 'unknown' && failure.code !== 'outcomeUnknown' && <p>{t('failure.unknown')}</p>}
        {failure.traceId !== '' && (
          <p className="faint-text">
            {t('failure.trace')} <span className="reference">{failure.traceId}</span>
          </p>
        )}
      </Note>
    </div>
  );
}

/** A page or sheet that could not be read. */
export function ErrorState({ failure, onAgain }: { failure: Failure; onAgain?: () => void }) {
  const { t } = useTranslation('shell');
  const sentence = useFailureSentence();
  return (
    <div role="alert">
      <Empty
        icon={failure.code === 'offline' ? 'offline' : 'refused'}
        title={t('failure.title')}
        acts={
          onAgain !== undefined && failure.retry !== 'unknown' ? (
            <Button icon="again" onPress={onAgain}>
              {t('failure.again')}
            </Button>
          ) : undefined
        }
      >
        {sentence(failure)}
      </Empty>
    </div>
  );
}
