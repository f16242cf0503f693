// One line or several lines of text. Spreads what react-hook-form's `register` gives.
import type { ChangeEventHandler, FocusEventHandler, Ref } from 'react';
import { classNames } from './class-names.ts';
import { type FieldWords, FormField, useFieldWiring } from './field.tsx';

type TextFieldProps = FieldWords & {
  ref?: Ref<HTMLInputElement & HTMLTextAreaElement>;
  value?: string;
  defaultValue?: string;
  onChange?: ChangeEventHandler<HTMLInputElement & HTMLTextAreaElement>;
  onBlur?: FocusEventHandler<HTMLInputElement & HTMLTextAreaElement>;
  type?: 'text' | 'password' | 'search';
  /** Width for what is expected: a number, a date. */
  short?: boolean;
  /** An identifier: figures line up. */
  number?: boolean;
  /** Lines of a longer text. */
  lines?: number;
  maxLength?: number;
  autoComplete?: string;
  inputMode?: 'text' | 'numeric' | 'decimal';
  placeholder?: string;
};

export function TextField(props: TextFieldProps) {
  const { label, hint, error, asQuestion, short, number, lines, type = 'text', ref, ...rest } = props;
  const words: FieldWords = {
    label,
    name: props.name,
    ...(hint === undefined ? {} : { hint }),
    ...(error === undefined ? {} : { error }),
    ...(asQuestion === undefined ? {} : { asQuestion }),
  };
  const wiring = useFieldWiring(words);
  const className = classNames('input', short && 'short', number && 'number');
  const shared = {
    autoComplete: 'off',
    spellCheck: false,
    ...rest,
    ...wiring,
    className,
    ...(ref ? { ref } : {}),
  };
  return (
    <FormField words={words}>
      {lines === undefined ? <input {...shared} type={type} /> : <textarea {...shared} rows={lines} />}
    </FormField>
  );
}
