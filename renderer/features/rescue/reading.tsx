// What is being read now, with its pace and the time left; after a stop, what is left and the way on.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct, useCall } from '../../calls.ts';
import { useFormats } from '../../i18n/formats.ts';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/dialog.tsx';
import { FailureNote } from '../../ui/failure.tsx';
import { Note } from '../../ui/note.tsx';
import { ProgressBlock } from '../../ui/progress-block.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { useNoticeFirst } from './notice-gate.tsx';

/** `employerId`: give up for this client only; null for all. */
export function Reading({ employerId }: { employerId: string | null }) {
  const { t } = useTranslation('rescue');
  const formats = useFormats();
  const status = useCall('rescue.status', {}, { keepPrevious: true }).data;
  const jobs = useCall('job.list', {}).data?.jobs ?? [];
  const pause = useAct('rescue.pause');
  const resume = useAct('rescue.resume');
  const notice = useNoticeFirst();
  const cancel = useAct('rescue.cancel');
  const [asking, setAsking] = useState(false);
  if (status === undefined) return null;
  const job = jobs.find(({ id, state }) => id === status.jobId && state === 'running');
  const left = status.counts.waiting + status.counts.asked;
  const failure = pause.failure ?? resume.failure ?? cancel.failure ?? status.lastFailure;
  const giveUp = (
    <Button small onPress={() => setAsking(true)}>
      {t(employerId === null ? 'acts.giveUp' : 'acts.giveUpOne')}
    </Button>
  );
  const { run } = status;
  const clients =
    run === null
      ? null
      : t('run.clients', {
          done: run.clients.done + run.clients.failed + run.clients.givenUp,
          total: Object.values(run.clients).reduce((sum, one) => sum + one, 0),
        });
  return (
    <>
      {status.jobId !== null && job !== undefined && (
        <Sheet title={t('running')}>
          <ProgressBlock
            label={t('running')}
            job={job}
            cancellable={false}
            facts={[
              ...(clients === null ? [] : [clients]),
              ...(status.waitUntil === null
                ? []
                : [t('waitUntil', { time: formats.time(status.waitUntil) })]),
            ]}
            acts={
              <>
                <Button small icon="pause" busy={pause.busy} onPress={() => void pause.run({})}>
                  {t('acts.pause')}
                </Button>
                {giveUp}
              </>
            }
          />
        </Sheet>
      )}
      {status.jobId === null && left > 0 && status.api === 'available' && (
        <Note icon="hourglass">
          <p>{t('left', { count: left })}</p>
          <div className="row-of">
            <Button
              small
              icon="play"
              busy={resume.busy}
              onPress={() => notice.first(() => void resume.run({}))}
            >
              {t('acts.resume')}
            </Button>
            {giveUp}
          </div>
        </Note>
      )}
      <FailureNote failure={failure} />
      {notice.dialog}
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        title={t('giveUp.title')}
        act={t(employerId === null ? 'acts.giveUp' : 'acts.giveUpOne')}
        busy={cancel.busy}
        danger
        onAct={() => void cancel.run({ employerId }).then(() => setAsking(false))}
      >
        <p>{t('giveUp.what')}</p>
      </ConfirmDialog>
    </>
  );
}
