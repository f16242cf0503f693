// Text that saves itself: on leaving the field, and after a pause in typing. What is typed is never taken away.
import { type ComponentProps, useEffect, useRef, useState } from 'react';
import { TextField } from '../../ui/text-field.tsx';

/** Milliseconds without a key after which what is typed is saved. */
const pause = 1_200;

type TypedTextProps = Omit<
  ComponentProps<typeof TextField>,
  'value' | 'defaultValue' | 'onChange' | 'onBlur'
> & {
  value: string;
  /** `settled` is false while a person is still in the field. */
  onSave: (value: string, settled: boolean) => void;
};

export function TypedText({ value, onSave, ...field }: TypedTextProps) {
  const [typed, setTyped] = useState(value);
  const known = useRef(value);
  const inside = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const latest = useRef(onSave);
  latest.current = onSave;
  useEffect(() => {
    if (value !== known.current && !inside.current) setTyped(value);
    known.current = value;
  }, [value]);
  useEffect(() => () => clearTimeout(timer.current), []);
  return (
    <TextField
      {...field}
      value={typed}
      onChange={(event) => {
        const now = event.target.value;
        inside.current = true;
        setTyped(now);
        clearTimeout(timer.current);
        timer.current = setTimeout(() => latest.current(now, false), pause);
      }}
      onBlur={() => {
        inside.current = false;
        clearTimeout(timer.current);
        latest.current(typed, true);
      }}
    />
  );
}
