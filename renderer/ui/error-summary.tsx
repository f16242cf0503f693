// What is wrong with a form, at its top. Takes focus at every failed submit and links to each field.
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useAfterPress } from './after-press.ts';
import { useMarkFailedForm } from './failed-form.ts';
import { useFieldId } from './field.tsx';
import { Icon } from './icon.tsx';

export type FieldProblem = { name: string; message: string };

type ErrorSummaryProps = {
  problems: FieldProblem[];
  /** Count of submits: each failed one takes the focus again. */
  attempt: number;
};

export function ErrorSummary({ problems: given, attempt }: ErrorSummaryProps) {
  const problems = useAfterPress(given);
  const { t } = useTranslation('shell');
  const box = useRef<HTMLDivElement>(null);
  const failed = problems.length > 0 && attempt > 0;
  useMarkFailedForm(failed);
  // Focus belongs to the act of submitting, not to each change of the list: only `attempt` moves it.
  const lastAttempt = useRef(0);
  useEffect(() => {
    if (failed && attempt !== lastAttempt.current) {
      lastAttempt.current = attempt;
      box.current?.focus();
    }
  }, [failed, attempt]);
  if (!failed) return null;
  return (
    <div className="error-summary" role="alert" tabIndex={-1} ref={box}>
      <h2>
        <Icon name="refused" />
        {t('errorSummary', { count: problems.length })}
      </h2>
      <ul>
        {problems.map((problem) => (
          <li key={problem.name}>
            <ProblemLink problem={problem} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function ProblemLink({ problem }: { problem: FieldProblem }) {
  const id = useFieldId(problem.name);
  return (
    <a
      href={`#${id}`}
      onClick={(event) => {
        event.preventDefault();
        document.getElementById(id)?.focus();
      }}
    >
      {problem.message}
    </a>
  );
}
