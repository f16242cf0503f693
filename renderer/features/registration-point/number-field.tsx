// The one field: what is entered shows as dots, with the last two signs beside it, so that a wrong key is seen and nobody
// reads a number over a shoulder.
import { useId } from 'react';
import { Icon } from '../../ui/icon.tsx';
import { type Entry, type Glimpse, longest } from './use-entry.ts';

type NumberFieldProps = {
  entry: Entry;
  glimpse: Glimpse;
  label: string;
  hint: string;
  error: string | null;
  onEnter: () => void;
};

export function NumberField({ entry, glimpse, label, hint, error, onEnter }: NumberFieldProps) {
  const id = useId();
  return (
    <div className="point-field">
      <label htmlFor={id}>{label}</label>
      <div className="point-well">
        <input
          ref={entry.field}
          id={id}
          type="password"
          inputMode="none"
          autoComplete="off"
          spellCheck={false}
          maxLength={longest}
          aria-describedby={`${id}-hint`}
          aria-invalid={error !== null}
          onInput={entry.changed}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            event.preventDefault();
            onEnter();
          }}
        />
        <span className="point-glimpse" aria-hidden="true">
          {glimpse.count > 0 && (
            <>
              …{glimpse.tail}
              <small>{glimpse.count}</small>
            </>
          )}
        </span>
      </div>
      <p id={`${id}-hint`} className={error === null ? 'point-hint' : 'point-hint wrong'}>
        {error !== null && <Icon name="refused" />}
        {error ?? hint}
      </p>
    </div>
  );
}
