// While an archive is made: how far it is, and a way to stop it.
import { useTranslation } from 'react-i18next';
import { useCall } from '../../calls.ts';
import { ProgressBlock } from '../../ui/progress-block.tsx';
import { Sheet } from '../../ui/sheet.tsx';

export function MakingArchive() {
  const { t } = useTranslation('rescue');
  const jobs = useCall('job.list', {}).data?.jobs ?? [];
  const job = jobs.find(({ kind, state }) => kind === 'rescueExport' && state === 'running');
  if (job === undefined) return null;
  return (
    <Sheet title={t('making')}>
      <ProgressBlock label={t('making')} job={job} />
    </Sheet>
  );
}
