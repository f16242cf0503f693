// The steps of a guide: each with how far it is, the one in view marked as such.
import { useTranslation } from 'react-i18next';
import type { Guide } from '../../../preload/contract/guide.ts';
import type { StepId } from '../../../preload/rules/guide/step-catalog.ts';
import { classNames } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icon.tsx';
import type { Say } from './guide-words.ts';

type StepListProps = { guide: Guide; at: StepId; say: Say; onGo: (step: StepId) => void };

export function StepList({ guide, at, say, onGo }: StepListProps) {
  const { t } = useTranslation('guide');
  return (
    <nav aria-label={t('page.steps')}>
      <ol className="guide-steps">
        {guide.steps.map(({ id, state }, index) => {
          const done = state === 'done' || state === 'alreadyDone';
          return (
            <li key={id}>
              <button
                type="button"
                className={classNames('guide-step-link', done && 'past', state === 'waiting' && 'waits')}
                aria-current={id === at ? 'step' : undefined}
                onClick={() => onGo(id)}
              >
                <span className="dot">
                  {done ? <Icon name="check" /> : state === 'waiting' ? <Icon name="hourglass" /> : index + 1}
                </span>
                <span>
                  {say(`steps.${id}.title`)}
                  {state !== 'open' && <small>{t(`states.${state}`)}</small>}
                </span>
              </button>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
