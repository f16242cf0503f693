// Rows of all waiting lists that need somebody, in one list: each with its cells, put right in place.
import { type Ref, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TrainingImportRow, TrainingProblem } from '../../../preload/contract/training-import.ts';
import type { TrainingListRow } from '../../../preload/contract/training-lists.ts';
import { useCall } from '../../calls.ts';
import { ErrorState } from '../../ui/failure.tsx';
import { ListPager, rowsOfPage } from '../../ui/list-pager.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Loading } from '../../ui/states.tsx';
import { ImportProblemRow } from './import-problem-row.tsx';
import { KindFilter, keyOf } from './import-problems.tsx';

type ManyProblemsProps = {
  /** Another one when many rows were changed at once, or other lists wait: those that are in order now go. */
  turn: string;
  onMany: () => void;
  heading: Ref<HTMLSpanElement>;
};

export function ManyProblems({ turn, onMany, heading }: ManyProblemsProps) {
  const { t } = useTranslation('training-lists');
  const lists = useTranslation('lists').t;
  const [page, setPage] = useState(1);
  const [chosen, setChosen] = useState<TrainingProblem | null>(null);
  const [held, setHeld] = useState<Held | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const kinds = useCall('trainingLists.problems', {}, { keepPrevious: true }).data?.kinds ?? [];
  const problem = kinds.some((kind) => keyOf(kind) === keyOf(chosen)) ? chosen : null;
  const found = useCall(
    'trainingLists.rows',
    { problem, page, pageSize: rowsOfPage },
    { keepPrevious: true },
  );
  // Rows that were put right stay where they are until the page is turned: they would jump away under the hands otherwise.
  const place = `${turn} ${page} ${keyOf(problem)}`;
  if (found.data !== undefined && !found.isFetching && held?.place !== place)
    setHeld({ place, rows: found.data.rows.map((row) => ({ shown: row, now: row })) });
  if (found.data === undefined || held === null)
    return found.error === null ? (
      <Loading />
    ) : (
      <ErrorState failure={found.error} onAgain={() => void found.refetch()} />
    );
  const { total } = found.data;
  if (held.rows.length === 0 && total === 0) return null;
  const judged = (at: number, row: TrainingImportRow): void =>
    setHeld({
      place: held.place,
      rows: held.rows.map((one, index) => (index === at ? { ...one, now: row } : one)),
    });
  return (
    <Sheet
      title={
        <span ref={heading} tabIndex={-1}>
          {lists('problems.question', { count: total })}
        </span>
      }
      flush
    >
      {kinds.length > 1 && (
        <div className="filters">
          <KindFilter
            kinds={kinds}
            problem={problem}
            onProblem={(next) => {
              setChosen(next);
              setPage(1);
            }}
          />
        </div>
      )}
      {/* biome-ignore lint/a11y/useSemanticElements: the rows of a page, not a set of fields */}
      <div ref={list} tabIndex={-1} role="group" aria-label={t('problems.list')}>
        {held.rows.map(({ shown, now }, at) => (
          <ImportProblemRow
            key={`${shown.importId} ${shown.number}`}
            importId={shown.importId}
            list={shown.list}
            row={now}
            shown={shown}
            onJudged={(next) => judged(at, next)}
            onMany={async () => onMany()}
          />
        ))}
      </div>
      <ListPager
        page={page}
        total={total}
        onPage={(next) => {
          setPage(next);
          list.current?.focus();
        }}
      />
    </Sheet>
  );
}

/** A page of rows as it was when it was opened, and as each row is now. */
type Held = { place: string; rows: { shown: TrainingListRow; now: TrainingImportRow }[] };
