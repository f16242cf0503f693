// Wizard: bringing the data home by hand. Every step is remembered, so that it can be left and taken up on another day.
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'wouter';
import type { RescueStep } from '../../../preload/contract/rescue-values.ts';
import { useAct, useCall } from '../../calls.ts';
import { ErrorState } from '../../ui/failure.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { Note } from '../../ui/note.tsx';
import { Page } from '../../ui/page.tsx';
import { Loading } from '../../ui/states.tsx';
import { type StepOutcome, Wizard, type WizardStep } from '../../wizard/wizard.tsx';
import { MarkList } from './mark-list.tsx';
import { TakeFile } from './take-file.tsx';

const order: readonly RescueStep[] = ['access', 'open', 'choose', 'save', 'bring', 'compare'];
/** Steps on a screen that nobody could look at while this was written. */
const assumed: ReadonlySet<RescueStep> = new Set(['open', 'choose', 'save']);

export default function ByHandPage() {
  const { t } = useTranslation('rescue');
  const { id = '' } = useParams();
  const begin = useAct('rescue.begin');
  const tick = useAct('rescue.tick');
  const report = useCall('rescue.report', { employerId: id }, { keepPrevious: true });
  const { data } = report;
  if (data === undefined)
    return (
      <Page title={t('byHand.title')}>
        {report.error === null ? (
          <Loading lines={6} />
        ) : (
          <ErrorState failure={report.error} onAgain={() => void report.refetch()} />
        )}
      </Page>
    );
  const back = <LinkButton to={`/training/rescue/${id}`}>{t('acts.report')}</LinkButton>;
  /** The list is made at the first Continue: looking changes nothing. */
  const doneWith = async (step: RescueStep): Promise<StepOutcome> => {
    const begun = await begin.run({ employerId: id });
    if (!begun.ok) return { kind: 'failed', failure: begun.failure };
    const ticked = await tick.run({ employerId: id, step, done: true });
    return ticked.ok ? { kind: 'on' } : { kind: 'failed', failure: ticked.failure };
  };
  const extra: Partial<Record<RescueStep, ReactNode>> = {
    access: <p className="quiet-text">{t('byHand.beginWhat')}</p>,
    choose: data.client.begun && <MarkList employerId={id} manual={data.client.manual} />,
    bring: (
      <>
        <TakeFile employerId={id} yearId={null} />
        <MarkList employerId={id} manual={data.client.manual} />
      </>
    ),
  };
  const steps = order.map(
    (step): WizardStep => ({
      id: step,
      title: t(`byHand.${step}.title`),
      ...(data.steps.includes(step) ? { about: t('byHand.stepDone') } : {}),
      content: (
        <>
          <h1>{t(`byHand.${step}.title`)}</h1>
          <p className="lead">{t(`byHand.${step}.what`)}</p>
          {assumed.has(step) && <Note>{t('byHand.assumed')}</Note>}
          {extra[step]}
        </>
      ),
      onContinue: () => doneWith(step),
      acts: back,
      ...(step === 'compare' ? { withoutContinue: true } : {}),
    }),
  );
  const first = order.find((step) => !data.steps.includes(step)) ?? 'compare';
  return (
    <Wizard
      title={`${t('byHand.title')}: ${data.client.name}`}
      steps={steps}
      startAt={first}
      saved={t('byHand.lead')}
    />
  );
}
