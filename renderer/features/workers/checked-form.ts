// A form whose rules are those of the grid, the import and the command line: told on leaving a field and on saving.
import { useState } from 'react';
import type { Finding } from '../../../preload/contract/finding.ts';
import type { FieldProblem } from '../../ui/error-summary.tsx';
import { useFindingWords } from './finding-words.ts';

export type CheckedForm = {
  attempt: number;
  problems: FieldProblem[];
  /** Shown next to the field: what is wrong and what to do. */
  errorOf: (field: string) => string | undefined;
  leave: (field: string) => void;
  /** Counts a try to save; true when nothing stops it. */
  mayGoOn: () => boolean;
};

export function useCheckedForm(findings: readonly Finding[]): CheckedForm {
  const words = useFindingWords();
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [attempt, setAttempt] = useState(0);
  const blocking = findings.filter((finding) => finding.severity === 'blocking');
  return {
    attempt,
    problems: blocking.map((finding) => ({ name: finding.field ?? '', message: words(finding).title })),
    errorOf: (field) => {
      const finding = blocking.find((one) => one.field === field);
      if (finding === undefined) return undefined;
      // An empty field is told only when saving: somebody may come back to it.
      const told = attempt > 0 || (left.has(field) && !finding.rule.endsWith('-MISSING'));
      if (!told) return undefined;
      const { title, remedy } = words(finding);
      return `${title} ${remedy}`;
    },
    leave: (field) => setLeft((before) => (before.has(field) ? before : new Set([...before, field]))),
    mayGoOn: () => {
      setAttempt((count) => count + 1);
      return blocking.length === 0;
    },
  };
}
