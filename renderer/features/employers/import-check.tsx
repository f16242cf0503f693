// Everything that will happen, in counts and row by row with the difference, before anything is changed.
import { useTranslation } from 'react-i18next';
import type { ImportCounts } from '../../../preload/contract/employer-import.ts';
import { useCall } from '../../calls.ts';
import { Note } from '../../ui/note.tsx';
import { ProgressBlock } from '../../ui/progress-block.tsx';
import { Answers } from '../../wizard/answers.tsx';
import { ImportPlan } from './import-plan.tsx';

export function ImportCheck({ importId, counts }: { importId: string; counts: ImportCounts }) {
  const { t } = useTranslation(['employer-import', 'lists']);
  const job = useCall('job.list', {}).data?.jobs.find(
    (one) => one.kind === 'employerImport' && one.state === 'running',
  );
  const nothing = counts.newEmployers + counts.changedEmployers === 0;
  const { same, refused, leftOut } = counts;
  return (
    <>
      <h1>{t(nothing ? 'check.nothing' : 'lists:check.question')}</h1>
      {nothing ? (
        <Note>{t('check.nothingWhat', { same, refused })}</Note>
      ) : (
        <Answers
          answers={[
            { label: t('check.newEmployers'), value: counts.newEmployers },
            { label: t('check.changedEmployers'), value: counts.changedEmployers },
            { label: t('check.establishments'), value: counts.establishments },
            { label: t('check.routes'), value: counts.routes, small: t('check.routesHint') },
            { label: t('check.mandates'), value: counts.mandates },
            { label: t('lists:check.rest'), value: t('check.restValue', { same, refused, leftOut }) },
          ]}
        />
      )}
      {job !== undefined && <ProgressBlock label={t('lists:check.running')} job={job} />}
      <ImportPlan importId={importId} counts={counts} />
    </>
  );
}
