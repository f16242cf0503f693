// First step of a renewal: a new pair in the same name, or a certificate that is on this computer already.
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../calls.ts';
import { useFormats } from '../../i18n/formats.ts';
import { Button } from '../../ui/button.tsx';
import { RadioGroup, SelectField } from '../../ui/choice-fields.tsx';
import { ConfirmDialog } from '../../ui/dialog.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { FailureNote } from '../../ui/failure.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useToast } from '../../ui/toast.tsx';
import type { Renewal } from './renewal-page.tsx';

/** Asked for at once when the end is near, else when the person wants it. */
export function RenewalStage({ renewal }: { renewal: Renewal }) {
  const { t } = useTranslation('certificate-life');
  const { current } = renewal;
  const [isEarly, setIsEarly] = useState(false);
  if (isEarly || current === null || !current.stored || current.rung !== null)
    return <StageForm renewal={renewal} />;
  return (
    <div className="row-of">
      <Button onPress={() => setIsEarly(true)}>{t('renewal.stage.early')}</Button>
    </div>
  );
}

function StageForm({ renewal }: { renewal: Renewal }) {
  const { t } = useTranslation('certificate-life');
  const formats = useFormats();
  const { accountId, candidates, enterpriseName } = renewal;
  const [how, setHow] = useState<'make' | 'take'>('make');
  const [name, setName] = useState(renewal.proposedName);
  const [which, setWhich] = useState('');
  const [attempt, setAttempt] = useState(0);
  const make = useAct('renewal.generate');
  const take = useAct('renewal.stage');
  const problems = [
    ...(how === 'make' && name.trim() === ''
      ? [{ name: 'nextName', message: t('renewal.stage.nameMissing') }]
      : []),
    ...(how === 'take' && which === ''
      ? [{ name: 'nextOne', message: t('renewal.stage.whichMissing') }]
      : []),
  ];
  const errorOf = (field: string) =>
    attempt > 0 ? problems.find((problem) => problem.name === field)?.message : undefined;
  const stage = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setAttempt((count) => count + 1);
    if (problems.length > 0) return;
    if (how === 'make') await make.run({ accountId, name: name.trim() });
    else await take.run({ accountId, certificateId: which });
  };
  return (
    <form className="form" noValidate onSubmit={(event) => void stage(event)}>
      <ErrorSummary problems={problems} attempt={attempt} />
      <RadioGroup
        name="how"
        label={t('renewal.stage.how')}
        value={how}
        onChange={(value) => {
          setHow(value);
          setAttempt(0);
        }}
        choices={[
          {
            value: 'make',
            label: t('renewal.stage.make'),
            hint: t('renewal.stage.makeHint', { enterprise: enterpriseName }),
          },
          {
            value: 'take',
            label: t('renewal.stage.take'),
            hint: t('renewal.stage.takeHint', { count: candidates.length }),
          },
        ]}
      />
      {how === 'make' ? (
        <TextField
          name="nextName"
          label={t('renewal.stage.name')}
          maxLength={120}
          value={name}
          error={errorOf('nextName')}
          onChange={(event) => setName(event.target.value)}
        />
      ) : (
        <SelectField
          name="nextOne"
          label={t('renewal.stage.which')}
          error={errorOf('nextOne')}
          value={which}
          onChange={(event) => setWhich(event.target.value)}
          choices={[
            { value: '', label: t('renewal.stage.whichNone') },
            ...candidates.map((one) => ({
              value: one.id,
              label: t('renewal.stage.option', {
                name: one.name,
                date: formats.dayOf(one.notAfter, 'medium'),
              }),
            })),
          ]}
        />
      )}
      <FailureNote failure={how === 'make' ? make.failure : take.failure} />
      <div className="row-of">
        <Button primary type="submit" busy={make.busy || take.busy}>
          {t('renewal.stage.act')}
        </Button>
      </div>
    </form>
  );
}

/** Takes the staged certificate off again, asked once more. */
export function DropStaged({ accountId, name }: { accountId: string; name: string }) {
  const { t } = useTranslation('certificate-life');
  const toast = useToast();
  const [open, setOpen] = useState(false);
  const drop = useAct('renewal.unstage');
  const run = async (): Promise<void> => {
    const result = await drop.run({ accountId });
    if (!result.ok) return;
    setOpen(false);
    toast({ text: t('renewal.stage.dropped', { name }) });
  };
  return (
    <div className="row-of">
      <Button small plain icon="undo" onPress={() => setOpen(true)}>
        {t('renewal.stage.drop')}
      </Button>
      <ConfirmDialog
        open={open}
        onClose={() => setOpen(false)}
        title={t('renewal.stage.dropTitle', { name })}
        act={t('renewal.stage.drop')}
        busy={drop.busy}
        onAct={() => void run()}
      >
        <p>{t('renewal.stage.dropWhat')}</p>
        <FailureNote failure={drop.failure} />
      </ConfirmDialog>
    </div>
  );
}
