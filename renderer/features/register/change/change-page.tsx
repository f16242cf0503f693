// Wizard: adds a period to the register, or takes days away. What it does to the lines is drawn before anything is stored.
import { useEffect, useEffectEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { Button } from '../../../ui/button.tsx';
import { LinkButton } from '../../../ui/link-button.tsx';
import { Wizard, type WizardStep } from '../../../wizard/wizard.tsx';
import { ChangeDone } from './change-done.tsx';
import { ChangeFields } from './change-fields.tsx';
import { ChangePreview } from './change-preview.tsx';
import { IdentityFields } from './identity-fields.tsx';
import { type ChangeAct, useChange } from './use-change.ts';

/** Whoever is led to the page on which he is, as by the search for pages, wants to begin anew. */
export function ChangePage({ act }: { act: ChangeAct }) {
  const [round, setRound] = useState(0);
  return <ChangeForm key={round} act={act} onAnother={() => setRound((last) => last + 1)} />;
}

/** Led to the address that is there already: the location says nothing of it then, as it stays the same. */
function useLedHere(over: boolean, onLed: () => void): void {
  const led = useEffectEvent(({ oldURL, newURL }: HashChangeEvent): void => {
    if (over && oldURL === newURL) onLed();
  });
  useEffect(() => {
    addEventListener('hashchange', led);
    return () => removeEventListener('hashchange', led);
  }, []);
}

type ChangeFormProps = { act: ChangeAct; onAnother: () => void };

function ChangeForm({ act, onAnother }: ChangeFormProps) {
  const { t } = useTranslation('register');
  const [, go] = useLocation();
  const change = useChange(act);
  const { typed, type, preview, done } = change;
  const over = done !== null;
  useLedHere(over, onAnother);
  const leave = { acts: <Button onPress={() => go('/register')}>{t('change.notNow')}</Button> };
  const steps: WizardStep[] = [
    {
      id: 'what',
      title: t('change.steps.what'),
      content: (
        <>
          <h1>{t(`${act}.question`)}</h1>
          <p className="lead">{t(`${act}.lead`)}</p>
          <ChangeFields act={act} typed={typed} onType={type} />
          <IdentityFields act={act} typed={typed} onType={type} />
        </>
      ),
      check: change.check,
      onContinue: change.look,
      continueLabel: t('change.look'),
      ...leave,
    },
    {
      id: 'look',
      title: t('change.steps.look'),
      content: preview !== null && <ChangePreview change={change} outcome={preview} />,
      onContinue: change.run,
      continueLabel: t(`${act}.act`),
      ...leave,
    },
    {
      id: 'done',
      title: t('change.steps.done'),
      final: true,
      withoutContinue: true,
      content: done !== null && <ChangeDone change={change} outcome={done} />,
      acts: (
        <>
          {done?.personId != null && (
            <LinkButton to={`/register/${done.personId}`}>{t('change.toPerson')}</LinkButton>
          )}
          <LinkButton to="/register">{t('change.toRegister')}</LinkButton>
          <Button icon="plus" onPress={onAnother}>
            {t(`done.another.${act}`)}
          </Button>
        </>
      ),
    },
  ];
  return <Wizard title={t(`${act}.title`)} steps={steps} />;
}
