// Rows that need somebody: what was found, what to do, and the cells concerned, put right in place when a cell is left.
import { type UseQueryResult, useQueryClient } from '@tanstack/react-query';
import { type Dispatch, type ReactNode, type SetStateAction, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../preload/contract/result.ts';
import { ErrorState } from './failure.tsx';
import { keyOfKind, type ListKind, ListKinds } from './list-kinds.tsx';
import { ListPager } from './list-pager.tsx';
import { Loading } from './states.tsx';

/** Which page of which kind is shown. */
export type ProblemView = { page: number; chosen: ListKind | null };
export const firstProblems: ProblemView = { page: 1, chosen: null };

/** The filter falls away with the last row of its kind. */
export const kindShown = <K extends ListKind>(kinds: readonly K[], { chosen }: ProblemView): K | null =>
  kinds.find((kind) => keyOfKind(kind) === keyOfKind(chosen)) ?? null;

type ListProblemsProps<K extends ListKind, R> = {
  /** `trainingImport`: what its calls begin with. */
  noun: string;
  /** What Continue leads to where every row is in order. */
  none: string;
  problems: { rows: number; kinds: readonly K[] } | undefined;
  found: UseQueryResult<{ rows: R[]; total: number }, Failure>;
  view: ProblemView;
  onView: Dispatch<SetStateAction<ProblemView>>;
  nameOf: (kind: K) => string;
  row: (now: R, shown: R, onJudged: (row: R) => void, onMany: () => Promise<void>) => ReactNode;
};

export function ListProblems<K extends ListKind, R extends { number: number }>(
  props: ListProblemsProps<K, R>,
) {
  const { noun, none, problems, found, view, onView, nameOf, row: drawn } = props;
  const { t } = useTranslation('lists');
  const client = useQueryClient();
  const list = useRef<HTMLDivElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  // A row that was put right stays where it is until the step is left: it would jump away under the hands otherwise.
  const [judged, setJudged] = useState<ReadonlyMap<number, R>>(new Map());
  if (found.data === undefined)
    return found.error === null ? (
      <>
        <h1>{t('steps.problems')}</h1>
        <Loading />
      </>
    ) : (
      <ErrorState failure={found.error} onAgain={() => void found.refetch()} />
    );
  const kinds = problems?.kinds ?? [];
  const { rows, total } = found.data;
  const count = problems?.rows ?? total;
  /** Many rows were changed at once: those that are in order now go, and the focus goes to what is left. */
  const readAgain = async (): Promise<void> => {
    setJudged(new Map());
    // Of the kind that is chosen by now: main may have taken its time.
    onView((now) => ({ ...now, page: 1 }));
    await client.invalidateQueries({
      predicate: ({ queryKey: [name] }) => name === `${noun}.rows` || name === `${noun}.problems`,
    });
    // Whoever is at something else already stays there.
    const { activeElement } = document;
    const left = activeElement === null || activeElement === document.body;
    if (left || list.current?.contains(activeElement)) heading.current?.focus();
  };
  return (
    <>
      <h1 ref={heading} tabIndex={-1}>
        {t('problems.question', { count })}
      </h1>
      <p className="lead">{count === 0 ? none : t('problems.lead')}</p>
      {total > 0 && (
        <div className="sheet import-sheet">
          {kinds.length > 1 && (
            <div className="filters">
              <ListKinds
                kinds={kinds}
                chosen={kindShown(kinds, view)}
                nameOf={nameOf}
                onChoose={(chosen) => onView({ page: 1, chosen })}
              />
            </div>
          )}
          {/* biome-ignore lint/a11y/useSemanticElements: the rows of a page, not a set of fields */}
          <div ref={list} tabIndex={-1} role="group" aria-label={t('problems.list')}>
            {rows.map((row) =>
              drawn(
                judged.get(row.number) ?? row,
                row,
                (next) => setJudged((all) => new Map(all).set(next.number, next)),
                readAgain,
              ),
            )}
          </div>
          <ListPager
            page={view.page}
            total={total}
            onPage={(page) => {
              onView({ ...view, page });
              list.current?.focus();
            }}
          />
        </div>
      )}
    </>
  );
}
