// What is planned, and what the last reading over many clients came to: late, gone on with by itself, or with some to try again.
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../../../preload/contract/index.ts';
import { useAct } from '../../calls.ts';
import { useFormats } from '../../i18n/formats.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNote } from '../../ui/failure.tsx';
import { Note } from '../../ui/note.tsx';

type Status = CallOutput<'rescue.status'>;
type RunNotesProps = {
  status: Status;
  onChangePlan: () => void;
  onTryAgain: () => void;
  /** Trying again is on its way. */
  busy: boolean;
};

export function RunNotes({ status, onChangePlan, onTryAgain, busy }: RunNotesProps) {
  const { t } = useTranslation('rescue');
  const formats = useFormats();
  const drop = useAct('rescue.dropPlan');
  const { plan, run, jobId, toTryAgain, days, api } = status;
  const mayRead = api === 'available' && jobId === null && !(days !== null && days.left < 0);
  const told = run === null ? [] : sentences(run);
  function sentences({
    dueAt,
    startedAt,
    resumedAt,
    waitUntil,
    endedAt,
    clients,
  }: NonNullable<Status['run']>) {
    const late = dueAt !== null && Date.parse(startedAt) - Date.parse(dueAt) > 5 * 60_000;
    return [
      ...(late ? [t('run.late', { due: formats.moment(dueAt), moment: formats.moment(startedAt) })] : []),
      ...(resumedAt === null ? [] : [t('run.resumed', { moment: formats.moment(resumedAt) })]),
      ...(waitUntil === null ? [] : [t('run.waits', { time: formats.time(waitUntil) })]),
      ...(endedAt === null
        ? []
        : [
            t('run.ended', {
              moment: formats.moment(endedAt),
              done: clients.done,
              failed: clients.failed,
              givenUp: clients.givenUp,
            }),
          ]),
    ];
  }
  return (
    <>
      {plan !== null && (
        <Note icon="hourglass">
          <p>{t('plan.set', { moment: formats.moment(plan.dueAt) })}</p>
          <div className="row-of">
            <Button small onPress={onChangePlan}>
              {t('acts.changePlan')}
            </Button>
            <Button small busy={drop.busy} onPress={() => void drop.run({})}>
              {t('acts.dropPlan')}
            </Button>
          </div>
        </Note>
      )}
      {(told.length > 0 || (toTryAgain > 0 && mayRead)) && (
        <Note tone={toTryAgain > 0 ? 'warn' : 'ok'}>
          {told.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
          {toTryAgain > 0 && <p>{t('run.again', { count: toTryAgain })}</p>}
          {toTryAgain > 0 && mayRead && (
            <div className="row-of">
              <Button small icon="again" busy={busy} onPress={onTryAgain}>
                {t('acts.tryAgain', { count: toTryAgain })}
              </Button>
            </div>
          )}
        </Note>
      )}
      <FailureNote failure={drop.failure} />
    </>
  );
}
