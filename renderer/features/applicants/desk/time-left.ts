// What is left of the day in which an applicant may approve, counted from the service's own moment.
import { useEffect, useState } from 'react';

const second = 1_000;

export type Deadline = {
  /** As the service's clock has it. */
  secondsLeft: number;
  /** When that was told, in ms on this computer's clock: only the difference counts, so it may be wrong. */
  toldAt: number;
};

export const leftOf = ({ secondsLeft, toldAt }: Deadline, at: number): number =>
  Math.max(0, secondsLeft * second - Math.max(0, at - toldAt));

/** Milliseconds left, anew at every second; never below 0. */
export function useTimeLeft(deadline: Deadline): number {
  const { secondsLeft, toldAt } = deadline;
  const [at, setAt] = useState(() => Date.now());
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const tick = (): void => {
      const moment = Date.now();
      setAt(moment);
      const left = leftOf({ secondsLeft, toldAt }, moment);
      if (left > 0) timer = setTimeout(tick, left % second || second);
    };
    tick();
    return () => clearTimeout(timer);
  }, [secondsLeft, toldAt]);
  return leftOf(deadline, at);
}

const two = (value: number): string => String(value).padStart(2, '0');

/** `9:39:24`; what has begun of a second counts. */
export function writeLeft(left: number): string {
  const seconds = Math.ceil(left / second);
  return `${Math.floor(seconds / 3_600)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}

export const marks = { hour: 3_600_000, tenMinutes: 600_000, minute: 60_000 } as const;
export type Mark = keyof typeof marks;

/** What was passed between two moments and is worth saying aloud; the latest where there are several. */
export const markPassed = (before: number, left: number): Mark | null =>
  (['minute', 'tenMinutes', 'hour'] as const).find((mark) => before > marks[mark] && left <= marks[mark]) ??
  null;
