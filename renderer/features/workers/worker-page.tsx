// One worker of one employer: period, part of full time, and the balance of the right to training.
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useParams } from 'wouter';
import type { Worker } from '../../../preload/contract/employers.ts';
import { useAct, useCall } from '../../calls.ts';
import { useFormats } from '../../i18n/formats.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { Facts } from '../../ui/facts.tsx';
import { ErrorState, FailureNote } from '../../ui/failure.tsx';
import { Page } from '../../ui/page.tsx';
import { useFindingProblems } from '../../ui/people-findings.ts';
import { Sheet, WithPanel } from '../../ui/sheet.tsx';
import { Loading } from '../../ui/states.tsx';
import { useToast } from '../../ui/toast.tsx';
import { KnownLines } from '../register/person/known-lines.tsx';
import { BalanceSheet } from './balance-sheet.tsx';
import { WorkerFields } from './worker-fields.tsx';
import { findingsOf, todayInBrussels, typedFrom, workerInput } from './worker-form.ts';

export default function WorkerPage() {
  const { t } = useTranslation('workers');
  const formats = useFormats();
  const [, go] = useLocation();
  const { id = '' } = useParams();
  const worker = useCall('worker.get', { id });
  const choose = useAct('settings.update');
  const { data } = worker;
  if (worker.error !== null && data === undefined)
    return (
      <Page title={t('title')}>
        <ErrorState failure={worker.error} onAgain={() => void worker.refetch()} />
      </Page>
    );
  if (data === undefined)
    return (
      <Page title={t('title')}>
        <Loading lines={6} />
      </Page>
    );
  const toTrainings = async (): Promise<void> => {
    await choose.run({ employerId: data.employerId });
    go('/training');
  };
  return (
    <Page title={`${data.givenName} ${data.familyName}`.trim()} lead={data.employerName} reading>
      <WithPanel
        label={t('balance')}
        panel={
          <>
            <BalanceSheet workerId={data.id} />
            <KnownLines personId={data.personId} employerId={data.employerId} />
          </>
        }
      >
        <div className="panel">
          <Sheet title={t('overview')} stacked>
            <Facts
              facts={[
                {
                  label: t('columns.insz'),
                  value: <span className="number">{formats.insz(data.insz)}</span>,
                },
                {
                  label: t('period'),
                  value:
                    data.endDate === null
                      ? t('since', { start: formats.day(data.startDate, 'long') })
                      : t('fromTo', {
                          start: formats.day(data.startDate, 'long'),
                          end: formats.day(data.endDate, 'long'),
                        }),
                },
                { label: t('columns.part'), value: `${data.employmentHundredths} %` },
                { label: t('columns.trainings'), value: data.trainings },
              ]}
            />
            <div className="row-of">
              <Button small icon="book" onPress={() => void toTrainings()}>
                {t('toTrainings')}
              </Button>
            </div>
          </Sheet>
          <Details key={data.revision} worker={data} />
        </div>
      </WithPanel>
    </Page>
  );
}

function Details({ worker }: { worker: Worker }) {
  const { t } = useTranslation('workers');
  const toast = useToast();
  const update = useAct('worker.update');
  const problemsOf = useFindingProblems();
  const [typed, setTyped] = useState(() => typedFrom(worker));
  const [attempt, setAttempt] = useState(0);
  const problems = problemsOf(findingsOf(typed, todayInBrussels()));
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setAttempt((count) => count + 1);
    if (problems.length > 0) return;
    const result = await update.run({
      id: worker.id,
      expectedRevision: worker.revision,
      ...workerInput(typed),
    });
    if (result.ok) toast({ text: t('saved') });
  };
  return (
    <Sheet title={t('details')}>
      <form className="form" noValidate onSubmit={(event) => void save(event)}>
        <ErrorSummary problems={attempt > 0 ? problems : []} attempt={attempt} />
        <WorkerFields
          typed={typed}
          onType={(change) => setTyped({ ...typed, ...change })}
          problems={problems}
          attempt={attempt}
          numberFixed
        />
        <FailureNote failure={update.failure} />
        <div className="wizard-acts">
          <Button type="submit" busy={update.busy}>
            {t('save')}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}
