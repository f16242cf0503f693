// Which findings stand at their fields: never while somebody types there, and in a fresh draft only where one has been.
import { useRef, useState } from 'react';
import type { Finding } from '../../../preload/contract/finding.ts';
import type { TrainingFields } from '../../../preload/contract/training.ts';
import { useFindingWords } from './finding-words.ts';

/** A draft in which nothing was filled in yet. */
const isFresh = ({ title, startDate, durationMinutes }: TrainingFields): boolean =>
  title === '' && startDate === null && durationMinutes === null;

export function useShownFindings(findings: readonly Finding[], fields: TrainingFields) {
  const wordsOf = useFindingWords();
  const [fresh] = useState(() => isFresh(fields));
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set());
  const [typingIn, setTypingIn] = useState<string | null>(null);
  const [everything, setEverything] = useState(false);
  const held = useRef<readonly Finding[]>(findings);
  if (typingIn === null) held.current = findings;
  const errorOf = (name: keyof TrainingFields): string | undefined => {
    if (fresh && !everything && !touched.has(name)) return undefined;
    const finding = held.current.find((one) => one.field === name && one.severity === 'blocking');
    if (finding === undefined) return undefined;
    const { title, remedy } = wordsOf(finding);
    return `${title} ${remedy}`.trim();
  };
  return {
    errorOf,
    /** A field was left, or something is still being typed in it. */
    onField: (fieldNames: string[], settled: boolean): void => {
      setTypingIn(settled ? null : (fieldNames[0] ?? null));
      if (settled && fieldNames.some((name) => !touched.has(name)))
        setTouched(new Set([...touched, ...fieldNames]));
    },
    showEverything: () => setEverything(true),
  };
}
