// An amount in euro, typed with a comma or a point. What was typed stays, also when it cannot be read.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TextField } from '../../ui/text-field.tsx';
import { readCents, writeCents } from './typed-money.ts';

type MoneyFieldProps = {
  name: string;
  label: string;
  error?: string | undefined;
  value: number | null;
  onSave: (cents: number | null) => void;
};

export function MoneyField({ name, label, error, value, onSave }: MoneyFieldProps) {
  const { t } = useTranslation('training');
  const [typed, setTyped] = useState(writeCents(value));
  const [shown, setShown] = useState(value);
  const [wrong, setWrong] = useState(false);
  if (value !== shown) {
    setShown(value);
    setTyped(writeCents(value));
  }
  const leave = (): void => {
    const cents = readCents(typed);
    setWrong(cents === undefined);
    if (cents === undefined) return;
    setTyped(writeCents(cents));
    if (cents !== value) onSave(cents);
  };
  return (
    <TextField
      name={name}
      label={label}
      hint={t('fields.costHint')}
      error={wrong ? t('fields.costWrong') : error}
      short
      number
      inputMode="decimal"
      maxLength={16}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={leave}
    />
  );
}
