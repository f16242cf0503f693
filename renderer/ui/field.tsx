// A field with its label, help and error; the parts that every kind of field shares.
import { createContext, type ReactNode, useContext } from 'react';
import { useAfterPress } from './after-press.ts';
import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';

export type FieldWords = {
  label: string;
  hint?: ReactNode;
  error?: string | undefined;
  /** Same name as in the form: the error summary links to it. */
  name: string;
  /** The label is the question of the page: drawn as its heading. */
  asQuestion?: boolean;
};

/** Several forms on one page keep their ids apart by a prefix. */
const FieldPrefix = createContext('f');
export const FieldPrefixProvider = FieldPrefix.Provider;

/** What is wrong with the answers of the form around a field, where the form itself keeps count of it. */
const FieldErrors = createContext<readonly { name: string; message: string }[]>([]);
export const FieldErrorsProvider = FieldErrors.Provider;

export function useErrorOf(): (name: string) => string | undefined {
  const errors = useContext(FieldErrors);
  return (name) => errors.find((error) => error.name === name)?.message;
}

export const useFieldId = (name: string): string => `${useContext(FieldPrefix)}-${name.replaceAll('.', '-')}`;

/** Ids and states that the input itself needs. */
export function useFieldWiring(words: FieldWords) {
  const id = useFieldId(words.name);
  const wrong = words.error !== undefined && words.error !== '';
  const describedBy = [words.hint === undefined ? '' : `${id}-hint`, wrong ? `${id}-error` : '']
    .filter(Boolean)
    .join(' ');
  return {
    id,
    name: words.name,
    'aria-invalid': wrong ? (true as const) : undefined,
    'aria-describedby': describedBy === '' ? undefined : describedBy,
  };
}

export function FieldError({ id, children }: { id: string; children: string | undefined }) {
  if (children === undefined || children === '') return null;
  return (
    <span className="field-error" id={`${id}-error`}>
      <Icon name="refused" />
      {children}
    </span>
  );
}

/** Label above, then help, then the error, then the input: the error stands where the eye is. */
export function FormField({ words, children }: { words: FieldWords; children: ReactNode }) {
  const id = useFieldId(words.name);
  const error = useAfterPress(words.error);
  const label = <label htmlFor={id}>{words.label}</label>;
  return (
    <div className={classNames('field', error !== undefined && error !== '' && 'wrong')}>
      {words.asQuestion === true ? <h1 className="label-question">{label}</h1> : label}
      {words.hint !== undefined && (
        <span className="hint" id={`${id}-hint`}>
          {words.hint}
        </span>
      )}
      <FieldError id={id}>{error}</FieldError>
      {children}
    </div>
  );
}
