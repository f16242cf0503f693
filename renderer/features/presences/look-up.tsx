// Asks the service for a period: the act, how far it is, and what came of it.
import { useTranslation } from 'react-i18next';
import { useAct, useCall } from '../../calls.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNote } from '../../ui/failure.tsx';
import { ProgressBlock } from '../../ui/progress-block.tsx';
import { ArrangeInPractice } from '../employers/arrange-in-practice.tsx';

type LookUpProps = { employerId: string | null; from: string; to: string; small?: boolean };

export function LookUpButton({ employerId, from, to, small = false }: LookUpProps) {
  const { t } = useTranslation('presences');
  const job = useLookUp();
  const lookUp = useAct('presence.lookUp');
  return (
    <Button
      small={small}
      icon="download"
      busy={lookUp.busy || job?.state === 'running'}
      blocked={employerId === null && t('lookUp.chooseEmployer')}
      onPress={() => {
        if (employerId !== null) void lookUp.run({ employerId, from, to, withSubcontractors: true });
      }}
    >
      {t('lookUp.act')}
    </Button>
  );
}

/** The look-up that runs, or the last one. */
export function useLookUp() {
  const jobs = useCall('job.list', {}).data?.jobs ?? [];
  return jobs
    .filter(({ kind }) => kind === 'presenceLookUp')
    .sort((a, b) => a.startedAt.localeCompare(b.startedAt))
    .at(-1);
}

export function LookUpProgress({ employerId }: { employerId: string | null }) {
  const { t } = useTranslation('presences');
  const job = useLookUp();
  if (job === undefined) return null;
  if (job.state === 'running') return <ProgressBlock label={t('lookUp.running')} job={job} />;
  const failure = job.state === 'failed' ? job.failure : null;
  return (
    <>
      <FailureNote failure={failure} />
      <ArrangeInPractice failure={failure} employerId={employerId} />
    </>
  );
}
