// An employer without a channel of ours: the same by the online service, step by step.
import { useTranslation } from 'react-i18next';
import { useAppState } from '../../../app-state.ts';
import { useAct } from '../../../calls.ts';
import { Button } from '../../../ui/button.tsx';
import { FailureNote } from '../../../ui/failure.tsx';
import { TextLink } from '../../../ui/link-button.tsx';
import { Note } from '../../../ui/note.tsx';

export function OnlineSteps({ employerId }: { employerId: string }) {
  const { t } = useTranslation('applicants');
  const practising = useAppState().environment.kind === 'practice';
  const portal = useAct('app.openLink');
  return (
    <div className="online-steps">
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
        <div className="row-of">
          <Button icon="globe" busy={portal.busy} onPress={() => void portal.run({ link: 'portal' })}>
            {t('ask.online.open')}
          </Button>
        </div>
      )}
      <FailureNote failure={portal.failure} />
      <p>
        <TextLink to={`/employers/${employerId}`}>{t('ask.online.route')}</TextLink>
      </p>
    </div>
  );
}
