// How the work on the queue stands: done, total, rate, time left and a way to stop; counts while it rests.
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../../../preload/contract/index.ts';
import { useCall } from '../../calls.ts';
import { useFormats } from '../../i18n/formats.ts';
import { Facts } from '../../ui/facts.tsx';
import { ProgressBlock } from '../../ui/progress-block.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { countOf } from './outbox-views.ts';

export function SendingPanel({ status }: { status: CallOutput<'outbox.status'> }) {
  const { t } = useTranslation('outbox');
  const formats = useFormats();
  const jobs = useCall('job.list', {});
  const running = jobs.data?.jobs.find(
    (job) => job.state === 'running' && (job.kind === 'outboxSend' || job.kind === 'outboxResolve'),
  );
  const { counts } = status;
  const accepted = countOf('accepted', counts);
  const refused = countOf('refused', counts);
  const aside = status.paused
    ? t('progress.paused')
    : status.waitUntil !== null
      ? t('progress.waiting', { time: formats.time(status.waitUntil) })
      : running === undefined
        ? t('progress.idle')
        : t(running.kind === 'outboxSend' ? 'progress.running' : 'progress.asking');
  const fact = (label: string, value: number) => ({ label, value: formats.number(value) });
  return (
    <Sheet title={t('progress.title')} aside={aside}>
      {running === undefined ? (
        <Facts
          facts={[
            fact(t('tabs.ready'), counts['ready'] ?? 0),
            fact(t('tabs.unknown'), counts['unknown'] ?? 0),
            fact(t('tabs.refused'), refused),
            fact(t('tabs.accepted'), accepted),
          ]}
        />
      ) : (
        <ProgressBlock
          label={t(running.kind === 'outboxSend' ? 'progress.label' : 'progress.resolveLabel')}
          job={running}
          facts={[t('progress.accepted', { count: accepted }), t('progress.refused', { count: refused })]}
        />
      )}
    </Sheet>
  );
}
