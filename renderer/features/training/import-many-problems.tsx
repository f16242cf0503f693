// Rows of all waiting lists that need somebody, in one list: each with its cells, put right in place.
import { type Ref, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TrainingProblem } from '../../../preload/contract/training-import.ts';
import type { TrainingListRow, WaitingList } from '../../../preload/contract/training-lists.ts';
import { useCall } from '../../calls.ts';
import { ErrorState } from '../../ui/failure.tsx';
import { ListPager, rowsOfPage } from '../../ui/list-pager.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Loading } from '../../ui/states.tsx';
import { type HeldRow, isRow, readAnew } from './held-rows.ts';
import { ImportProblemRow } from './import-problem-row.tsx';
import { KindFilter, keyOf } from './import-problems.tsx';

type ManyProblemsProps = {
  /** Another one when many rows were changed at once: those that came into order by that go. */
  turn: number;
  /** Where others wait, or one is somebody else's, the rows are new ones. */
  lists: readonly Pick<WaitingList, 'id' | 'employerId'>[];
  onMany: () => Promise<void>;
  heading: Ref<HTMLSpanElement>;
};

export function ManyProblems({ turn, lists: waiting, onMany, heading }: ManyProblemsProps) {
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
  const ids = waiting.map(({ id }) => id);
  const view = `${page} ${keyOf(problem)} ${waiting.map(({ id, employerId }) => `${id} ${employerId}`).join()}`;
  if (found.data !== undefined && !found.isFetching && (held?.view !== view || held.turn !== turn))
    setHeld({ view, turn, rows: readAnew(held?.view === view ? held.rows : [], found.data.rows, ids) });
  if (found.data === undefined || held === null)
    return found.error === null ? (
      <Loading />
    ) : (
      <ErrorState failure={found.error} onAgain={() => void found.refetch()} />
    );
  const { total } = found.data;
  // The heading stays where the last problem was put right with many others: the focus stands on it.
  if (held.rows.length === 0 && total === 0 && turn === 0) return null;
  const change = (of: TrainingListRow, what: Partial<HeldRow>): void =>
    setHeld(
      (old) =>
        old && {
          ...old,
          rows: old.rows.map((one) => (isRow(one.shown, of) ? { ...one, ...what } : one)),
        },
    );
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
        {held.rows.map(({ shown, now, touched }) => (
          <ImportProblemRow
            key={`${shown.importId} ${shown.number}`}
            importId={shown.importId}
            list={shown.list}
            row={now}
            shown={shown}
            onEnter={() => !touched && change(shown, { touched: true })}
            onJudged={(next) => change(shown, { now: next })}
            onMany={onMany}
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
type Held = { view: string; turn: number; rows: HeldRow[] };
