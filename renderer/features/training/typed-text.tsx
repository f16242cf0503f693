// Text that saves itself at every key: those typed while a save is under way join the next. What is typed is never taken away.
import { type ComponentProps, useEffect, useRef, useState } from 'react';
import { TextField } from '../../ui/text-field.tsx';

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
  useEffect(() => {
    if (value !== known.current && !inside.current) setTyped(value);
    known.current = value;
  }, [value]);
  return (
    <TextField
      {...field}
      value={typed}
      onChange={(event) => {
        const now = event.target.value;
        inside.current = true;
        setTyped(now);
        onSave(now, false);
      }}
      onBlur={() => {
        inside.current = false;
        onSave(typed, true);
      }}
    />
  );
}
