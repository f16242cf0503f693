// Wizard: a list of applicants from a file to the cards that are handed out. Nobody is asked before the last button.
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { useAppState } from '../../../app-state.ts';
import { useCall } from '../../../calls.ts';
import { Button } from '../../../ui/button.tsx';
import { FailureNote } from '../../../ui/failure.tsx';
import { LinkButton } from '../../../ui/link-button.tsx';
import { Answers } from '../../../wizard/answers.tsx';
import { Wizard, type WizardStep } from '../../../wizard/wizard.tsx';
import { NoEmployers } from '../ask/no-employers.tsx';
import { BatchDone } from './batch-done.tsx';
import { CheckStep } from './check-step.tsx';
import { EarlierBatches } from './earlier-batches.tsx';
import { ListStep } from './list-step.tsx';
import { type Batch, useBatch } from './use-batch.ts';
import { useReadiness, WhatStep } from './what-step.tsx';
import './batch.css';

export default function BatchPage() {
  const { t } = useTranslation(['applicant-batch', 'lists']);
  const [, go] = useLocation();
  const { counts } = useAppState();
  const batch = useBatch();
  const ready = useReadiness(batch.typed.employerId);
  const online = ready?.way === 'online';
  const cancel = { acts: <Button onPress={() => go('/applicants')}>{t('lists:cancel')}</Button> };
  const steps: WizardStep[] = [
    {
      id: 'what',
      title: t('steps.what'),
      content: (
        <>
          <WhatStep batch={batch} />
          <EarlierBatches />
        </>
      ),
      check: () => [
        ...batch.wrongWhat(),
        ...(online ? [{ name: 'employerId', message: t('what.online') }] : []),
      ],
    },
    {
      id: 'list',
      title: t('steps.list'),
      content: <ListStep batch={batch} />,
      check: batch.wrongList,
      onContinue: batch.read,
      ...cancel,
    },
    {
      id: 'check',
      title: t('steps.check'),
      content: <CheckStep batch={batch} />,
      check: batch.wrongCheck,
      onContinue: batch.check,
      ...cancel,
    },
    {
      id: 'ask',
      title: t('steps.ask'),
      content: <AskStep batch={batch} />,
      onContinue: () => batch.start(ready?.routeKind === 'mandatary'),
      continueLabel: t('ask.act', { count: batch.active.length }),
      ...cancel,
    },
    {
      id: 'done',
      title: t('steps.done'),
      final: true,
      withoutContinue: true,
      content: batch.started !== null && <BatchDone {...batch.started} />,
      acts: <LinkButton to="/applicants">{t('done.toAll')}</LinkButton>,
    },
  ];
  if (counts.employers === 0) return <NoEmployers title={t('title')} lead={t('what.lead')} />;
  return <Wizard title={t('title')} steps={steps} />;
}

function AskStep({ batch }: { batch: Batch }) {
  const { t } = useTranslation('applicant-batch');
  const { typed, active } = batch;
  const employer = useCall(
    'employer.get',
    { id: typed.employerId ?? '' },
    { enabled: typed.employerId !== null },
  );
  const named = active.filter(({ insz }) => insz !== null).length;
  return (
    <>
      <h1>{t('ask.question')}</h1>
      <p className="lead">{t('ask.lead')}</p>
      <FailureNote failure={employer.error} />
      <Answers
        answers={[
          { label: t('what.employer'), value: employer.data?.name ?? '' },
          { label: t('check.name'), value: typed.name },
          {
            label: t('what.data'),
            value: typed.dataSets.map((dataSet) => t(`what.${dataSet}`)).join(' '),
          },
          {
            label: t('ask.rows'),
            value: active.length,
            ...(named === 0 ? {} : { small: t('ask.withInsz', { count: named }) }),
          },
        ]}
      />
    </>
  );
}
