// Wizard: the first question. Its answers give the shortest road, which is shown whole before the guide begins.
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { parseEnterpriseNumber } from '../../../preload/rules/identifiers/enterprise-number.ts';
import { useAct, useCall } from '../../calls.ts';
import type { FieldProblem } from '../../ui/error-summary.tsx';
import { ErrorState } from '../../ui/failure.tsx';
import { Note } from '../../ui/note.tsx';
import { Loading } from '../../ui/states.tsx';
import { type StepOutcome, Wizard, type WizardStep } from '../../wizard/wizard.tsx';
import { failedWith, goOn } from '../connection/step-outcome.ts';
import { useWizardDraft } from '../connection/wizard-drafts.ts';
import { AskAccess } from './ask-access.tsx';
import { AskEnterprise } from './ask-enterprise.tsx';
import { AskThere } from './ask-there.tsx';
import { AskWhat } from './ask-what.tsx';
import { AskWhom } from './ask-whom.tsx';
import './guide.css';
import { asksAccess, asksServices, asksThere, emptyGuide, planOf } from './guide-draft.ts';
import { RoadView } from './road-view.tsx';

export default function BeginGuidePage() {
  const { t } = useTranslation(['guide', 'connection']);
  const [, go] = useLocation();
  const { draft, put, forget } = useWizardDraft('guide', emptyGuide);
  const start = useAct('guide.start');
  const answered = draft.kind !== null && (!asksServices(draft) || draft.services.length > 0);
  const road = useCall('guide.road', { plan: planOf(draft) }, { enabled: answered });
  const wrong = (...found: (FieldProblem | false)[]): FieldProblem[] => found.filter((one) => one !== false);
  const ask = { draft, put };
  const stopping = draft.kind !== 'start' && draft.kind !== null;
  const begin = async (): Promise<StepOutcome> => {
    const { employerId, enterpriseNumber, enterpriseName } = draft;
    const started = await start.run({
      plan: planOf(draft),
      employerId: employerId === '' ? null : employerId,
      enterpriseNumber,
      enterpriseName: enterpriseName.trim(),
    });
    if (!started.ok) return failedWith(started.failure);
    forget();
    go(`/connection/guide/${started.value.id}`);
    return goOn();
  };
  const steps: WizardStep[] = [
    {
      id: 'what',
      title: t('ask.what'),
      about: t('ask.whatAbout'),
      content: <AskWhat {...ask} />,
      check: () =>
        wrong(
          draft.kind === null && { name: 'kind', message: t('ask.kindMissing') },
          asksServices(draft) &&
            draft.services.length === 0 && { name: 'services', message: t('ask.servicesMissing') },
        ),
    },
    ...(stopping
      ? []
      : [
          {
            id: 'whom',
            title: t('ask.whom'),
            content: <AskWhom {...ask} />,
            check: () =>
              wrong(draft.audience === null && { name: 'audience', message: t('ask.whomMissing') }),
          },
        ]),
    ...(asksAccess(draft)
      ? [
          {
            id: 'access',
            title: t('ask.access'),
            content: <AskAccess {...ask} />,
            check: () =>
              wrong(
                draft.access === null && { name: 'access', message: t('ask.accessMissing') },
                draft.access === 'self' &&
                  draft.size === null && { name: 'size', message: t('ask.sizeMissing') },
                draft.access === 'mandatary' &&
                  draft.mandataryNumber.trim() !== '' &&
                  parseEnterpriseNumber(draft.mandataryNumber) === null && {
                    name: 'mandataryNumber',
                    message: t('ask.numberWrong'),
                  },
              ),
          },
        ]
      : []),
    ...(asksThere(draft) && draft.audience !== null
      ? [{ id: 'there', title: t('ask.there'), content: <AskThere {...ask} /> }]
      : []),
    {
      id: 'enterprise',
      title: t('ask.enterprise'),
      content: <AskEnterprise {...ask} />,
      check: () =>
        wrong(
          parseEnterpriseNumber(draft.enterpriseNumber) === null && {
            name: 'enterpriseNumber',
            message: t('ask.numberWrong'),
          },
          draft.enterpriseName.trim() === '' && { name: 'enterpriseName', message: t('ask.nameMissing') },
          stopping && draft.quality === null && { name: 'quality', message: t('ask.qualityMissing') },
        ),
    },
    {
      id: 'road',
      title: t('ask.road'),
      about: t('ask.roadAbout'),
      content: (
        <>
          <h1>{t(stopping ? 'ask.stopQuestion' : 'ask.roadQuestion')}</h1>
          {road.data === undefined ? (
            road.error === null ? (
              <Loading lines={6} />
            ) : (
              <ErrorState failure={road.error} onAgain={() => void road.refetch()} />
            )
          ) : (
            <RoadView road={road.data} name={draft.enterpriseName} stopping={stopping} />
          )}
          {road.data?.steps.length === 0 && <Note tone="warn">{t('ask.noRoad')}</Note>}
        </>
      ),
      continueLabel: t('ask.begin'),
      withoutContinue: road.data === undefined || road.data.steps.length === 0,
      onContinue: begin,
    },
  ];
  return (
    <Wizard
      title={t('ask.wizard')}
      steps={steps}
      startAt={draft.step}
      onSave={(step) => put({ step })}
      saved={t('connection:kept')}
    />
  );
}
