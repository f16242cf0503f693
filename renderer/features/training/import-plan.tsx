// What becomes of each row of a list of trainings.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type TrainingImportCounts,
  type TrainingImportOutcome,
  trainingImportOutcomeSchema,
} from '../../../preload/contract/training-import.ts';
import { useCall } from '../../calls.ts';
import { Chip } from '../../ui/chip.tsx';
import { textOf } from '../../ui/list-fix.ts';
import { rowsOfPage } from '../../ui/list-pager.tsx';
import { ListPlan, type PlanView } from '../../ui/list-plan.tsx';
import { useImportWords } from './import-words.ts';

export function ImportPlan({ importId, counts }: { importId: string; counts: TrainingImportCounts }) {
  const { t } = useTranslation(['training-import', 'lists']);
  const words = useImportWords();
  const [view, setView] = useState<PlanView<TrainingImportOutcome>>({ show: 'all', page: 1 });
  const found = useCall(
    'trainingImport.rows',
    { importId, ...view, pageSize: rowsOfPage },
    { keepPrevious: true },
  );
  return (
    <ListPlan
      outcomes={trainingImportOutcomeSchema.options.map((id) => ({
        id,
        label: t(`outcomes.${id}`),
        rows: counts[id],
      }))}
      total={counts.rows}
      found={found}
      view={view}
      onView={setView}
      columns={[
        { header: t('lists:check.place'), cell: ({ line }) => line, quiet: true },
        { header: t('check.worker'), cell: ({ workerName }) => workerName, names: true },
        { header: t('check.training'), cell: (row) => textOf(row, 'title') },
        { header: t('check.start'), cell: (row) => textOf(row, 'startDate') },
        {
          header: t('lists:check.outcome'),
          cell: ({ outcome }) => {
            const { label, ...look } = words.outcome(outcome);
            return <Chip {...look}>{label}</Chip>;
          },
        },
        {
          header: t('check.why'),
          cell: ({ findings }) =>
            findings
              .filter(({ severity }) => severity !== 'notice')
              .map((finding) => (
                <div key={`${finding.rule} ${finding.field}`}>
                  {words.about(finding)}
                  {words.sentence(finding).title}
                </div>
              )),
        },
      ]}
    />
  );
}
