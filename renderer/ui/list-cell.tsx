// One cell of a row of a list, open for correction: what was typed is judged when the cell is left, never while typing.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFieldId } from './field.tsx';

/** A cell is chosen from a closed list of words, or typed. */
export type ListCellLook =
  | { choices: readonly { value: string; label: string }[] }
  | { size: number; number: boolean; limit: number };

type ListCellProps = {
  field: string;
  label: string;
  look: ListCellLook;
  /** Which row, for reading aloud. */
  place: string;
  text: string;
  asRead: string;
  wrong: boolean;
  /** Id of the sentence that says what is wrong. */
  why: string;
  onLeave: (text: string) => void;
};

export function ListCell({ field, label, look, place, text, asRead, wrong, why, onLeave }: ListCellProps) {
  const { t } = useTranslation('lists');
  const id = useFieldId(`${place}-${field}`.replace(/[^\w-]+/g, '-'));
  const [typed, setTyped] = useState(text);
  // Put right together with others: what stands here follows, unless somebody is typing in it.
  const [known, setKnown] = useState(text);
  if (known !== text) {
    setKnown(text);
    if (typed === known) setTyped(text);
  }
  const leave = (value: string): void => {
    if (value !== text) onLeave(value);
  };
  const shared = {
    id,
    'aria-label': t('problems.cell', { field: label, place }),
    'aria-invalid': wrong || undefined,
    'aria-describedby': wrong ? why : undefined,
  };
  return (
    <div className={wrong ? 'import-cell wrong' : 'import-cell'}>
      <span className="quiet-text" aria-hidden="true">
        {label}
      </span>
      {'choices' in look ? (
        <select
          {...shared}
          className="input select small"
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            leave(event.target.value);
          }}
        >
          <option value="">{t('problems.empty')}</option>
          {asRead !== '' && !look.choices.some(({ value }) => value === asRead) && (
            <option value={asRead}>{t('problems.asRead', { text: asRead })}</option>
          )}
          {look.choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
      ) : (
        <input
          {...shared}
          className={look.number ? 'input small number' : 'input small'}
          size={look.size}
          autoComplete="off"
          spellCheck={false}
          maxLength={look.limit}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          onBlur={() => leave(typed)}
          onKeyDown={(event) => {
            // Enter in a cell means "this cell is done", not "go on to the next step".
            if (event.key !== 'Enter') return;
            event.preventDefault();
            leave(typed);
          }}
        />
      )}
    </div>
  );
}
