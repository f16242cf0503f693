// Asks for the hour at which all clients are read one after another.
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../calls.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { FailureNote } from '../../ui/failure.tsx';
import { TextField } from '../../ui/text-field.tsx';

/** `9:30`, `0930` or `22` as people type it → `09:30`, `22:00`; null where it is no hour. */
export function hourOf(typed: string): string | null {
  const read = /^\s*(\d{1,2})\s*(?:[:.uh]?\s*(\d{2}))?\s*[uh]?\s*$/i.exec(typed);
  if (read === null) return null;
  const [hours, minutes] = [Number(read[1]), Number(read[2] ?? 0)];
  if (hours > 23 || minutes > 59) return null;
  return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
}

type PlanDialogProps = { open: boolean; onClose: () => void };

export function PlanDialog({ open, onClose }: PlanDialogProps) {
  const { t } = useTranslation('rescue');
  const { t: shell } = useTranslation('shell');
  const plan = useAct('rescue.plan');
  const [typed, setTyped] = useState('22:00');
  const [attempt, setAttempt] = useState(0);
  const time = hourOf(typed);
  const problems = time === null ? [{ name: 'time', message: t('plan.timeMissing') }] : [];
  const shown = attempt > 0 ? problems : [];
  const act = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setAttempt((count) => count + 1);
    if (time === null) return;
    const result = await plan.run({ time });
    if (result.ok) onClose();
  };
  return (
    <Dialog open={open} onClose={onClose} title={t('plan.title')}>
      <form className="form" noValidate onSubmit={(event) => void act(event)}>
        <ErrorSummary problems={shown} attempt={attempt} />
        <p>{t('plan.what')}</p>
        <TextField
          name="time"
          label={t('plan.time')}
          value={typed}
          short
          number
          maxLength={10}
          error={shown[0]?.message}
          onChange={(event) => setTyped(event.target.value)}
        />
        <FailureNote failure={plan.failure} />
        <div className="row-of">
          <Button onPress={onClose}>{shell('notNow')}</Button>
          <Button type="submit" primary busy={plan.busy}>
            {t('plan.act')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
