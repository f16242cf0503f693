// A day, typed as d/m/yyyy (dots and dashes too) or picked from a calendar. What was typed stays, also when it is wrong.
import { lazy, Suspense, useRef, useState } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { useTranslation } from 'react-i18next';
import { readDay, writeTypedDay } from '../i18n/typed-values.ts';
import { buttonClass } from './button.tsx';
import { type FieldWords, FormField, useFieldWiring } from './field.tsx';
import { Icon } from './icon.tsx';

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
  const opener = useRef<HTMLButtonElement>(null);
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
        <AriaButton
          ref={opener}
          className={buttonClass({}, true)}
          aria-label={t('fields.openCalendar', { label: words.label })}
          aria-haspopup="dialog"
          aria-expanded={open}
          onPress={() => setOpen(true)}
        >
          <Icon name="calendar" />
        </AriaButton>
        <Suspense fallback={null}>
          {open && (
            <DayPicker
              label={words.label}
              value={value}
              opener={opener}
              onClose={() => setOpen(false)}
              onPick={(day) => {
                setOpen(false);
                setUnreadable(false);
                setTyped(writeTypedDay(day));
                onChange(day, writeTypedDay(day));
              }}
            />
          )}
        </Suspense>
      </span>
    </FormField>
  );
}
