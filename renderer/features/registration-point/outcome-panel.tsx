// What became of it, to be seen from across the room: a tick, a cross or a hand that says wait. It names nobody.
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { PointState } from '../../../preload/contract/registration-point.ts';
import { DirectionMark } from './direction-mark.tsx';
import type { OutcomeWords } from './outcome-words.ts';
import { SiteCode } from './phone-way.tsx';
import type { Stage } from './stage.ts';

const tick = 'M10 25l9 9 19-21';
const cross = 'M12 12l24 24M36 12 12 36';
const wait = 'M24 12v14l9 6';

const look = (stage: Stage): { tone: 'ok' | 'warn' | 'bad'; shape: string } =>
  stage.kind === 'registered'
    ? { tone: 'ok', shape: tick }
    : stage.kind === 'checking' || stage.kind === 'already'
      ? { tone: 'warn', shape: wait }
      : { tone: 'bad', shape: cross };

type OutcomePanelProps = {
  stage: Stage;
  words: OutcomeWords;
  phone: PointState['phone'];
  onNext: () => void;
};

/** Where the words send somebody to their phone, the code is there too. */
const byPhone = (stage: Stage): boolean =>
  stage.kind === 'refused' && (stage.code === 'notAllowed' || stage.code === 'refused');

export function OutcomePanel({ stage, words, phone, onNext }: OutcomePanelProps) {
  const { t } = useTranslation('registration-point');
  const { tone, shape } = look(stage);
  const panel = useRef<HTMLElement>(null);
  // With large letters or on a small screen it stands below what is seen.
  useEffect(() => {
    const { bottom = 0 } = panel.current?.getBoundingClientRect() ?? {};
    if (bottom > window.innerHeight) panel.current?.scrollIntoView({ block: 'start' });
    return () => window.scrollTo(0, 0);
  }, []);
  return (
    <section ref={panel} className={`point-outcome ${tone}`} aria-label={t('mode.outcome')}>
      <svg className="point-sign" viewBox="0 0 48 48" aria-hidden="true">
        <circle cx="24" cy="24" r="22" />
        <path d={shape} />
      </svg>
      <div>
        <h2>
          {stage.kind === 'registered' && <DirectionMark type={stage.type} />}
          {words.title}
        </h2>
        {words.time !== null && <p className="point-time">{words.time}</p>}
        {words.lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
        {byPhone(stage) && phone !== null && <SiteCode phone={phone} />}
      </div>
      {stage.kind !== 'registered' && (
        <button type="button" className="point-button" onClick={onNext}>
          {t('mode.next')}
        </button>
      )}
    </section>
  );
}
