// Rows of a list of employers that need somebody.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall } from '../../calls.ts';
import { rowsOfPage } from '../../ui/list-pager.tsx';
import { firstProblems, kindShown, ListProblems } from '../../ui/list-problems.tsx';
import { ImportProblemRow } from './import-problem-row.tsx';
import { useImportWords } from './import-words.ts';

export function ImportProblems({ importId }: { importId: string }) {
  const { t } = useTranslation('employer-import');
  const words = useImportWords();
  const [view, setView] = useState(firstProblems);
  const problems = useCall('employerImport.problems', { importId }).data;
  const kind = kindShown(problems?.kinds ?? [], view);
  const problem = kind === null ? null : { rule: kind.rule, field: kind.field };
  const { page } = view;
  const found = useCall(
    'employerImport.rows',
    { importId, show: 'attention', problem, page, pageSize: rowsOfPage },
    { keepPrevious: true },
  );
  return (
    <ListProblems
      noun="employerImport"
      none={t('problems.none')}
      problems={problems}
      found={found}
      view={view}
      onView={setView}
      nameOf={(one) => words.kind(one)}
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
