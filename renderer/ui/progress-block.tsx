// Long work: how much is done, how fast, how long still, and a way to stop it.
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Job } from '../../preload/contract/app.ts';
import { useAct } from '../calls.ts';
import { useFormats } from '../i18n/formats.ts';
import { Button } from './button.tsx';

type ProgressBlockProps = {
  label: string;
  job: Pick<Job, 'id' | 'done' | 'total' | 'perMinute' | 'secondsLeft'>;
  /** Two short facts under the bar. */
  facts?: ReactNode[];
  acts?: ReactNode;
  cancellable?: boolean;
};

export function ProgressBlock({ label, job, facts = [], acts, cancellable = true }: ProgressBlockProps) {
  const { t } = useTranslation('shell');
  const formats = useFormats();
  const cancel = useAct('job.cancel');
  const words =
    job.total === null
      ? formats.number(job.done)
      : t('progress.of', { done: formats.number(job.done), total: formats.number(job.total) });
  const minutes = job.secondsLeft === null ? null : Math.max(1, Math.round(job.secondsLeft / 60));
  return (
    <div className="progress">
      <div className="numbers">
        <strong>{words}</strong>
        {job.perMinute !== null && (
          <span>
            {t('progress.rate', { rate: formats.number(Math.round(job.perMinute)) })}
            {minutes !== null && t('progress.left', { minutes })}
          </span>
        )}
      </div>
      <progress aria-label={label} value={job.done} max={Math.max(job.total ?? job.done + 1, 1)}>
        {words}
      </progress>
      {facts.length > 0 && (
        <div className="numbers">
          {facts.map((fact) => (
            <span key={String(fact)}>{fact}</span>
          ))}
        </div>
      )}
      <div className="row-of">
        {acts}
        {cancellable && (
          <Button small onPress={() => void cancel.run({ id: job.id })} busy={cancel.busy}>
            {t('progress.cancel')}
          </Button>
        )}
      </div>
    </div>
  );
}
