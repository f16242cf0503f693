// Rows that need somebody: what was found, what to do, and the cells concerned, put right in place when a cell is left.
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TrainingImportRow, TrainingProblem } from '../../../preload/contract/training-import.ts';
import { useCall } from '../../calls.ts';
import { ErrorState } from '../../ui/failure.tsx';
import { ListPager, rowsOfPage } from '../../ui/list-pager.tsx';
import { Loading } from '../../ui/states.tsx';
import { ImportProblemRow } from './import-problem-row.tsx';
import { useImportWords } from './import-words.ts';

export function ImportProblems({ importId }: { importId: string }) {
  const { t } = useTranslation('training-import');
  const client = useQueryClient();
  const [page, setPage] = useState(1);
  const [chosen, setChosen] = useState<TrainingProblem | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const problems = useCall('trainingImport.problems', { importId }).data;
  const kinds = problems?.kinds ?? [];
  // The filter falls away with the last row of its kind.
  const problem = kinds.some((kind) => keyOf(kind) === keyOf(chosen)) ? chosen : null;
  const found = useCall(
    'trainingImport.rows',
    { importId, show: 'attention', problem, page, pageSize: rowsOfPage },
    { keepPrevious: true },
  );
  // A row that was put right stays where it is until the step is left: it would jump away under the hands otherwise.
  const [judged, setJudged] = useState<ReadonlyMap<number, TrainingImportRow>>(new Map());
  if (found.data === undefined)
    return found.error === null ? (
      <>
        <h1>{t('steps.problems')}</h1>
        <Loading />
      </>
    ) : (
      <ErrorState failure={found.error} onAgain={() => void found.refetch()} />
    );
  const { rows, total } = found.data;
  const count = problems?.rows ?? total;
  /** Many rows were changed at once: those that are in order now go, and the focus goes to what is left. */
  const readAgain = async (): Promise<void> => {
    setJudged(new Map());
    setPage(1);
    await client.invalidateQueries({
      predicate: ({ queryKey: [name] }) =>
        name === 'trainingImport.rows' || name === 'trainingImport.problems',
    });
    heading.current?.focus();
  };
  return (
    <>
      <h1 ref={heading} tabIndex={-1}>
        {t('problems.question', { count })}
      </h1>
      <p className="lead">{t(count === 0 ? 'problems.none' : 'problems.lead')}</p>
      {total > 0 && (
        <div className="sheet import-sheet">
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
            {rows.map((row) => (
              <ImportProblemRow
                key={row.number}
                importId={importId}
                row={judged.get(row.number) ?? row}
                shown={row}
                onJudged={(next) => setJudged((all) => new Map(all).set(next.number, next))}
                onMany={readAgain}
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
        </div>
      )}
    </>
  );
}

const keyOf = (problem: TrainingProblem | null): string =>
  problem === null ? '' : `${problem.rule} ${problem.severity} ${problem.field ?? ''}`;

type KindFilterProps = {
  kinds: readonly (TrainingProblem & { rows: number })[];
  problem: TrainingProblem | null;
  onProblem: (problem: TrainingProblem | null) => void;
};

/** Only the rows with one kind of problem. */
function KindFilter({ kinds, problem, onProblem }: KindFilterProps) {
  const { t } = useTranslation('training-import');
  const words = useImportWords();
  return (
    <select
      className="input select small"
      aria-label={t('problems.filter')}
      value={keyOf(problem)}
      onChange={(event) => {
        const kind = kinds.find((one) => keyOf(one) === event.target.value);
        onProblem(
          kind === undefined ? null : { rule: kind.rule, severity: kind.severity, field: kind.field },
        );
      }}
    >
      <option value="">{t('problems.all')}</option>
      {kinds.map((kind) => (
        <option key={keyOf(kind)} value={keyOf(kind)}>
          {words.kind(kind)}
        </option>
      ))}
    </select>
  );
}
