// One cell of a row, open for correction: what was typed is judged when the cell is left, never while typing.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TrainingImportField } from '../../../preload/rules/training/import-fields.ts';
import { useFieldId } from '../../ui/field.tsx';
import { isListed, isNumber, listed, useImportWords } from './import-words.ts';

/** Fields of which the text is long. */
const wide: readonly TrainingImportField[] = ['title', 'workerName', 'providerName', 'description'];

type ImportCellProps = {
  field: TrainingImportField;
  /** Which row, for reading aloud. */
  place: string;
  text: string;
  asRead: string;
  wrong: boolean;
  /** Id of the sentence that says what is wrong. */
  why: string;
  onLeave: (text: string) => void;
};

export function ImportCell({ field, place, text, asRead, wrong, why, onLeave }: ImportCellProps) {
  const { t } = useTranslation('training-import');
  const words = useImportWords();
  const id = useFieldId(`${place}-${field}`.replace(/[^\w-]+/g, '-'));
  const [typed, setTyped] = useState(text);
  const leave = (value: string): void => {
    if (value !== text) onLeave(value);
  };
  const shared = {
    id,
    'aria-label': t('problems.cell', { field: words.fieldName(field), place }),
    'aria-invalid': wrong || undefined,
    'aria-describedby': wrong ? why : undefined,
  };
  return (
    <div className={wrong ? 'import-cell wrong' : 'import-cell'}>
      <span className="quiet-text" aria-hidden="true">
        {words.fieldName(field)}
      </span>
      {isListed(field) ? (
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
          {asRead !== '' && !(listed[field] as readonly string[]).includes(asRead) && (
            <option value={asRead}>{t('problems.asRead', { text: asRead })}</option>
          )}
          {listed[field].map((value) => (
            <option key={value} value={value}>
              {words.word(field, value)}
            </option>
          ))}
        </select>
      ) : (
        <input
          {...shared}
          className={isNumber(field) ? 'input small number' : 'input small'}
          size={wide.includes(field) ? 28 : 14}
          autoComplete="off"
          spellCheck={false}
          maxLength={2_000}
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
