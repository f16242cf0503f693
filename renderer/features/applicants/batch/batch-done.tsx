// A list that is being asked or was: how far it is, what came of it, and what is handed out of it.
import { useTranslation } from 'react-i18next';
import type { Job } from '../../../../preload/contract/app.ts';
import type { CallOutput } from '../../../../preload/contract/index.ts';
import { useAct, useCall } from '../../../calls.ts';
import { useFormats } from '../../../i18n/formats.ts';
import { Button } from '../../../ui/button.tsx';
import { ErrorState, FailureNote } from '../../../ui/failure.tsx';
import { LinkButton } from '../../../ui/link-button.tsx';
import { Note } from '../../../ui/note.tsx';
import { ProgressBlock } from '../../../ui/progress-block.tsx';
import { Loading } from '../../../ui/states.tsx';
import { Receipt } from '../../../wizard/receipt.tsx';
import { HandOut } from './hand-out.tsx';

const mostRows = 200;

/** Only one list is asked at a time; unless it was begun here, one without rows that wait is not it. */
function useBatchJob(jobId: string | null, waiting: number): { running: Job | null; last: Job | null } {
  const jobs = useCall('job.list', {}).data?.jobs.filter(({ kind }) => kind === 'applicantBatch') ?? [];
  const running = jobs.find(({ state }) => state === 'running') ?? null;
  return { running: waiting > 0 || running?.id === jobId ? running : null, last: jobs[0] ?? null };
}

export function BatchDone({ batchId, jobId = null }: { batchId: string; jobId?: string | null }) {
  const { t } = useTranslation('applicant-batch');
  const lists = useCall('applicantBatch.list', {});
  const list = lists.data?.rows.find(({ id }) => id === batchId);
  const { running, last } = useBatchJob(jobId, list?.waiting ?? 0);
  if (lists.error !== null) return <ErrorState failure={lists.error} onAgain={() => void lists.refetch()} />;
  if (list === undefined) return <Loading />;
  if (running !== null)
    return (
      <>
        <h1>{list.name}</h1>
        <ProgressBlock label={t('done.running')} job={running} facts={[t('done.runningFact')]} />
      </>
    );
  return <Asked list={list} last={last} />;
}

type AskedProps = { list: CallOutput<'applicantBatch.list'>['rows'][number]; last: Job | null };

function Asked({ list: { id: batchId, name, createdAt, waiting }, last }: AskedProps) {
  const { t } = useTranslation('applicant-batch');
  const formats = useFormats();
  const resume = useAct('applicantBatch.resume');
  const asked = useCall('applicantRequest.list', { batchId, column: 'asked', pageSize: mostRows });
  const counts = useCall('applicantRequest.counts', { batchId });
  if (asked.error !== null) return <ErrorState failure={asked.error} onAgain={() => void asked.refetch()} />;
  if (asked.data === undefined || counts.data === undefined) return <Loading />;
  const open = asked.data.rows.filter(({ state }) => state === 'open').map(({ id }) => id);
  const notMade = asked.data.rows.filter(({ state }) => state === 'notMade').length;
  // Why it stands still, where that is known: the last list that was asked may be another.
  const failure = waiting > 0 && last?.state === 'failed' ? last.failure : null;
  return (
    <>
      <Receipt
        title={t(waiting > 0 ? 'done.stopped' : 'done.title')}
        reference={name}
        when={formats.moment(createdAt)}
        tone={waiting > 0 || notMade > 0 ? 'warn' : 'ok'}
        what={t('done.what', { asked: open.length, read: counts.data.columns.read })}
      />
      {notMade > 0 && <Note tone="warn">{t('done.notMade', { count: notMade })}</Note>}
      {waiting > 0 && (
        <>
          <FailureNote failure={failure} />
          <Note tone="warn">{t('done.waiting', { count: waiting })}</Note>
          <FailureNote failure={resume.failure} />
          <div className="row-of">
            <Button primary busy={resume.busy} onPress={() => void resume.run({ batchId })}>
              {t('done.goOn')}
            </Button>
          </div>
        </>
      )}
      <HandOut batchId={batchId} open={open} first={waiting === 0} />
      <div className="row-of">
        <LinkButton to={`/applicants/of-batch/${batchId}`} next>
          {t('done.board')}
        </LinkButton>
      </div>
    </>
  );
}
