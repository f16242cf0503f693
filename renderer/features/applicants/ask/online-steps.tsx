// An employer without a channel of ours: the same by the online service, step by step. Practice has no such service: there the way
// that works comes first.
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../../../../preload/contract/index.ts';
import { useAppState } from '../../../app-state.ts';
import { useAct } from '../../../calls.ts';
import { Button } from '../../../ui/button.tsx';
import { FailureNote } from '../../../ui/failure.tsx';
import { LinkButton, TextLink } from '../../../ui/link-button.tsx';
import { Note } from '../../../ui/note.tsx';
import { GuideWay } from './guide-way.tsx';

type OnlineStepsProps = {
  readiness: CallOutput<'applicantRequest.readiness'>;
  employer: CallOutput<'employer.get'>;
};

export function OnlineSteps({ readiness, employer }: OnlineStepsProps) {
  const { t } = useTranslation('applicants');
  const practising = useAppState().environment.kind === 'practice';
  const portal = useAct('app.openLink');
  return (
    <div className="online-steps">
      {practising && (
        <>
          <h2>{t('ask.online.wayTitle')}</h2>
          <p>{t('ask.online.way')}</p>
          <div className="row-of">
            <LinkButton to={`/employers/${employer.id}`} primary>
              {t('ask.ready.go.employer')}
            </LinkButton>
            <GuideWay readiness={readiness} employer={employer} />
          </div>
        </>
      )}
      <h2>{t('ask.online.title')}</h2>
      <p>{t('ask.online.why')}</p>
      <ol>
        {(['1', '2', '3', '4'] as const).map((step) => (
          <li key={step}>{t(`ask.online.steps.${step}`)}</li>
        ))}
      </ol>
      {practising ? (
        <Note>{t('ask.online.practice')}</Note>
      ) : (
        <>
          <div className="row-of">
            <Button icon="globe" busy={portal.busy} onPress={() => void portal.run({ link: 'portal' })}>
              {t('ask.online.open')}
            </Button>
          </div>
          <FailureNote failure={portal.failure} />
          <p>
            <TextLink to={`/employers/${employer.id}`}>{t('ask.online.route')}</TextLink>
          </p>
          <p>
            <GuideWay readiness={readiness} employer={employer} />
          </p>
        </>
      )}
    </div>
  );
}
