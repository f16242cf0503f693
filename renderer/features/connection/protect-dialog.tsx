// Saves a weakly sealed file again: the new password is asked twice, lives in this dialog only, and goes to main once.
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { shortestPassword } from '../../../preload/contract/certificates.ts';
import type { CallInput } from '../../../preload/contract/index.ts';
import { useAct } from '../../calls.ts';
import { Button } from '../../ui/button.tsx';
import { CheckboxField } from '../../ui/choice-fields.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorSummary, type FieldProblem } from '../../ui/error-summary.tsx';
import { FailureNote } from '../../ui/failure.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useToast } from '../../ui/toast.tsx';

type Container = CallInput<'certificate.inspect'>;

export function ProtectButton({ container }: { container: Container }) {
  const { t } = useTranslation('certificates');
  const [open, setOpen] = useState(false);
  return (
    <div className="row-of">
      <Button icon="shield" onPress={() => setOpen(true)}>
        {t('protect.act')}
      </Button>
      {open && <ProtectDialog container={container} onClose={() => setOpen(false)} />}
    </div>
  );
}

function ProtectDialog({ container, onClose }: { container: Container; onClose: () => void }) {
  const { t } = useTranslation(['certificates', 'connection']);
  const toast = useToast();
  const [password, setPassword] = useState('');
  const [again, setAgain] = useState('');
  const [shown, setShown] = useState(false);
  const [problems, setProblems] = useState<FieldProblem[]>([]);
  const [attempt, setAttempt] = useState(0);
  const protect = useAct('certificate.protect');
  const least = shortestPassword;
  const errorOf = (name: string) => problems.find((one) => one.name === name)?.message;
  const save = async (): Promise<void> => {
    const found = [
      ...(password.length < least
        ? [{ name: 'newPassword', message: t('protect.tooShort', { least }) }]
        : []),
      ...(password === again ? [] : [{ name: 'newPasswordAgain', message: t('protect.differ') }]),
    ];
    setProblems(found);
    setAttempt((count) => count + 1);
    if (found.length > 0) return;
    const { enterpriseName: _, enterpriseNumber: __, ...file } = container;
    const result = await protect.run({ ...file, newPassword: password });
    if (!result.ok || !result.value.saved) return;
    toast({ text: t('protect.saved', { name: result.value.name }) });
    onClose();
  };
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    // The dialog stands inside the wizard's form as far as React's events go.
    event.stopPropagation();
    if (!protect.busy) void save();
  };
  const type = shown ? 'text' : 'password';
  // Leaving the dialog for the place without choosing one is no failure.
  const left = protect.failure?.code === 'fileNotChosen' || protect.failure?.code === 'cancelled';
  return (
    <Dialog open onClose={onClose} title={t('protect.title')}>
      <form noValidate className="form" onSubmit={onSubmit}>
        <ErrorSummary problems={problems} attempt={attempt} />
        <p>{t('protect.what')}</p>
        <p className="quiet-text">{t('protect.how')}</p>
        <TextField
          name="newPassword"
          label={t('protect.password')}
          hint={t('protect.hint', { least })}
          type={type}
          autoComplete="new-password"
          maxLength={1_000}
          value={password}
          error={errorOf('newPassword')}
          onChange={(event) => setPassword(event.target.value)}
        />
        <TextField
          name="newPasswordAgain"
          label={t('protect.again')}
          type={type}
          autoComplete="new-password"
          maxLength={1_000}
          value={again}
          error={errorOf('newPasswordAgain')}
          onChange={(event) => setAgain(event.target.value)}
        />
        <CheckboxField
          name="showNewPassword"
          label={t('connection:import.show')}
          checked={shown}
          onChange={(event) => setShown(event.target.checked)}
        />
        <FailureNote failure={left ? null : protect.failure} />
        <div className="acts">
          <Button onPress={onClose}>{t('protect.cancel')}</Button>
          <Button primary type="submit" busy={protect.busy}>
            {t('protect.save')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
