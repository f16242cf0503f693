// Rows of a list of trainings that need somebody.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TrainingProblem } from '../../../preload/contract/training-import.ts';
import { useCall } from '../../calls.ts';
import { keyOfKind, ListKinds } from '../../ui/list-kinds.tsx';
import { rowsOfPage } from '../../ui/list-pager.tsx';
import { firstProblems, kindShown, ListProblems } from '../../ui/list-problems.tsx';
import { ImportProblemRow } from './import-problem-row.tsx';
import { useImportWords } from './import-words.ts';

type Kind = TrainingProblem & { rows: number };

export function ImportProblems({ importId }: { importId: string }) {
  const { t } = useTranslation('training-import');
  const words = useImportWords();
  const [view, setView] = useState(firstProblems);
  const problems = useCall('trainingImport.problems', { importId }).data;
  const problem = withoutRows(kindShown(problems?.kinds ?? [], view));
  const { page } = view;
  const found = useCall(
    'trainingImport.rows',
    { importId, show: 'attention', problem, page, pageSize: rowsOfPage },
    { keepPrevious: true },
  );
  return (
    <ListProblems
      noun="trainingImport"
      none={t('problems.none')}
      problems={problems}
      found={found}
      view={view}
      onView={setView}
      nameOf={(kind) => words.kind(kind)}
      row={(row, shown, onJudged, onMany) => (
        <ImportProblemRow
          key={row.number}
          importId={importId}
          row={row}
          shown={shown}
          onJudged={onJudged}
          onMany={onMany}
        />
      )}
    />
  );
}

const withoutRows = (kind: Kind | null): TrainingProblem | null =>
  kind === null ? null : { rule: kind.rule, severity: kind.severity, field: kind.field };

export const keyOf = (problem: TrainingProblem | null): string => keyOfKind(problem);

type KindFilterProps = {
  kinds: readonly Kind[];
  problem: TrainingProblem | null;
  onProblem: (problem: TrainingProblem | null) => void;
};

/** Only the rows with one kind of problem. */
export function KindFilter({ kinds, problem, onProblem }: KindFilterProps) {
  const words = useImportWords();
  return (
    <ListKinds
      kinds={kinds}
      chosen={problem}
      nameOf={(kind) => words.kind(kind)}
      onChoose={(kind) => onProblem(withoutRows(kind))}
    />
  );
}
