// What must be in order before anything can be asked: what is missing on top, with who does it and the way there.
import type { UseQueryResult } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../../../../preload/contract/index.ts';
import type { Failure } from '../../../../preload/contract/result.ts';
import { rightLabels } from '../../../../preload/contract/services.ts';
import { FailureNote } from '../../../ui/failure.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { Note } from '../../../ui/note.tsx';
import { Loading } from '../../../ui/states.tsx';
import { GuideWay } from './guide-way.tsx';
import { StepWay } from './step-way.tsx';

type Ready = CallOutput<'applicantRequest.readiness'>;
export type ReadyStep = Ready['steps'][number];
type Employer = CallOutput<'employer.get'>;

const order = { missing: 0, unknown: 1, done: 2 } as const;
const icons = { missing: 'refused', unknown: 'unknown', done: 'check-ring' } as const;

type ReadinessProps = { readiness: UseQueryResult<Ready, Failure>; employer: Employer | undefined };

export function Readiness({ readiness, employer }: ReadinessProps) {
  const { t } = useTranslation('applicants');
  if (employer === undefined) return <p>{t('ask.ready.choose')}</p>;
  if (readiness.error !== null) return <FailureNote failure={readiness.error} />;
  if (readiness.data === undefined) return <Loading lines={4} />;
  const steps = [...readiness.data.steps].sort((a, b) => order[a.state] - order[b.state]);
  const missing = steps.filter(({ state }) => state === 'missing').length;
  const unknown = steps.some(({ state }) => state === 'unknown');
  return (
    <>
      {missing > 0 && <Note tone="warn">{t('ask.ready.open', { count: missing })}</Note>}
      {missing === 0 && unknown && <p className="quiet-text">{t('ask.ready.maybe')}</p>}
      {missing === 0 && !unknown && (
        <p className="ready-all">
          <Icon name="check-ring" />
          {t('ask.ready.allDone')}
        </p>
      )}
      <ul className="ready">
        {steps.map((step) => (
          <StepLine key={step.step} step={step} readiness={readiness.data} employer={employer} />
        ))}
      </ul>
      {missing > 0 && (
        <p>
          <GuideWay readiness={readiness.data} employer={employer} />
        </p>
      )}
    </>
  );
}

type StepLineProps = { step: ReadyStep; readiness: Ready; employer: Employer };

function StepLine({ step, readiness, employer }: StepLineProps) {
  const { t } = useTranslation('applicants');
  const { state, who } = step;
  const right =
    step.step === 'mandatesRight' ? rightLabels.citizenMandatesManage : rightLabels.citizenDataConsult;
  // The account is that of whoever asks; a mandate is confirmed by the employer.
  const enterpriseNumber =
    step.step === 'mandate' || readiness.mandataryNumber === null
      ? employer.enterpriseNumber
      : readiness.mandataryNumber;
  return (
    <li className={state}>
      <Icon name={icons[state]} />
      <div>
        <b>{t(`ask.ready.steps.${step.step}`, { right })}</b>
        <span>
          {t(`ask.ready.states.${state}`)}
          {state !== 'done' && `, ${t(`ask.ready.who.${who}`)}`}
        </span>
        {state !== 'done' && (
          <StepWay step={step.step} employerId={employer.id} enterpriseNumber={enterpriseNumber} />
        )}
      </div>
    </li>
  );
}
