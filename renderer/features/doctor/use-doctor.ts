// One run of the doctor: its report, and how far it is meanwhile.
import type { Job } from '../../../preload/contract/app.ts';
import type { CallInput, CallOutput } from '../../../preload/contract/index.ts';
import { type Act, useAct, useCall } from '../../calls.ts';

type Run = Act<'doctor.run'> & {
  /** The run as a job, for its progress and to stop it; null when none runs. */
  job: Job | null;
  report: CallOutput<'doctor.run'> | null;
};

export function useDoctor(): Run {
  const act = useAct('doctor.run');
  const last = useCall('doctor.last', {});
  const jobs = useCall('job.list', {}, { enabled: act.busy });
  const job = jobs.data?.jobs.find(({ kind, state }) => kind === 'doctor' && state === 'running') ?? null;
  const run = async (input: CallInput<'doctor.run'>) => {
    const result = await act.run(input);
    if (result.ok) await last.refetch();
    return result;
  };
  return { ...act, run, job: act.busy ? job : null, report: last.data?.report ?? null };
}
