// A day and a reference, asked for in the row that they belong to.
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/button.tsx';
import { DateField } from '../../../ui/date-field.tsx';
import { ErrorSummary } from '../../../ui/error-summary.tsx';
import { TextField } from '../../../ui/text-field.tsx';

type Words = {
  reference: string;
  referenceHint: string;
  /** Absent: it need not be given. */
  referenceMissing?: string;
  date: string;
  dateMissing: string;
  act: string;
};

type DatedFormProps = {
  /** Keeps the fields of several rows apart. */
  name: string;
  words: Words;
  firstDate?: string;
  busy: boolean;
  onSave: (given: { reference: string; date: string }) => void;
  onCancel: () => void;
};

export function DatedForm({ name, words, firstDate, busy, onSave, onCancel }: DatedFormProps) {
  const { t } = useTranslation('cbss');
  const [reference, setReference] = useState('');
  const [date, setDate] = useState<string | null>(firstDate ?? null);
  const [attempt, setAttempt] = useState(0);
  const first = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  useEffect(() => first.current?.focus(), []);
  const { referenceMissing } = words;
  const problems = [
    ...(referenceMissing !== undefined && reference.trim() === ''
      ? [{ name: `reference-${name}`, message: referenceMissing }]
      : []),
    ...(date === null ? [{ name: `date-${name}`, message: words.dateMissing }] : []),
  ];
  const errorOf = (field: string): string | undefined =>
    attempt > 0 ? problems.find((problem) => problem.name === field)?.message : undefined;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setAttempt((count) => count + 1);
    if (date !== null && problems.length === 0) onSave({ reference: reference.trim(), date });
  };
  return (
    <form className="form cbss-dated-form" noValidate onSubmit={submit}>
      <ErrorSummary problems={attempt > 0 ? problems : []} attempt={attempt} />
      <TextField
        ref={first}
        name={`reference-${name}`}
        label={words.reference}
        hint={words.referenceHint}
        error={errorOf(`reference-${name}`)}
        maxLength={120}
        value={reference}
        onChange={(event) => setReference(event.target.value)}
      />
      <DateField
        name={`date-${name}`}
        label={words.date}
        error={errorOf(`date-${name}`)}
        value={date}
        onChange={(day) => setDate(day)}
      />
      <div className="wizard-acts">
        <Button type="submit" busy={busy}>
          {words.act}
        </Button>
        <Button plain onPress={onCancel}>
          {t('rights.cancel')}
        </Button>
      </div>
    </form>
  );
}
