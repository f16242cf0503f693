// The steps of a guide: each with how far it is, the one in view marked as such.
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Guide } from '../../../preload/contract/guide.ts';
import type { StepId } from '../../../preload/rules/guide/step-catalog.ts';
import { classNames } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icon.tsx';
import type { Say } from './guide-words.ts';

type StepListProps = { guide: Guide; at: StepId; say: Say; onGo: (step: StepId) => void };

export function StepList({ guide, at, say, onGo }: StepListProps) {
  const { t } = useTranslation('guide');
  const list = useRef<HTMLOListElement>(null);
  // On a narrow page the list scrolls by itself: the step in view stays in it.
  useEffect(() => {
    const here = list.current?.querySelector<HTMLElement>(`[data-step="${at}"]`);
    if (list.current && here) list.current.scrollTop = here.offsetTop - list.current.offsetTop - 8;
  }, [at]);
  return (
    <nav aria-label={t('page.steps')}>
      <ol className="guide-steps" ref={list}>
        {guide.steps.map(({ id, state }, index) => {
          const done = state === 'done' || state === 'alreadyDone';
          return (
            <li key={id} data-step={id}>
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
