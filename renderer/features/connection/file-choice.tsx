// A file of the person's choosing, as a question with its error: main opens the dialog and keeps the path.
import { useTranslation } from 'react-i18next';
import type { CallInput, CallOutput } from '../../../preload/contract/index.ts';
import { useAct } from '../../calls.ts';
import { useFormats } from '../../i18n/formats.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNote } from '../../ui/failure.tsx';
import { useFieldId } from '../../ui/field.tsx';
import { Icon } from '../../ui/icon.tsx';

export type PickedFile = CallOutput<'file.pick'>;

type FileChoiceProps = {
  name: string;
  purpose: CallInput<'file.pick'>['purpose'];
  label: string;
  hint: string;
  file: PickedFile | null;
  onPick: (file: PickedFile) => void;
  error: string | undefined;
  /** Names the button where no file is chosen yet. */
  act?: string;
};

export function FileChoice({ name, purpose, label, hint, file, onPick, error, act }: FileChoiceProps) {
  const { t } = useTranslation('connection');
  const formats = useFormats();
  const pick = useAct('file.pick');
  const id = useFieldId(name);
  const choose = async (): Promise<void> => {
    const result = await pick.run({ purpose });
    if (result.ok) onPick(result.value);
  };
  // Leaving the dialog without a choice is no failure.
  const failure = pick.failure?.code === 'fileNotChosen' ? null : pick.failure;
  return (
    <div className={error === undefined ? 'field' : 'field wrong'}>
      <span className="legend" id={`${id}-label`}>
        {label}
      </span>
      <span className="hint">{hint}</span>
      {error !== undefined && (
        <span className="field-error" id={`${id}-error`}>
          <Icon name="refused" />
          {error}
        </span>
      )}
      {/* biome-ignore lint/a11y/useSemanticElements: a group of a name and a button, not a set of fields */}
      <div className="file" id={id} tabIndex={-1} role="group" aria-labelledby={`${id}-label`}>
        <Icon name="file" />
        <span>
          {file === null ? (
            <span className="quiet-text">{t('import.noFile')}</span>
          ) : (
            <>
              <strong className="address">{file.name}</strong>{' '}
              <span className="quiet-text">{formats.kilobytes(file.bytes)}</span>
            </>
          )}
        </span>
        <span className="at-end">
          <Button small busy={pick.busy} onPress={() => void choose()}>
            {file === null ? (act ?? t('import.pick')) : t('import.pickOther')}
          </Button>
        </span>
      </div>
      <FailureNote failure={failure} />
    </div>
  );
}
