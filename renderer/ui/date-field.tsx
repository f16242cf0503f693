// A day, typed as d/m/yyyy (dots and dashes too) or picked from a calendar. What was typed stays, also when it is wrong.
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readDay, writeTypedDay } from '../i18n/typed-values.ts';
import { Button } from './button.tsx';
import { type FieldWords, FormField, useFieldWiring } from './field.tsx';

const DayPicker = lazy(() => import('./day-picker.tsx'));

type DateFieldProps = FieldWords & {
  /** `yyyy-mm-dd`; null while nothing or nothing readable is typed. */
  value: string | null;
  /** Called on leaving the field or picking. `typed` tells an empty field from one that cannot be read. */
  onChange: (day: string | null, typed: string) => void;
};

export function DateField({ value, onChange, ...words }: DateFieldProps) {
  const { t } = useTranslation('shell');
  const [typed, setTyped] = useState(value === null ? '' : writeTypedDay(value));
  const [shown, setShown] = useState(value);
  const [open, setOpen] = useState(false);
  const [unreadable, setUnreadable] = useState(false);
  if (value !== shown) {
    setShown(value);
    if (value !== null || !unreadable) setTyped(value === null ? '' : writeTypedDay(value));
  }
  const error = words.error ?? (unreadable ? t('issues.day') : undefined);
  const full: FieldWords = {
    ...words,
    hint: words.hint ?? t('fields.dayHint'),
    ...(error === undefined ? {} : { error }),
  };
  const wiring = useFieldWiring(full);
  const leave = () => {
    const day = readDay(typed);
    const wrong = day === null && typed.trim() !== '';
    setUnreadable(wrong);
    if (day !== null) setTyped(writeTypedDay(day));
    // A form must hear of what cannot be read, and of its going: else it would take the field for empty.
    if (day !== value || wrong || unreadable) onChange(day, typed.trim());
  };
  return (
    <FormField words={full}>
      <span className="joined">
        <input
          {...wiring}
          className="input short"
          inputMode="numeric"
          autoComplete="off"
          maxLength={10}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          onBlur={leave}
          onKeyDown={({ key }) => {
            // It may send the form, which must hear first of the day that was typed.
            if (key === 'Enter') leave();
          }}
        />
        <Suspense
          fallback={<Button icon="calendar" label={t('fields.openCalendar', { label: words.label })} />}
        >
          {open ? (
            <DayPicker
              label={words.label}
              value={value}
              onClose={() => setOpen(false)}
              onPick={(day) => {
                setOpen(false);
                setUnreadable(false);
                setTyped(writeTypedDay(day));
                onChange(day, writeTypedDay(day));
              }}
            />
          ) : (
            <Button
              icon="calendar"
              label={t('fields.openCalendar', { label: words.label })}
              onPress={() => setOpen(true)}
            />
          )}
        </Suspense>
      </span>
    </FormField>
  );
}
