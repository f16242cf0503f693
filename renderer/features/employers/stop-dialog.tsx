// Stopping a right, a certificate, an account or a mandate: what waits for that way, per employer, and what becomes of it.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Account } from '../../../preload/contract/accounts.ts';
import { fail, type Result } from '../../../preload/contract/result.ts';
import type { Mandate, Stop, StopPreview } from '../../../preload/contract/routes.ts';
import type { Service } from '../../../preload/contract/services.ts';
import { quarterOf, readQuarter } from '../../../preload/rules/employers/quarters.ts';
import { useAct, useCall } from '../../calls.ts';
import { useFormats } from '../../i18n/formats.ts';
import { Button } from '../../ui/button.tsx';
import { RadioGroup } from '../../ui/choice-fields.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { FailureNote, useFailureSentence } from '../../ui/failure.tsx';
import { Loading } from '../../ui/states.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useToast } from '../../ui/toast.tsx';
import { brusselsToday } from '../connection/today.ts';

export type StopSubject =
  | { kind: 'account' | 'certificate'; account: Account }
  | { kind: 'right'; account: Account; service: Service }
  | { kind: 'mandate'; mandate: Mandate };

type Waiting = 'keep' | 'drop' | 'leave';
type StopDialogProps = { subject: StopSubject; name: string; onClose: () => void };

function stopOf(subject: StopSubject, endQuarter: string): Stop {
  if (subject.kind === 'mandate') return { kind: 'mandate', mandateId: subject.mandate.id, endQuarter };
  const accountId = subject.account.id;
  if (subject.kind === 'right') return { kind: 'right', accountId, service: subject.service };
  return { kind: subject.kind, accountId };
}

export function StopDialog({ subject, name, onClose }: StopDialogProps) {
  const { t } = useTranslation(['routes', 'shell']);
  const toast = useToast();
  const stop = useAct('route.stop');
  const undo = useUndo(subject);
  const today = useCall('app.state', {}).data?.practiceDate ?? brusselsToday();
  const present = quarterOf(today);
  const [typed, setTyped] = useState(`${present.slice(5)}/${present.slice(0, 4)}`);
  const [chosen, setChosen] = useState<Waiting | null>(null);
  const [attempt, setAttempt] = useState(0);
  const quarter = readQuarter(typed);
  const what = stopOf(subject, quarter ?? present);
  const preview = useCall('route.stopPreview', { stop: what }, { keepPrevious: true });
  const atOnce = preview.data?.atOnce ?? subject.kind !== 'mandate';
  const usual: Waiting = atOnce ? 'keep' : 'leave';
  const waiting: Waiting = chosen === null || (chosen === 'leave' && atOnce) ? usual : chosen;
  const wrongQuarter = subject.kind === 'mandate' && quarter === null;
  const problems = wrongQuarter ? [{ name: 'quarter', message: t('stop.quarterMissing') }] : [];
  const save = async (): Promise<void> => {
    setAttempt((count) => count + 1);
    if (wrongQuarter) return;
    const result = await stop.run({ stop: what, waiting, confirmed: true });
    if (!result.ok) return;
    const { stopId, takenOut, dropped } = result.value;
    toast({
      text: t('stop.done', { takenOut, dropped }),
      act: { label: t('stop.undo'), onAct: () => void undo(stopId, dropped) },
    });
    onClose();
  };
  const words = { name, service: subject.kind === 'right' ? t(`services.${subject.service}`) : '' };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t(`stop.title.${subject.kind}`, words)}
      wide
      acts={
        <>
          <Button onPress={onClose} autoFocus>
            {t('shell:notNow')}
          </Button>
          <Button danger busy={stop.busy} onPress={() => void save()}>
            {t(`stop.act.${subject.kind}`)}
          </Button>
        </>
      }
    >
      <ErrorSummary problems={attempt > 0 ? problems : []} attempt={attempt} />
      <p>{t(`stop.what.${subject.kind}`)}</p>
      {subject.kind === 'mandate' && (
        <TextField
          name="quarter"
          label={t('stop.quarter')}
          hint={t('mandate.dialog.startHint')}
          short
          maxLength={30}
          value={typed}
          {...(attempt > 0 && wrongQuarter ? { error: t('stop.quarterMissing') } : {})}
          onChange={(event) => setTyped(event.target.value)}
        />
      )}
      <FailureNote failure={preview.error} />
      {preview.data === undefined ? (
        preview.error === null && <Loading lines={3} />
      ) : (
        <Reach preview={preview.data} />
      )}
      {preview.data !== undefined && hasWork(preview.data) && (
        <RadioGroup
          name="waiting"
          label={t('stop.question')}
          choices={(atOnce ? (['keep', 'drop'] as const) : (['leave', 'keep', 'drop'] as const)).map(
            (value) => ({
              value,
              label: t(`stop.${value}`),
              hint: t(`stop.${value}Hint`, { neverSent: preview.data.totals.neverSent }),
            }),
          )}
          value={waiting}
          onChange={setChosen}
        />
      )}
      <FailureNote failure={stop.failure} />
    </Dialog>
  );
}

const hasWork = ({ totals }: StopPreview): boolean => totals.waiting > 0 || totals.neverSent > 0;
const shownEmployers = 8;

/** How far it reaches: from which day, how many employers, what waits for each. */
function Reach({ preview }: { preview: StopPreview }) {
  const { t } = useTranslation('routes');
  const formats = useFormats();
  const { totals, employers, from, atOnce } = preview;
  const touched = employers.filter((row) => row.waiting > 0 || row.neverSent > 0);
  const shown = touched.slice(0, shownEmployers);
  return (
    <>
      <p>
        {atOnce ? t('stop.fromToday') : t('stop.from', { day: formats.day(from, 'long') })}{' '}
        {t('stop.counts', { employers: totals.employers })}{' '}
        {t('stop.waitingCount', { waiting: totals.waiting })}
      </p>
      {shown.length > 0 && (
        <>
          <h3>{t('stop.perEmployer')}</h3>
          <ul className="plain-list">
            {shown.map((row) => (
              <li key={row.employerId}>
                <strong>{row.name}</strong>:{' '}
                {t('stop.line', { waiting: row.waiting, neverSent: row.neverSent })}
              </li>
            ))}
            {touched.length > shown.length && (
              <li>{t('stop.more', { count: touched.length - shown.length })}</li>
            )}
          </ul>
        </>
      )}
      {totals.away > 0 && <p>{t('stop.away', { away: totals.away })}</p>}
    </>
  );
}

/**
 * What was stopped works again, and what left the outbox for it is submitted again. What was changed meanwhile stays a draft;
 * removed drafts come back by Undo in the register. Either is said.
 */
function useUndo(subject: StopSubject): (stopId: string, dropped: number) => Promise<void> {
  const { t } = useTranslation('routes');
  const toast = useToast();
  const sentence = useFailureSentence();
  const reopen = useAct('account.reopen');
  const update = useAct('account.update');
  const mandate = useAct('mandate.update');
  const submit = useAct('route.submitTakenOut');
  const openAgain = (): Promise<Result<unknown>> => {
    if (subject.kind === 'account') return reopen.run({ id: subject.account.id });
    if (subject.kind === 'mandate') {
      const { id, revision, mandataryNumber, startQuarter, endQuarter } = subject.mandate;
      return mandate.run({ id, expectedRevision: revision + 1, mandataryNumber, startQuarter, endQuarter });
    }
    const { id, revision, name, clientId, certificateId, rights, scopes } = subject.account;
    if (certificateId === null) return Promise.resolve(fail('stateNotAllowed'));
    const fields = { name, clientId, certificateId, rights, scopes };
    return update.run({ id, expectedRevision: revision + 1, ...fields });
  };
  return async (stopId, dropped) => {
    const opened = await openAgain();
    if (!opened.ok) return toast({ text: sentence(opened.failure), tone: 'bad' });
    const again = await submit.run({ stopId });
    if (!again.ok) return toast({ text: sentence(again.failure), tone: 'bad' });
    const { submitted, left } = again.value;
    return toast({ text: t('stop.undone', { submitted, left, dropped }) });
  };
}
