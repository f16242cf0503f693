// How the feed stands: the last file, what is late or missing, and what goes on at this moment.
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../../../../preload/contract/index.ts';
import { useAct, useCall } from '../../../calls.ts';
import { useFormats } from '../../../i18n/formats.ts';
import { Button } from '../../../ui/button.tsx';
import { FailureNote } from '../../../ui/failure.tsx';
import { TextLink } from '../../../ui/link-button.tsx';
import { Note } from '../../../ui/note.tsx';
import { ProgressBlock } from '../../../ui/progress-block.tsx';

type State = CallOutput<'registerFeed.state'>;

export function FeedStanding({ state }: { state: State }) {
  const { t } = useTranslation('register-feed');
  const formats = useFormats();
  const { lastSequence, lastReferenceDate, missing, lateDays, quarantined, ownerKnown } = state;
  return (
    <>
      {!ownerKnown && (
        <Note tone="warn">
          <strong>{t('owner.title')}</strong>
          <p>{t('owner.what')}</p>
          <TextLink to="/settings/register">{t('owner.do')}</TextLink>
        </Note>
      )}
      {missing.length > 0 && (
        <Note tone="bad">
          <strong>
            {missing.length > 100
              ? t('standing.missingMore', { numbers: inRanges(missing.slice(0, 100)) })
              : t('standing.missing', { count: missing.length, numbers: inRanges(missing) })}
          </strong>
          <p>{t('standing.missingWhat')}</p>
          {lastReferenceDate === null && <p>{t('standing.missingFirst')}</p>}
        </Note>
      )}
      {/* A day that is missing is late as well: said once. */}
      {missing.length === 0 && lateDays !== null && (
        <Note tone="warn">{t('standing.late', { days: lateDays })}</Note>
      )}
      {quarantined > 0 && (
        <Note tone="warn">
          <strong>{t('standing.quarantined', { count: quarantined })}</strong>
          <p>{t('standing.quarantinedWhat')}</p>
          <TextLink to="/register/review">{t('standing.quarantinedDo')}</TextLink>
        </Note>
      )}
      <p role="status">
        {lastReferenceDate === null
          ? t('standing.begins', { sequence: lastSequence + 1 })
          : t('standing.last', { sequence: lastSequence, day: formats.day(lastReferenceDate) })}
      </p>
      {state.jobId === null ? <Waiting next={lastSequence + 1} /> : <Running jobId={state.jobId} />}
    </>
  );
}

/** `[3, 4, 5, 9]` → `3–5, 9`. */
export function inRanges(numbers: readonly number[]): string {
  const ranges: [number, number][] = [];
  for (const one of numbers) {
    const last = ranges.at(-1);
    if (last !== undefined && last[1] === one - 1) last[1] = one;
    else ranges.push([one, one]);
  }
  return ranges.map(([from, to]) => (from === to ? String(from) : `${from}–${to}`)).join(', ');
}

function Running({ jobId }: { jobId: string }) {
  const { t } = useTranslation('register-feed');
  const job = useCall('job.list', {}).data?.jobs.find(({ id }) => id === jobId);
  return job === undefined ? null : <ProgressBlock label={t('standing.running')} job={job} />;
}

/** Stopped before it was made true, it waits until somebody says so or the app starts again. */
function Waiting({ next }: { next: number }) {
  const { t } = useTranslation('register-feed');
  const files = useCall('registerFeed.files', {});
  const resume = useAct('registerFeed.resume');
  if (files.data?.rows.some(({ state }) => state === 'ready') !== true) return null;
  return (
    <Note>
      <p>{t('standing.ready', { sequence: next })}</p>
      <FailureNote failure={resume.failure} />
      <Button small busy={resume.busy} onPress={() => void resume.run({})}>
        {t('standing.goOn')}
      </Button>
    </Note>
  );
}
