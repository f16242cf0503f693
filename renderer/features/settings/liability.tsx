// The notice that is read and accepted once before anything is sent in production.
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct, useCall } from '../../calls.ts';
import { useFormats } from '../../i18n/formats.ts';
import { Button } from '../../ui/button.tsx';
import { CheckboxField } from '../../ui/choice-fields.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { FailureNote } from '../../ui/failure.tsx';
import { Note } from '../../ui/note.tsx';

/** True as long as the notice stands between the person and a first sending. `asked`: whether it matters now. */
export function useLiabilityNeeded(asked: boolean): boolean {
  return useCall('goLive.liability', {}, { enabled: asked }).data?.needed === true;
}

export function LiabilityNotice({ onAccepted }: { onAccepted?: () => void }) {
  const { t } = useTranslation('going-live');
  const formats = useFormats();
  const liability = useCall('goLive.liability', {});
  const accept = useAct('goLive.acceptLiability');
  const [read, setRead] = useState(false);
  const [attempt, setAttempt] = useState(0);
  const { needed = false, accepted = null } = liability.data ?? {};
  const done = useRef<HTMLDivElement>(null);
  const acceptedHere = accepted !== null && attempt > 0;
  // The button that was pressed is gone by then.
  useEffect(() => {
    if (acceptedHere) done.current?.focus();
  }, [acceptedHere]);
  const problems = read ? [] : [{ name: 'liability', message: t('liability.missing') }];
  const act = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setAttempt((count) => count + 1);
    if (!read) return;
    const result = await accept.run({ accepted: true });
    if (!result.ok) return;
    await liability.refetch();
    onAccepted?.();
  };
  return (
    <form className="form" noValidate onSubmit={(event) => void act(event)}>
      {needed && <ErrorSummary problems={problems} attempt={attempt} />}
      <ul className="plain-list">
        <li>{t('liability.certified')}</li>
        <li>{t('liability.employer')}</li>
        <li>{t('liability.tests')}</li>
      </ul>
      {accepted !== null && (
        <div ref={done} tabIndex={-1}>
          <Note tone="ok">
            {t('liability.done', { moment: formats.moment(accepted.at), by: accepted.by })}
          </Note>
        </div>
      )}
      {needed && (
        <>
          <CheckboxField
            name="liability"
            label={t('liability.tick')}
            hint={t('liability.once')}
            checked={read}
            error={attempt > 0 ? problems[0]?.message : undefined}
            onChange={(event) => setRead(event.target.checked)}
          />
          <FailureNote failure={accept.failure} />
          <div className="wizard-acts">
            <Button type="submit" primary busy={accept.busy}>
              {t('liability.accept')}
            </Button>
          </div>
        </>
      )}
    </form>
  );
}
