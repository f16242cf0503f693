// A duration in hours and minutes: 3:48, 3u48 or 3,8. What was typed stays, also when it is wrong.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { writeDuration } from '../i18n/formats.ts';
import { readDuration } from '../i18n/typed-values.ts';
import { type FieldWords, FormField, useFieldWiring } from './field.tsx';

type DurationFieldProps = FieldWords & {
  /** Whole minutes. */
  value: number | null;
  onChange: (minutes: number | null, typed: string) => void;
  /** Minutes of a day, where days may be typed too. */
  dayMinutes?: number | undefined;
};

export function DurationField({ value, onChange, dayMinutes, ...words }: DurationFieldProps) {
  const { t } = useTranslation('shell');
  const [typed, setTyped] = useState(value === null ? '' : writeDuration(value));
  const [shown, setShown] = useState(value);
  const [unreadable, setUnreadable] = useState(false);
  if (value !== shown) {
    setShown(value);
    if (value !== null || !unreadable) setTyped(value === null ? '' : writeDuration(value));
  }
  const error = words.error ?? (unreadable ? t('issues.duration') : undefined);
  const full: FieldWords = {
    ...words,
    hint: words.hint ?? t('fields.durationHint'),
    ...(error === undefined ? {} : { error }),
  };
  const wiring = useFieldWiring(full);
  const leave = () => {
    const minutes = readDuration(typed, dayMinutes);
    setUnreadable(minutes === null && typed.trim() !== '');
    if (minutes !== null) setTyped(writeDuration(minutes));
    if (minutes !== value) onChange(minutes, typed.trim());
  };
  return (
    <FormField words={full}>
      <input
        {...wiring}
        className="input short number"
        autoComplete="off"
        maxLength={12}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={leave}
      />
    </FormField>
  );
}
