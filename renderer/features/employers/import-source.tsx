// First question of the import: which file. Beside it an empty list to fill in.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../../../preload/contract/index.ts';
import { useAppState } from '../../app-state.ts';
import { useAct } from '../../calls.ts';
import { useFormats } from '../../i18n/formats.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNote } from '../../ui/failure.tsx';
import { useFieldId } from '../../ui/field.tsx';
import { Icon } from '../../ui/icon.tsx';

export type ListFile = CallOutput<'file.pick'>;

type ImportSourceProps = {
  file: ListFile | null;
  onFile: (file: ListFile) => void;
  error: string | undefined;
};

export function ImportSource({ file, onFile, error }: ImportSourceProps) {
  const { t } = useTranslation('employer-import');
  const formats = useFormats();
  const pick = useAct('file.pick');
  const id = useFieldId('list');
  const choose = async (): Promise<void> => {
    const result = await pick.run({ purpose: 'employers' });
    if (result.ok) onFile(result.value);
  };
  // Leaving the dialog without a choice is no failure.
  const failure = pick.failure?.code === 'fileNotChosen' ? null : pick.failure;
  return (
    <>
      <h1>{t('source.question')}</h1>
      <p className="lead">{t('source.lead')}</p>
      <div className={error === undefined ? 'field' : 'field wrong'}>
        <span className="legend" id={`${id}-label`}>
          {t('source.label')}
        </span>
        <span className="hint">{t('source.help')}</span>
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
              <span className="quiet-text">{t('source.none')}</span>
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
        <FailureNote failure={failure} />
      </div>
      <Template />
    </>
  );
}

function Template() {
  const { t } = useTranslation('employer-import');
  const { language } = useAppState();
  const save = useAct('employerImport.saveTemplate');
  const [name, setName] = useState('');
  const run = async (format: 'csv' | 'xlsx'): Promise<void> => {
    const result = await save.run({ format, language });
    setName(result.ok ? result.value.name : '');
  };
  return (
    <div className="field">
      <span className="quiet-text">{t('source.template')}</span>
      <div className="row-of">
        <Button small icon="download" busy={save.busy} onPress={() => void run('xlsx')}>
          {t('source.templateXlsx')}
        </Button>
        <Button small icon="download" busy={save.busy} onPress={() => void run('csv')}>
          {t('source.templateCsv')}
        </Button>
        <span role="status" className="quiet-text">
          {name !== '' && t('source.saved', { name })}
        </span>
      </div>
      <FailureNote failure={save.failure?.code === 'fileNotChosen' ? null : save.failure} />
    </div>
  );
}
