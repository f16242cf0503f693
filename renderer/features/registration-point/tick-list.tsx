// Several of a short list, each with a box to tick.
import type { ReactNode } from 'react';
import { classNames } from '../../ui/class-names.ts';
import { FieldError, useFieldId } from '../../ui/field.tsx';

type TickListProps<V extends string> = {
  name: string;
  label: string;
  error: string | undefined;
  all: readonly { value: V; label: string; lang?: string; hint?: ReactNode }[];
  ticked: readonly V[];
  onToggle: (value: V) => void;
};

export function TickList<V extends string>({ name, label, error, all, ticked, onToggle }: TickListProps<V>) {
  const id = useFieldId(name);
  return (
    <fieldset className={classNames('field choices', error !== undefined && 'wrong')}>
      <legend className="legend">{label}</legend>
      <FieldError id={id}>{error}</FieldError>
      <div className="choice-list">
        {all.map(({ value, label: words, lang, hint }, index) => (
          <label key={value} className="choice" lang={lang}>
            <input
              type="checkbox"
              id={index === 0 ? id : `${id}-${value}`}
              checked={ticked.includes(value)}
              onChange={() => onToggle(value)}
            />
            <span>
              {words}
              {hint !== undefined && <small className="hint">{hint}</small>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
