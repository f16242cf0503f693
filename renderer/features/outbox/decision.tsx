// The choice that only a person can make: what the service shows is neither the old set nor ours.
import { useTranslation } from 'react-i18next';
import { useAct } from '../../calls.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNote } from '../../ui/failure.tsx';
import { Note } from '../../ui/note.tsx';
import { useToast } from '../../ui/toast.tsx';

type Choice = 'sendAfresh' | 'takeBack';

export function Decision({ id }: { id: string }) {
  const { t } = useTranslation('outbox');
  const toast = useToast();
  const decide = useAct('outbox.decide');
  const act = async (decision: Choice): Promise<void> => {
    const done = await decide.run({ id, decision });
    if (done.ok) toast({ text: t(decision === 'sendAfresh' ? 'decide.sentAfresh' : 'panel.takenBack') });
  };
  return (
    <>
      <Note tone="warn" icon="unknown">
        <strong>{t('decide.title')}.</strong> {t('decide.what')}
      </Note>
      <FailureNote failure={decide.failure} />
      <ul className="record-list">
        <li>
          <p>{t('decide.sendAfreshWhat')}</p>
          <Button small icon="again" busy={decide.busy} onPress={() => void act('sendAfresh')}>
            {t('decide.sendAfresh')}
          </Button>
        </li>
        <li>
          <p>{t('decide.takeBackWhat')}</p>
          <Button small icon="undo" busy={decide.busy} onPress={() => void act('takeBack')}>
            {t('decide.takeBack')}
          </Button>
        </li>
      </ul>
    </>
  );
}
