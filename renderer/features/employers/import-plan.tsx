// What becomes of each row of a list of employers, with the difference it makes.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type ImportCounts,
  type ImportOutcome,
  type ImportRow,
  importOutcomeSchema,
} from '../../../preload/contract/employer-import.ts';
import { useCall } from '../../calls.ts';
import { Chip } from '../../ui/chip.tsx';
import { rowsOfPage } from '../../ui/list-pager.tsx';
import { ListPlan, type PlanView } from '../../ui/list-plan.tsx';
import { useImportWords } from './import-words.ts';

export function ImportPlan({ importId, counts }: { importId: string; counts: ImportCounts }) {
  const { t } = useTranslation(['employer-import', 'lists']);
  const words = useImportWords();
  const [view, setView] = useState<PlanView<ImportOutcome>>({ show: 'all', page: 1 });
  const found = useCall(
    'employerImport.rows',
    { importId, ...view, pageSize: rowsOfPage },
    { keepPrevious: true },
  );
  return (
    <ListPlan
      outcomes={importOutcomeSchema.options.map((id) => ({
        id,
        label: t(`outcomes.${id}`),
        rows: counts[id],
      }))}
      total={counts.rows}
      found={found}
      view={view}
      onView={setView}
      columns={[
        {
          header: t('lists:check.place'),
          cell: (row) => (row.sheet === '' ? row.line : words.place(row)),
          quiet: true,
        },
        { header: t('check.employer'), cell: ({ employerName }) => employerName, names: true },
        {
          header: t('lists:check.outcome'),
          cell: ({ outcome }) => {
            const { label, ...look } = words.outcome(outcome);
            return <Chip {...look}>{label}</Chip>;
          },
        },
        { header: t('check.changes'), cell: (row) => <Difference row={row} /> },
      ]}
    />
  );
}

function Difference({ row: { outcome, findings, changes } }: { row: ImportRow }) {
  const { t } = useTranslation('employer-import');
  const words = useImportWords();
  if (outcome === 'refused')
    return findings
      .filter(({ severity }) => severity === 'blocking')
      .map((finding) => <div key={`${finding.rule} ${finding.field}`}>{words.sentence(finding).title}</div>);
  return changes.map(({ field, before, after }) => (
    <span key={field} className="import-change">
      <span className="quiet-text">{words.fieldName(field)}</span> {words.value(field, after)}
      {before !== null && (
        <span className="faint-text"> ({t('check.was', { before: words.value(field, before) })})</span>
      )}
    </span>
  ));
}
