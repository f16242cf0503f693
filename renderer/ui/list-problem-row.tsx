// One row that needs somebody: its problems, its cells to put right, and the same for all rows with the same problem.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Finding } from '../../preload/contract/finding.ts';
import type { Failure } from '../../preload/contract/result.ts';
import { Chip } from './chip.tsx';
import { FailureNote } from './failure.tsx';
import { ListAlike } from './list-alike.tsx';
import { ListCell } from './list-cell.tsx';
import { type ListFix, type ListFixCalls, type ListRow, problemOf, textOf } from './list-fix.ts';
import { type ListWords, useListWords } from './list-words.ts';

type ListProblemRowProps<F extends string, R extends ListRow<F>> = {
  /** Keeps rows of several lists apart. */
  listId: string;
  place: string;
  /** Whom the row is about. */
  who: string;
  row: R;
  /** As it was when the page was opened: its cells stay open for a second thought. */
  shown: R;
  words: ListWords<F>;
  calls: ListFixCalls<F, R>;
  /** Cells by which the row is known, shown whatever was found. */
  known: readonly F[];
  /** Where a problem is put right. */
  fieldsOf: (finding: Finding) => readonly F[];
  onJudged: (row: R) => void;
  /** Somebody is in the row, by keyboard or mouse. */
  onEnter?: () => void;
  /** Other rows were changed too. */
  onMany: () => Promise<void>;
};

export function ListProblemRow<F extends string, R extends ListRow<F>>(props: ListProblemRowProps<F, R>) {
  const { listId, place, who, row, shown, words, calls, known, fieldsOf, onJudged, onEnter, onMany } = props;
  const { t } = useTranslation('lists');
  const { alike } = useListWords();
  const [failure, setFailure] = useState<Failure | null>(null);
  // What was last put right here, and how many other rows have the very same problem still.
  const [done, setDone] = useState<{ problem: Finding; fix: ListFix<F>; alike: number } | null>(null);
  const change = async (fix: ListFix<F>): Promise<void> => {
    const problem = problemOf(row.findings, fix, fieldsOf);
    const result = await calls.fix(row.number, fix, problem);
    setFailure(result.ok ? null : result.failure);
    if (!result.ok) return;
    const others = result.value.alike;
    setDone(problem === undefined || others === 0 ? null : { problem, fix, alike: others });
    onJudged(result.value.row);
  };
  const leftOut = row.outcome === 'leftOut';
  const findings = leftOut ? [] : row.findings;
  /** The sentence that a cell is described by. */
  const whyId = (field: string | null): string => `why-${listId}-${row.number}-${field ?? 'row'}`;
  const about = [...shown.findings, ...row.findings].flatMap(fieldsOf);
  const { label, ...look } = words.outcome(row.outcome);
  return (
    <section className="import-row" aria-label={place} onFocus={onEnter}>
      <div className="import-row-head">
        <strong>{place}</strong>
        <span>{who}</span>
        <span className="at-end" role="status">
          <Chip {...look}>{label}</Chip>
        </span>
      </div>
      {findings.map((finding) => {
        const { title, remedy } = words.sentence(finding);
        return (
          <p key={`${finding.rule} ${finding.field}`} id={whyId(finding.field)}>
            <strong>{title}</strong> {remedy} <span className="number faint-text">{finding.rule}</span>
          </p>
        );
      })}
      <div className="import-cells">
        {!leftOut &&
          [...new Set([...known, ...about])].map((field) => (
            <ListCell
              key={field}
              field={field}
              label={words.fieldName(field)}
              look={words.look(field)}
              place={place}
              text={textOf(row, field)}
              asRead={textOf(shown, field)}
              wrong={findings.some((one) => one.field === field && one.severity === 'blocking')}
              why={whyId(field)}
              onLeave={(text) => void change({ values: [{ field, text }] })}
            />
          ))}
        <label className="choice">
          <input
            type="checkbox"
            checked={leftOut}
            onChange={(event) => void change({ leftOut: event.target.checked })}
          />
          <span>
            {t('problems.leaveOut')}
            <span className="only-read-aloud">, {place}</span>
          </span>
        </label>
      </div>
      <FailureNote failure={failure} />
      {done !== null && (
        <ListAlike
          label={alike(done.fix, done.alike, words)}
          problem={done.problem}
          fix={done.fix}
          calls={calls}
          onMany={async () => {
            setDone(null);
            await onMany();
          }}
        />
      )}
    </section>
  );
}
