// How the sending stands: progress while it runs, counts while it rests.
import { useTranslation } from 'react-i18next';
import { useAppState } from '../../app-state.ts';
import { useAct, useCall } from '../../calls.ts';
import { useFormats } from '../../i18n/formats.ts';
import { Button } from '../../ui/button.tsx';
import { Facts } from '../../ui/facts.tsx';
import { TextLink } from '../../ui/link-button.tsx';
import { ProgressBlock } from '../../ui/progress-block.tsx';
import { Sheet } from '../../ui/sheet.tsx';

export function OutboxPanel() {
  const { t } = useTranslation('today');
  const formats = useFormats();
  const { employerId } = useAppState();
  const status = useCall('outbox.status', { employerId });
  const jobs = useCall('job.list', {});
  const pause = useAct('outbox.pause');
  const resume = useAct('outbox.resume');
  const now = status.data;
  if (now === undefined) return null;
  const job = jobs.data?.jobs.find((one) => one.id === now.jobId && one.state === 'running');
  const count = (state: keyof typeof now.counts): number => now.counts[state] ?? 0;
  const aside = now.waitUntil
    ? t('outbox.waiting', { time: formats.time(now.waitUntil) })
    : t(now.paused ? 'outbox.paused' : now.running ? 'outbox.sending' : 'outbox.idle');
  const refused = count('refused');
  const act = now.paused ? (
    <Button small icon="play" busy={resume.busy} onPress={() => void resume.run({})}>
      {t('outbox.resume')}
    </Button>
  ) : now.running ? (
    <Button small icon="pause" busy={pause.busy} onPress={() => void pause.run({})}>
      {t('outbox.pause')}
    </Button>
  ) : null;
  const link = <TextLink to="/outbox">{t('outbox.open')}</TextLink>;
  return (
    <Sheet title={t('outbox.title')} aside={aside}>
      {job === undefined ? (
        <div className="progress">
          <Facts
            facts={[
              { label: t('outbox.ready'), value: formats.number(count('ready')) },
              { label: t('outbox.unknown'), value: formats.number(count('unknown')) },
              { label: t('outbox.refusedLabel'), value: formats.number(refused) },
            ]}
          />
          <div className="row-of">
            {act}
            {link}
          </div>
        </div>
      ) : (
        <ProgressBlock
          label={t('outbox.label')}
          job={job}
          cancellable={false}
          facts={[
            t('outbox.accepted', { count: count('accepted') + count('acceptedWithWarnings') }),
            t('outbox.refused', { count: refused }),
          ]}
          acts={
            <>
              {act}
              {link}
            </>
          }
        />
      )}
    </Sheet>
  );
}
