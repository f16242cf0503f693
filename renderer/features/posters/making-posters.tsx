// Posters on their way, and what came of it: long work that goes on when the page is left, and is found again here.

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Job } from '../../../preload/contract/app.ts';
import { useAppState } from '../../app-state.ts';
import { useAct, useCall } from '../../calls.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNote } from '../../ui/failure.tsx';
import { Note } from '../../ui/note.tsx';
import { OpenSaved } from '../../ui/open-saved.tsx';
import { ProgressBlock } from '../../ui/progress-block.tsx';

/** The last posters that were begun, whatever became of them. */
export function usePosterJob(): Job | undefined {
  const jobs = useCall('job.list', {}).data?.jobs.filter(({ kind }) => kind === 'posters') ?? [];
  return jobs.reduce<Job | undefined>(
    (last, job) => (last === undefined || job.startedAt >= last.startedAt ? job : last),
    undefined,
  );
}

export function MakingPosters({ job }: { job: Job | undefined }) {
  const { t } = useTranslation('posters');
  if (job === undefined) return null;
  if (job.state === 'running')
    return (
      <ProgressBlock
        label={t('making.label')}
        job={job}
        facts={[t(job.done === 0 ? 'making.drawing' : 'making.reading')]}
        acts={<PauseButton />}
      />
    );
  if (job.state === 'done') return <MadePosters jobId={job.id} />;
  if (job.state === 'cancelled' || job.failure === null) return <Note announce>{t('making.cancelled')}</Note>;
  return <FailureNote failure={job.failure} />;
}

/** Waits after the step that is under way. */
function PauseButton() {
  const { t } = useTranslation('posters');
  const state = useCall('poster.making', {});
  const pause = useAct('poster.pause');
  const paused = state.data?.paused === true;
  const press = async (): Promise<void> => {
    await pause.run({ paused: !paused });
    await state.refetch();
  };
  return (
    <Button small busy={pause.busy} onPress={() => void press()}>
      {t(paused ? 'making.goOn' : 'making.pause')}
    </Button>
  );
}

function MadePosters({ jobId }: { jobId: string }) {
  const { t } = useTranslation('posters');
  const practice = useAppState().environment.kind === 'practice';
  const made = useCall('poster.made', { jobId });
  const save = useAct('poster.save');
  const [saved, setSaved] = useSaved(jobId);
  // Made for another window, or long ago: nothing to tell.
  if (made.data === undefined) return null;
  const { pages, verified, numberOnly } = made.data;
  const press = async (): Promise<void> => {
    const result = await save.run({ jobId });
    if (result.ok) setSaved(result.value.saved ? result.value.name : null);
  };
  return (
    <>
      <Note tone="ok" announce>
        <p>
          <strong>{t('made.pages', { count: pages })}</strong>
        </p>
        <p>{t('made.verified', { count: verified })}</p>
        {numberOnly > 0 && <p>{t('made.numberOnly', { count: numberOnly })}</p>}
        {practice && <p>{t('made.practice')}</p>}
      </Note>
      <FailureNote failure={save.failure} />
      <div className="row-of">
        <Button primary icon="download" busy={save.busy} onPress={() => void press()}>
          {t('made.save')}
        </Button>
      </div>
      {saved !== null && (
        <Note tone="ok" announce>
          {t('made.saved', { name: saved })} <OpenSaved name={saved} />
        </Note>
      )}
    </>
  );
}

/** The name under which these were saved; of others nothing is known. */
function useSaved(jobId: string): [string | null, (name: string | null) => void] {
  const [saved, setSaved] = useState<{ jobId: string; name: string } | null>(null);
  return [
    saved?.jobId === jobId ? saved.name : null,
    (name) => setSaved(name === null ? null : { jobId, name }),
  ];
}
