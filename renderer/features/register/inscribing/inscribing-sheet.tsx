// Lines that the inscription service is not known to have: how many, what would happen, inscribing them in one go, and what was refused.
// Nothing stands here while no connection is on.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../../../../preload/contract/index.ts';
import { failureCodeSchema } from '../../../../preload/contract/result.ts';
import { useAct, useCall } from '../../../calls.ts';
import { useFormats } from '../../../i18n/formats.ts';
import { Button } from '../../../ui/button.tsx';
import { FailureNote } from '../../../ui/failure.tsx';
import { Note } from '../../../ui/note.tsx';
import { ProgressBlock } from '../../../ui/progress-block.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import { InscribingPreview } from './inscribing-preview.tsx';
import { RefusedLines } from './refused-lines.tsx';

type State = CallOutput<'registerInscribing.state'>;
type Preview = CallOutput<'registerInscribing.preview'>;

export function InscribingSheet() {
  const { t } = useTranslation('register');
  const state = useCall('registerInscribing.state', {}, { keepPrevious: true }).data;
  const [preview, setPreview] = useState<Preview | null>(null);
  const look = useAct('registerInscribing.preview');
  const start = useAct('registerInscribing.start');
  if (state?.connected !== true) return null;
  const begin = async (again: boolean): Promise<void> => {
    const done = await start.run({ again });
    if (done.ok) setPreview(null);
  };
  const show = async (): Promise<void> => {
    const done = await look.run({ again: false });
    if (done.ok) setPreview(done.value);
  };
  const { lines, more, jobId, refused } = state;
  return (
    <Sheet
      title={t('inscribing.title')}
      aside={t(more ? 'inscribing.moreLines' : 'inscribing.lines', { count: lines })}
      stacked
    >
      <p>{t(lines === 0 && jobId === null ? 'inscribing.all' : 'inscribing.what')}</p>
      {jobId === null ? <Standing state={state} /> : <Running jobId={jobId} />}
      <FailureNote failure={look.failure ?? start.failure} />
      {preview !== null && jobId === null && <InscribingPreview preview={preview} />}
      {jobId === null && (lines > 0 || preview !== null) && (
        <div className="row-of">
          {preview !== null && preview.lines > 0 && (
            <Button primary busy={start.busy} onPress={() => void begin(false)}>
              {t('inscribing.start', { count: preview.lines })}
            </Button>
          )}
          <Button busy={look.busy} onPress={() => void show()}>
            {t('inscribing.preview')}
          </Button>
        </div>
      )}
      {refused > 0 && (
        <RefusedLines total={refused} busy={start.busy || jobId !== null} onAgain={() => void begin(true)} />
      )}
    </Sheet>
  );
}

function Running({ jobId }: { jobId: string }) {
  const { t } = useTranslation('register');
  const job = useCall('job.list', {}).data?.jobs.find(({ id }) => id === jobId);
  return job === undefined ? null : <ProgressBlock label={t('inscribing.running')} job={job} />;
}

/** What came of the last time: stopped by somebody or by what stood in the way, or done. */
function Standing({ state: { run, lines } }: { state: State }) {
  const { t } = useTranslation(['register', 'errors']);
  const formats = useFormats();
  const start = useAct('registerInscribing.start');
  if (run === null || run.state === 'running') return null;
  const { inscribed, already, refused } = run;
  const counts = { moment: formats.moment(run.startedAt), inscribed, already, refused };
  if (run.state === 'done') return <p role="status">{t('inscribing.done', counts)}</p>;
  const why = failureCodeSchema.safeParse(run.failure);
  return (
    <Note tone={why.success ? 'warn' : 'info'}>
      <p role="status">
        {t('inscribing.stopped', { count: lines })} {why.success && t(`errors:${why.data}`)}
      </p>
      <FailureNote failure={start.failure} />
      {lines > 0 && (
        <Button small busy={start.busy} onPress={() => void start.run({ again: false })}>
          {t('inscribing.goOn')}
        </Button>
      )}
    </Note>
  );
}
