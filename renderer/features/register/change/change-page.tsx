// Wizard: adds a period to the register, or takes days away. What it does to the lines is drawn before anything is stored.
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

export function ChangePage({ act }: { act: ChangeAct }) {
  const { t } = useTranslation('register');
  const [, go] = useLocation();
  const change = useChange(act);
  const { typed, type, preview, done } = change;
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
        </>
      ),
    },
  ];
  return <Wizard title={t(`${act}.title`)} steps={steps} />;
}
