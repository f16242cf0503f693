// The course of one registration on the screen: from what is entered to the answer, and back to blank for the next worker.
import { useCallback, useEffect, useRef, useState } from 'react';
import type { PointState } from '../../../preload/contract/registration-point.ts';
import type { Failure } from '../../../preload/contract/result.ts';
import { call, onEvent } from '../../bridge.ts';
import { countDigits, looksLikeNumber } from './entered.ts';
import {
  type Begun,
  type Direction,
  isOutcome,
  ready,
  type Stage,
  stageOf,
  staysFor,
  toneOf,
} from './stage.ts';
import { play } from './tones.ts';
import type { Entry, Glimpse } from './use-entry.ts';

export type Registering = {
  stage: Stage;
  /** The direction that was pressed while the field was still empty. */
  chosen: Direction | null;
  press: (type: Direction) => void;
  /** Enter in the field, as a scanner ends. */
  enter: () => void;
  /** A press of the screen's keys: with a direction chosen, a whole number is sent by itself. */
  key: (sign: string) => void;
  again: () => void;
  blank: () => void;
};

type Parts = {
  point: PointState;
  entry: Entry;
  glimpse: Glimpse;
  /** Somebody chose another language than that of the point. */
  otherLanguage: boolean;
  onBlank: () => void;
};

const failed = (failure: Failure): Stage => ({ kind: 'failed', code: failure.code });
/** Signs of a number written without anything between. */
const wholeNumber = 11;

export function useRegistering({ point, entry, glimpse, otherLanguage, onBlank }: Parts): Registering {
  const [stage, setStage] = useState<Stage>(ready);
  const [chosen, setChosen] = useState<Direction | null>(null);
  const badge = useRef('');
  /** Since when the connection was up, as known when it failed. */
  const upSince = useRef<string | null | undefined>(undefined);

  const blank = useCallback(() => {
    entry.clear();
    badge.current = '';
    setChosen(null);
    setStage(ready);
    onBlank();
  }, [entry, onBlank]);

  const send = async (type: Direction, what: ReturnType<Entry['take']>, enrolled: boolean): Promise<void> => {
    setStage({ kind: 'sending' });
    const answer = await call('point.register', { ...what, type });
    const next = answer.ok ? stageOf(answer.value, type, enrolled) : failed(answer.failure);
    if (next.kind === 'enrol') badge.current = what.entered;
    if (next.kind === 'phone') upSince.current = point.connection.since;
    setStage(next);
  };

  const enrol = async (type: Direction): Promise<void> => {
    const number = entry.take().entered;
    setStage({ kind: 'sending' });
    const answer = await call('point.enrol', { badge: badge.current, number: number.slice(0, 40) });
    if (!answer.ok) setStage(failed(answer.failure));
    else if (answer.value.outcome === 'enrolled')
      await send(type, { entered: badge.current, by: 'scanned' }, true);
    else if (answer.value.outcome === 'numberWrong')
      setStage({ kind: 'enrol', type, problem: 'numberWrong' });
    else setStage({ kind: 'refused', code: answer.value.outcome });
  };

  const begin = (type: Direction): void => {
    const { entered, by } = entry.look();
    const number = by === 'typed' && looksLikeNumber(entered) && point.channels.includes('number');
    if (number && countDigits(entered) < wholeNumber) {
      setChosen(type);
      setStage({ kind: 'ready', problem: 'short' });
    } else {
      setChosen(null);
      void send(type, entry.take(), false);
    }
  };

  const press = (type: Direction): void => {
    if (stage.kind === 'sending' || stage.kind === 'enrol') return;
    if (entry.look().entered !== '') begin(type);
    else {
      setChosen(chosen === type ? null : type);
      setStage(ready);
    }
  };

  const enter = (): void => {
    const empty = entry.look().entered === '';
    if (stage.kind === 'enrol' && empty) setStage({ ...stage, problem: 'numberWrong' });
    else if (stage.kind === 'enrol') void enrol(stage.type);
    else if (stage.kind === 'sending' || empty) return;
    else if (chosen !== null) begin(chosen);
    else setStage({ kind: 'ready', problem: 'whichWay' });
  };

  const key = (sign: string): void => {
    if (stage.kind === 'sending') return;
    entry.add(sign);
    if (stage.kind === 'ready' && stage.problem === 'short') setStage(ready);
    const { entered, by } = entry.look();
    if (chosen !== null && by === 'typed' && countDigits(entered) === wholeNumber) begin(chosen);
  };

  const again = (): void => {
    void call('point.check', {}).then((answer) => {
      if (answer.ok && answer.value.connection.state === 'up') blank();
    });
  };

  const begun = { entered: glimpse.count > 0, chosen: chosen !== null, language: otherLanguage };
  useFading({ stage, begun, count: glimpse.count }, (waiting) => {
    // The next worker has begun: only what concerned the last one goes.
    if (!waiting) return blank();
    badge.current = '';
    setStage(ready);
  });

  useEffect(() => {
    const tone = toneOf(stage);
    if (tone !== null && point.sound) play(tone);
  }, [stage, point.sound]);

  // It came back by itself: it was seen down since the answer, or is up since another moment.
  const { state, since } = point.connection;
  useEffect(() => {
    if (stage.kind !== 'phone') return;
    if (state === 'down') upSince.current = undefined;
    else if (state === 'up' && since !== upSince.current) {
      if (stage.left === null) blank();
      else setStage({ kind: 'checking', ...stage.left });
    }
  }, [stage, state, since, blank]);

  useEffect(
    () =>
      onEvent('point.settled', ({ registrationId, outcome, type, at, serviceTime }) => {
        setStage((now) => {
          const mine = now.kind === 'checking' ? now : now.kind === 'phone' ? now.left : null;
          if (mine?.registrationId !== registrationId) return now;
          return outcome === 'registered'
            ? { kind: 'registered', type, at: serviceTime ?? at, again: false, enrolled: false }
            : { kind: 'refused', code: 'notRegistered' };
        });
      }),
    [],
  );

  return { stage, chosen, press, enter, key, again, blank };
}

type Fading = { stage: Stage; begun: Begun; count: number };

/** Calls `end` when what stands there has stood long enough; `waiting` when an outcome gives way to the next worker. */
function useFading({ stage, begun, count }: Fading, end: (waiting: boolean) => void): void {
  const latest = useRef(end);
  latest.current = end;
  const shown = useRef({ stage, from: 0 });
  if (shown.current.stage !== stage) shown.current = { stage, from: performance.now() };
  const { entered, chosen, language } = begun;
  // biome-ignore lint/correctness/useExhaustiveDependencies: every sign in the field is a touch, and begins the time anew
  useEffect(() => {
    const time = staysFor(stage, { entered, chosen, language });
    if (time === null) return;
    // An outcome counts from its beginning, everything else from the last touch.
    const gone = isOutcome(stage) ? performance.now() - shown.current.from : 0;
    const timer = setTimeout(() => latest.current(isOutcome(stage) && entered), Math.max(0, time - gone));
    return () => clearTimeout(timer);
  }, [stage, entered, chosen, language, count]);
}
