// Each question of a wizard is an entry in the history of the window: Back of the browser, of the mouse or of the keyboard
// leads to the question before, and out of the wizard only from the first.
import { useEffect, useEffectEvent, useState } from 'react';

/** `depth` counts the entries of this wizard before this one. */
type Entry = { wizard: string; step: string; from: string | null; depth: number };

let opened = 0;

const entryOf = (state: unknown): Partial<Entry> =>
  typeof state === 'object' && state !== null ? (state as Partial<Entry>) : {};

type StepHistory = {
  /** Continue: the question that follows gets an entry. */
  forward: (to: string) => void;
  /** The button Back: the entry of the question before is there already. */
  backward: (to: string) => void;
};

/** `onBack` shows an earlier question; from a `final` step, whose act was done, Back leaves the wizard. */
export function useStepHistory(at: string, final: boolean, onBack: (step: string) => void): StepHistory {
  // Entries of a wizard that was left or of another start of the app are not of this one.
  const [wizard] = useState(() => {
    opened += 1;
    return `${performance.timeOrigin} ${opened}`;
  });
  const [place] = useState(() => location.hash);
  const enter = useEffectEvent((): void => {
    if (entryOf(history.state).wizard === wizard) return;
    history.replaceState({ wizard, step: at, from: null, depth: 0 } satisfies Entry, '');
  });
  const onPop = useEffectEvent(({ state }: PopStateEvent): void => {
    if (location.hash !== place) return;
    const { wizard: whose, step, depth = 0 } = entryOf(state);
    if (whose !== wizard || step === undefined) history.back();
    else if (final) history.go(-(depth + 1));
    else onBack(step);
  });
  useEffect(() => {
    enter();
    addEventListener('popstate', onPop);
    return () => removeEventListener('popstate', onPop);
  }, []);
  return {
    forward: (to) => {
      // The act may have led out of the wizard.
      if (to === at || location.hash !== place) return;
      const { depth = 0 } = entryOf(history.state);
      history.pushState({ wizard, step: to, from: at, depth: depth + 1 } satisfies Entry, '');
    },
    backward: (to) => {
      if (entryOf(history.state).from === to) history.back();
    },
  };
}
