// The rows of a planning that cannot be read: put right in place, left out, or saved to be sent back.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAppState } from '../../app-state.ts';
import { call } from '../../bridge.ts';
import { useCall } from '../../calls.ts';
import { rowsOfPage } from '../../ui/list-pager.tsx';
import { firstProblems, kindShown, ListProblems } from '../../ui/list-problems.tsx';
import { ListSave } from '../../ui/list-save.tsx';
import { TakeInRow } from './take-in-row.tsx';
import { useTakeInWords } from './take-in-words.ts';

export function TakeInRefused({ importId }: { importId: string }) {
  const { t } = useTranslation(['planning', 'lists']);
  const { language } = useAppState();
  const words = useTakeInWords();
  const [view, setView] = useState(firstProblems);
  const there = { enabled: importId !== '' };
  const problems = useCall('planningImport.problems', { importId }, there).data;
  const kind = kindShown(problems?.kinds ?? [], view);
  const problem = kind === null ? null : { rule: kind.rule, field: kind.field };
  const found = useCall(
    'planningImport.rows',
    { importId, problem, page: view.page, pageSize: rowsOfPage },
    { ...there, keepPrevious: true },
  );
  return (
    <>
      <ListProblems
        noun="planningImport"
        none={t('refused.ok')}
        problems={problems}
        found={found}
        view={view}
        onView={setView}
        nameOf={(one) => words.kind(one)}
        row={(row, shown, onJudged, onMany) => (
          <TakeInRow
            key={row.number}
            importId={importId}
            row={row}
            shown={shown}
            onJudged={onJudged}
            onMany={onMany}
          />
        )}
      />
      {(found.data?.total ?? 0) > 0 && (
        <ListSave
          forms={[
            { form: null, label: t('lists:done.saveSame') },
            { form: 'xlsx' as const, label: t('lists:done.saveXlsx') },
            { form: 'csv' as const, label: t('lists:done.saveCsv') },
          ]}
          onSave={(format) => call('planningImport.saveRefused', { importId, format, language })}
        />
      )}
    </>
  );
}
