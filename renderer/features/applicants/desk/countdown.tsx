// What is left of the day, in figures and as a line. Not read aloud each second, only at an hour, ten minutes and a minute.
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useMoments } from './moments.ts';
import { type Deadline, type Mark, markPassed, useTimeLeft, writeLeft } from './time-left.ts';

type CountdownProps = {
  deadline: Deadline;
  /** When it was asked, when it ends, and the service's present moment. */
  askedAt: string;
  expiresAt: string;
  now: string;
  /** To be said aloud. */
  onPass: (mark: Mark) => void;
};

export function Countdown({ deadline, askedAt, expiresAt, now, onPass }: CountdownProps) {
  const { t } = useTranslation('applicants');
  const moments = useMoments();
  const left = useTimeLeft(deadline);
  const before = useRef(left);
  useEffect(() => {
    const mark = markPassed(before.current, left);
    before.current = left;
    if (mark !== null) onPass(mark);
  }, [left, onPass]);
  if (left === 0) return <p>{t('desk.over')}</p>;
  const whole = Math.max(1, Date.parse(expiresAt) - Date.parse(askedAt));
  const minutes = Math.floor(left / 60_000);
  return (
    <div>
      <p className="countdown" role="timer" aria-live="off">
        <b>{writeLeft(left)}</b>{' '}
        <span className="quiet-text">
          {t('desk.left', {
            day: moments.dayWord(expiresAt, now),
            time: moments.exact(expiresAt),
          })}
        </span>
      </p>
      <svg
        className="plot turns"
        height="8"
        role="img"
        aria-label={t('desk.leftLong', { hours: Math.floor(minutes / 60), minutes: minutes % 60 })}
      >
        <rect className="rest" width="100%" height="8" />
        <rect className="done" width={`${Math.min(100, (left / whole) * 100).toFixed(1)}%`} height="8" />
      </svg>
    </div>
  );
}
