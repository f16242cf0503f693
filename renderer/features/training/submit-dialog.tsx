// Asks before submitting: how many, for whom, by which route, in which environment, and what stays behind and why.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { HandlerOutput } from '../../../preload/contract/index.ts';
import type { Result } from '../../../preload/contract/result.ts';
import type { Training, TrainingFilter } from '../../../preload/contract/training.ts';
import { useAppState } from '../../app-state.ts';
import { useAct, useCall } from '../../calls.ts';
import { useFormats } from '../../i18n/formats.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Facts } from '../../ui/facts.tsx';
import { FailureNote } from '../../ui/failure.tsx';
import { nothingChosen } from '../../ui/grid-selection.ts';
import { Note } from '../../ui/note.tsx';
import { Loading } from '../../ui/states.tsx';
import { useToast } from '../../ui/toast.tsx';
import { ClosedOffer } from '../services/closed-offer.tsx';
import { useService } from '../services/use-service.ts';
import { blockingOf } from './finding-words.ts';
import { remember } from './room-memory.ts';
import { StaysBehind } from './stays-behind.tsx';
import { maySubmit } from './training-state.ts';

/** Everything that a filter means, or rows that were chosen one by one (with those of them that are at hand). */
export type SubmitChoice =
  | { filter: TrainingFilter }
  | { ids: () => Promise<Result<string[]>>; known: Training[] };

/** `Rania Bensoltane` of `Bensoltane, Rania`. */
const spoken = (name: string): string => name.split(', ').reverse().join(' ');
/** All but that the service is closed. */
const ofTraining = (findings: Training['findings']): Training['findings'] =>
  findings.filter(({ rule }) => rule !== 'F0099-999');
const namedAtMost = 3;
const previewed = 500;

type SubmitDialogProps = { count: number; choice: SubmitChoice; onClose: () => void };

export function SubmitDialog({ count, choice, onClose }: SubmitDialogProps) {
  const { t, i18n } = useTranslation('training');
  const shell = useTranslation('shell');
  const closed = useTranslation('services');
  const { environment } = useAppState();
  const fla = useService('fla');
  const toast = useToast();
  const [, go] = useLocation();
  const submit = useAct('training.submit');
  const [left, setLeft] = useState<HandlerOutput<'training.submit'> | null>(null);
  const byFilter = 'filter' in choice;
  const listed = useCall(
    'training.list',
    { ...(byFilter ? choice.filter : {}), pageSize: previewed },
    { enabled: byFilter },
  );
  const rows = byFilter ? listed.data?.rows : choice.known;
  // That the service takes nothing is said once for all; what is wrong with a training itself still keeps it back.
  const shut = fla?.asksConfirmation === true ? fla : null;
  const behind = (rows ?? [])
    .map(({ findings, ...row }) => ({ ...row, findings: shut === null ? findings : ofTraining(findings) }))
    .filter((row) => maySubmit(row) && blockingOf(row.findings) !== undefined)
    .map(({ id, findings }) => ({ id, findings }));
  const others = (rows ?? []).filter((row) => !maySubmit(row)).length;
  const going = Math.max(0, count - behind.length - others);
  // No line of the register allows these, which is only told as it is set now.
  const unlisted = (rows ?? []).filter((row) =>
    row.findings.some(({ rule, severity }) => rule === 'REG-NO-LINE' && severity === 'warning'),
  ).length;
  const names = [...new Set((rows ?? []).map((row) => spoken(row.workerName)))];
  const who =
    names.length === 0 || names.length > namedAtMost || (rows?.length ?? 0) < count
      ? t('send.someWorkers')
      : new Intl.ListFormat(i18n.language, { type: 'conjunction' }).format(names);

  const run = async (): Promise<void> => {
    const ids = byFilter ? null : await choice.ids();
    if (ids !== null && !ids.ok) return toast({ text: t('send.none'), tone: 'bad' });
    const althoughClosed = shut === null ? {} : { althoughClosed: true };
    const which = byFilter ? { filter: choice.filter } : { ids: ids?.value ?? [] };
    const result = await submit.run({ ...which, ...althoughClosed });
    if (!result.ok) return;
    const { submitted, refusedCount } = result.value;
    if (submitted > 0) {
      remember({ chosen: nothingChosen });
      toast({
        text: t('send.done', { count: submitted }),
        more: refusedCount > 0 ? t('send.left', { count: refusedCount }) : undefined,
      });
    }
    if (submitted === 0 || refusedCount > behind.length) return setLeft(result.value);
    onClose();
    go('/outbox');
  };

  if (left !== null) {
    return (
      <Dialog
        open
        onClose={onClose}
        title={t('send.behind', { count: left.refusedCount })}
        acts={<Button onPress={onClose}>{shell.t('close')}</Button>}
      >
        <StaysBehind count={left.refusedCount} rows={left.refused} onGo={onClose} />
      </Dialog>
    );
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('send.title', { count: going > 0 ? going : count })}
      acts={
        <>
          {shut !== null && going > 0 && (
            <Button plain busy={submit.busy} onPress={() => void run()}>
              {closed.t('offer.put', { count: going })}
            </Button>
          )}
          <Button onPress={onClose}>{shell.t('notNow')}</Button>
          {shut === null && going > 0 && (
            <Button primary icon="send" busy={submit.busy} autoFocus onPress={() => void run()}>
              {t('send.act', { count: going })}
            </Button>
          )}
        </>
      }
    >
      {rows === undefined ? (
        <Loading lines={3} />
      ) : (
        <>
          {shut === null ? (
            <p>{going > 0 ? t('send.first', { who }) : t('send.none')}</p>
          ) : (
            <>
              <ClosedOffer service={shut} onFollow={onClose} />
              {going > 0 && <p>{closed.t('offer.submit')}</p>}
            </>
          )}
          <SubmitFacts rows={rows} environment={shell.t(`environments.${environment.kind}`)} />
          {unlisted > 0 && <Note tone="warn">{t('send.withoutLine', { count: unlisted })}</Note>}
          {behind.length > 0 && <StaysBehind count={behind.length} rows={behind} onGo={onClose} />}
        </>
      )}
      <FailureNote failure={submit.failure} />
    </Dialog>
  );
}

function SubmitFacts({ rows, environment }: { rows: Training[]; environment: string }) {
  const { t } = useTranslation('training');
  const formats = useFormats();
  const employers = [...new Set(rows.map((row) => row.employerId))];
  const only = employers.length === 1 ? (employers[0] ?? '') : '';
  const employer = useCall('employer.get', { id: only }, { enabled: only !== '' }).data;
  return (
    <Facts
      facts={[
        {
          label: t('send.for'),
          value:
            only === '' || employer === undefined ? (
              t('send.employers', { count: Math.max(1, employers.length) })
            ) : (
              <>
                {employer.name}{' '}
                <span className="number">{formats.enterpriseNumber(employer.enterpriseNumber)}</span>
              </>
            ),
        },
        ...(employer === undefined
          ? []
          : [{ label: t('send.route'), value: t(`send.routes.${employer.route.kind}`) }]),
        { label: t('send.environment'), value: environment },
      ]}
    />
  );
}
