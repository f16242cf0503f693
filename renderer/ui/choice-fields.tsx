// Choices: one from a short list (radio), one from a long list (select), yes or no (checkbox).
import type { ChangeEventHandler, FocusEventHandler, ReactNode, Ref } from 'react';
import { useAfterPress } from './after-press.ts';
import { classNames } from './class-names.ts';
import { FieldError, type FieldWords, FormField, useFieldId, useFieldWiring } from './field.tsx';

export type Choice<V extends string = string> = { value: V; label: string; hint?: ReactNode };

type SelectFieldProps<V extends string> = FieldWords & {
  choices: Choice<V>[];
  value?: V;
  defaultValue?: V;
  onChange?: ChangeEventHandler<HTMLSelectElement>;
  onBlur?: FocusEventHandler<HTMLSelectElement>;
  ref?: Ref<HTMLSelectElement>;
};

export function SelectField<V extends string>(props: SelectFieldProps<V>) {
  const { label, hint, error, asQuestion, choices, ...rest } = props;
  const wiring = useFieldWiring(props);
  return (
    <FormField words={props}>
      <select {...rest} {...wiring} className="input select">
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </FormField>
  );
}

type RadioGroupProps<V extends string> = FieldWords & {
  choices: Choice<V>[];
  value: V | null;
  onChange: (value: V) => void;
  /** Side by side, for two or three short words. */
  inline?: boolean;
};

export function RadioGroup<V extends string>(props: RadioGroupProps<V>) {
  const { choices, value, onChange, inline = false, ...words } = props;
  const wiring = useFieldWiring(words);
  const error = useAfterPress(words.error);
  const wrong = error !== undefined && error !== '';
  return (
    <fieldset
      className={classNames('field choices', wrong && 'wrong')}
      aria-describedby={wiring['aria-describedby']}
    >
      <legend className="legend">{words.asQuestion === true ? <h1>{words.label}</h1> : words.label}</legend>
      {words.hint !== undefined && (
        <span className="hint" id={`${wiring.id}-hint`}>
          {words.hint}
        </span>
      )}
      <FieldError id={wiring.id}>{error}</FieldError>
      <div className={inline ? 'choice-row' : 'choice-list'}>
        {choices.map((choice, index) => (
          <label key={choice.value} className="choice">
            <input
              type="radio"
              id={index === 0 ? wiring.id : `${wiring.id}-${choice.value}`}
              name={wiring.id}
              value={choice.value}
              checked={value === choice.value}
              onChange={() => onChange(choice.value)}
            />
            <span>
              {choice.label}
              {choice.hint !== undefined && <small className="hint">{choice.hint}</small>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

type CheckboxFieldProps = FieldWords & {
  checked?: boolean;
  defaultChecked?: boolean;
  onChange?: ChangeEventHandler<HTMLInputElement>;
  onBlur?: FocusEventHandler<HTMLInputElement>;
  ref?: Ref<HTMLInputElement>;
};

export function CheckboxField(props: CheckboxFieldProps) {
  const { label, hint, error: given, asQuestion, ...rest } = props;
  const error = useAfterPress(given);
  const wiring = useFieldWiring(props);
  const id = useFieldId(props.name);
  return (
    <div className={classNames('field', error !== undefined && error !== '' && 'wrong')}>
      <FieldError id={id}>{error}</FieldError>
      <div className="choice">
        <input {...rest} {...wiring} type="checkbox" />
        <span>
          <label htmlFor={id}>{label}</label>
          {hint !== undefined && (
            <small className="hint" id={`${id}-hint`}>
              {hint}
            </small>
          )}
        </span>
      </div>
    </div>
  );
}
