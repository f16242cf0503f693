// How far the reading or judging of a long list is, with a way to stop it; a short one is done before it would show.
import { useTranslation } from 'react-i18next';
import { useCall } from '../../calls.ts';
import { ProgressBlock } from '../../ui/progress-block.tsx';

export function ImportProgress() {
  const { t } = useTranslation('training-import');
  const job = useCall('job.list', {}).data?.jobs.find(
    ({ kind, state, done }) => kind === 'trainingList' && state === 'running' && done > 0,
  );
  if (job === undefined) return null;
  return <ProgressBlock label={t('reading')} facts={[t('reading')]} job={job} />;
}
