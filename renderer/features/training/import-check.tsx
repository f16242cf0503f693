// Everything that will happen, in counts, with duplicates as the person wants them, before anything is added to the register.
import { useTranslation } from 'react-i18next';
import type { TrainingImportCounts } from '../../../preload/contract/training-import.ts';
import { useCall } from '../../calls.ts';
import { RadioGroup } from '../../ui/choice-fields.tsx';
import { Note } from '../../ui/note.tsx';
import { ProgressBlock } from '../../ui/progress-block.tsx';
import { Answers } from '../../wizard/answers.tsx';
import { ImportPlan } from './import-plan.tsx';
import type { Duplicates } from './use-import.ts';

type ImportCheckProps = {
  importId: string;
  counts: TrainingImportCounts;
  duplicates: Duplicates;
  onDuplicates: (next: Duplicates) => void;
};

export function ImportCheck({ importId, counts, duplicates, onDuplicates }: ImportCheckProps) {
  const { t } = useTranslation(['training-import', 'lists']);
  const job = useCall('job.list', {}).data?.jobs.find(
    (one) => one.kind === 'trainingImport' && one.state === 'running',
  );
  const { create, duplicate, there, refused, leftOut, workers, employers } = counts;
  const nothing = create + duplicate === 0;
  return (
    <>
      <h1>{t(nothing ? 'check.nothing' : 'lists:check.question')}</h1>
      {nothing ? (
        <Note>{t('check.nothingWhat', { there, refused })}</Note>
      ) : (
        <Answers
          answers={[
            {
              label: t('check.create'),
              value: create + (duplicates === 'add' ? duplicate : 0),
              small: t('check.createSmall', { workers, employers }),
            },
            { label: t('check.warned'), value: counts.warned },
            { label: t('lists:check.rest'), value: t('check.restValue', { there, refused, leftOut }) },
          ]}
        />
      )}
      {duplicate > 0 && (
        <RadioGroup
          name="duplicates"
          label={t('check.duplicates', { count: duplicate })}
          hint={t('check.duplicatesWhat')}
          choices={[
            { value: 'leaveOut', label: t('check.leaveOut'), hint: t('check.leaveOutHint') },
            { value: 'add', label: t('check.add'), hint: t('check.addHint') },
          ]}
          value={duplicates}
          onChange={onDuplicates}
        />
      )}
      {job !== undefined && <ProgressBlock label={t('lists:check.running')} job={job} />}
      <ImportPlan importId={importId} counts={counts} />
    </>
  );
}
