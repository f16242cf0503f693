// The file of a list, picked or dropped: one at a time, and of its place the page learns nothing.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallInput, CallOutput } from '../../preload/contract/index.ts';
import type { Failure } from '../../preload/contract/result.ts';
import { useAct } from '../calls.ts';
import { useFormats } from '../i18n/formats.ts';
import { Button } from './button.tsx';
import { classNames } from './class-names.ts';
import { FailureNote } from './failure.tsx';
import { useFieldId } from './field.tsx';
import { useFileDrop } from './file-drop.ts';
import { Icon } from './icon.tsx';

export type ListFile = CallOutput<'file.pick'>;

type ListFileFieldProps = {
  purpose: CallInput<'file.pick'>['purpose'];
  file: ListFile | null;
  onFile: (file: ListFile) => void;
  /** Which kinds are taken, and how large. */
  help: string;
  error: string | undefined;
};

export function ListFileField({ purpose, file, onFile, help, error }: ListFileFieldProps) {
  const { t } = useTranslation('lists');
  const formats = useFormats();
  const pick = useAct('file.pick');
  const id = useFieldId('list');
  const [dropped, setDropped] = useState<Failure | 'several' | null>(null);
  const choose = async (): Promise<void> => {
    setDropped(null);
    const result = await pick.run({ purpose });
    if (result.ok) onFile(result.value);
  };
  const drop = useFileDrop((taken) => {
    pick.forget();
    if (!taken.ok) return setDropped(taken.failure);
    const [first, ...more] = taken.value;
    if (more.length > 0) return setDropped('several');
    // Nothing that can be read: a folder, or a file that is gone.
    if (first === undefined) return setDropped({ code: 'fileUnreadable', retry: 'never', traceId: '' });
    setDropped(null);
    return onFile(first);
  });
  // Leaving the dialog without a choice is no failure.
  const failure = pick.failure?.code === 'fileNotChosen' ? null : pick.failure;
  const wrong = dropped === 'several' ? t('source.several') : error;
  return (
    <div className={wrong === undefined ? 'field' : 'field wrong'} {...drop.place}>
      <span className="legend" id={`${id}-label`}>
        {t('source.label')}
      </span>
      <span className="hint">{help}</span>
      {wrong !== undefined && (
        <span className="field-error" id={`${id}-error`}>
          <Icon name="refused" />
          {wrong}
        </span>
      )}
      {/* biome-ignore lint/a11y/useSemanticElements: a group of a name and a button, not a set of fields */}
      <div
        className={classNames('file', drop.over && 'over')}
        id={id}
        tabIndex={-1}
        role="group"
        aria-labelledby={`${id}-label`}
      >
        <Icon name="file" />
        <span>
          {file === null ? (
            <span className="quiet-text">{t(drop.over ? 'source.dropHere' : 'source.none')}</span>
          ) : (
            <>
              <strong className="address">{file.name}</strong>{' '}
              <span className="quiet-text">{formats.kilobytes(file.bytes)}</span>
            </>
          )}
        </span>
        <span className="at-end">
          <Button small busy={pick.busy} onPress={() => void choose()}>
            {t(file === null ? 'source.pick' : 'source.pickOther')}
          </Button>
        </span>
      </div>
      <FailureNote failure={failure ?? (dropped === 'several' ? null : dropped)} />
    </div>
  );
}
