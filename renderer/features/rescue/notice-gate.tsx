// The notice before the first reading: whoever wants to read and has not accepted it meets it first; then the act goes on.
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct, useCall } from '../../calls.ts';
import { Button } from '../../ui/button.tsx';
import { CheckboxField } from '../../ui/choice-fields.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { FailureNote } from '../../ui/failure.tsx';

const parts = ['purpose', 'duty', 'files', 'certified'] as const;

/** `first(act)` does the act at once, or after the notice was accepted; `dialog` stands anywhere on the page. */
export function useNoticeFirst(): { first: (act: () => void) => void; dialog: ReactNode } {
  const status = useCall('rescue.status', {}, { keepPrevious: true }).data;
  const [waiting, setWaiting] = useState<(() => void) | null>(null);
  const first = (act: () => void): void => {
    if (status === undefined || status.notice.acceptedAt !== null) act();
    else setWaiting(() => act);
  };
  const dialog = (
    <NoticeDialog
      open={waiting !== null}
      onClose={() => setWaiting(null)}
      onAccepted={() => {
        setWaiting(null);
        waiting?.();
      }}
    />
  );
  return { first, dialog };
}

type NoticeDialogProps = { open: boolean; onClose: () => void; onAccepted: () => void };

function NoticeDialog({ open, onClose, onAccepted }: NoticeDialogProps) {
  const { t } = useTranslation('rescue');
  const { t: shell } = useTranslation('shell');
  const accept = useAct('rescue.acceptNotice');
  const [ticked, setTicked] = useState(false);
  const [attempt, setAttempt] = useState(0);
  const problems = ticked ? [] : [{ name: 'notice', message: t('notice.missing') }];
  const act = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setAttempt((count) => count + 1);
    if (!ticked) return;
    const result = await accept.run({ accepted: true });
    if (result.ok) onAccepted();
  };
  return (
    <Dialog open={open} onClose={onClose} title={t('notice.title')}>
      <form className="form" noValidate onSubmit={(event) => void act(event)}>
        <ErrorSummary problems={attempt > 0 ? problems : []} attempt={attempt} />
        <ul className="plain-list">
          {parts.map((part) => (
            <li key={part}>{t(`notice.${part}`)}</li>
          ))}
        </ul>
        <CheckboxField
          name="notice"
          label={t('notice.tick')}
          hint={t('notice.once')}
          checked={ticked}
          error={attempt > 0 ? problems[0]?.message : undefined}
          onChange={(event) => setTicked(event.target.checked)}
        />
        <FailureNote failure={accept.failure} />
        <div className="row-of">
          <Button onPress={onClose}>{shell('notNow')}</Button>
          <Button type="submit" primary busy={accept.busy}>
            {t('notice.accept')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
