// Reference and date of an authorisation.
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CbssRight } from '../../../../preload/contract/cbss.ts';
import { Button } from '../../../ui/button.tsx';
import { DateField } from '../../../ui/date-field.tsx';
import { ErrorSummary } from '../../../ui/error-summary.tsx';
import { TextField } from '../../../ui/text-field.tsx';

type RightFormProps = {
  right: CbssRight;
  busy: boolean;
  onSave: (authorisation: { reference: string; date: string }) => void;
  onCancel: () => void;
};

export function RightForm({ right, busy, onSave, onCancel }: RightFormProps) {
  const { t } = useTranslation('cbss');
  const [reference, setReference] = useState('');
  const [date, setDate] = useState<string | null>(null);
  const [attempt, setAttempt] = useState(0);
  const first = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  useEffect(() => first.current?.focus(), []);
  const problems = [
    ...(reference.trim() === ''
      ? [{ name: `reference-${right}`, message: t('rights.referenceMissing') }]
      : []),
    ...(date === null ? [{ name: `date-${right}`, message: t('rights.dateMissing') }] : []),
  ];
  const errorOf = (name: string): string | undefined =>
    attempt > 0 ? problems.find((problem) => problem.name === name)?.message : undefined;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setAttempt((count) => count + 1);
    if (date !== null && problems.length === 0) onSave({ reference: reference.trim(), date });
  };
  return (
    <form className="form cbss-right-form" noValidate onSubmit={submit}>
      <ErrorSummary problems={attempt > 0 ? problems : []} attempt={attempt} />
      <TextField
        ref={first}
        name={`reference-${right}`}
        label={t('rights.reference')}
        hint={t('rights.referenceHint')}
        error={errorOf(`reference-${right}`)}
        maxLength={120}
        value={reference}
        onChange={(event) => setReference(event.target.value)}
      />
      <DateField
        name={`date-${right}`}
        label={t('rights.date')}
        error={errorOf(`date-${right}`)}
        value={date}
        onChange={(day) => setDate(day)}
      />
      <div className="wizard-acts">
        <Button type="submit" busy={busy}>
          {t('rights.record')}
        </Button>
        <Button plain onPress={onCancel}>
          {t('rights.cancel')}
        </Button>
      </div>
    </form>
  );
}
