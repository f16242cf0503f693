// An organisation's own admitted way: off until all of it is entered, and then switched on by a press of its own.
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CbssProfile } from '../../../../preload/contract/cbss.ts';
import { useAct } from '../../../calls.ts';
import { Button } from '../../../ui/button.tsx';
import { Chip } from '../../../ui/chip.tsx';
import { ErrorSummary } from '../../../ui/error-summary.tsx';
import { FailureNote } from '../../../ui/failure.tsx';
import { Note } from '../../../ui/note.tsx';
import { useToast } from '../../../ui/toast.tsx';
import { GatewayFields } from './gateway-fields.tsx';
import { inputOf, typedOf, useGatewayProblems } from './gateway-typed.ts';
import { OwnerBeside, useOwnerFilled } from './owner-beside.tsx';

export function GatewaySheet({ profile }: { profile: CbssProfile }) {
  const { t } = useTranslation('cbss');
  const toast = useToast();
  const filled = useOwnerFilled(profile);
  const save = useAct('cbss.saveProfile');
  const problemsOf = useGatewayProblems();
  const [typed, setTyped] = useState(() => typedOf(profile));
  const [attempt, setAttempt] = useState(0);
  const problems = problemsOf(typed);
  const own = profile.kind === 'gateway';
  const on = own && profile.on;
  const keep = async (turnOn: boolean): Promise<void> => {
    setAttempt((count) => count + 1);
    if (problems.length > 0) return;
    const done = await save.run(inputOf(typed, turnOn, profile.revision));
    if (!done.ok) return;
    const said = t(done.value.on ? 'profile.turnedOn' : 'profile.saved');
    toast({ text: [said, filled(done.value)].filter(Boolean).join(' ') });
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void keep(on);
  };
  return (
    <details className="folded sheet" open={own}>
      <summary>
        {t('profile.gatewayTitle')}{' '}
        <Chip tone={on ? 'ok' : 'plain'} icon={on ? 'check' : 'planned'}>
          {t(on ? 'profile.on' : own && profile.missing.length > 0 ? 'profile.incomplete' : 'profile.off')}
        </Chip>
      </summary>
      <form className="sheet-body panel" noValidate onSubmit={submit}>
        <p>{t('profile.gateway')}</p>
        <div className="form">
          <ErrorSummary problems={attempt > 0 ? problems : []} attempt={attempt} />
          <GatewayFields
            typed={typed}
            onType={(change) => setTyped((known) => ({ ...known, ...change }))}
            errorOf={(name) => (attempt > 0 ? problems.find((one) => one.name === name)?.message : undefined)}
          />
        </div>
        {own && profile.missing.length > 0 && (
          <Note tone="warn">
            <p>{t('profile.lacks')}</p>
            <ul className="plain-list">
              {profile.missing.map((what) => (
                <li key={what}>{t(`profile.missing.${what}`)}</li>
              ))}
            </ul>
          </Note>
        )}
        {own && <OwnerBeside profile={profile} />}
        <FailureNote failure={save.failure} />
        <div className="wizard-acts">
          <Button type="submit" busy={save.busy}>
            {t('profile.save')}
          </Button>
          {own && (on || profile.missing.length === 0) && (
            <Button busy={save.busy} onPress={() => void keep(!on)}>
              {t(on ? 'profile.turnOff' : 'profile.turnOn')}
            </Button>
          )}
        </div>
      </form>
    </details>
  );
}
