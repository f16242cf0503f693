// First question of the import: which file. Beside it an empty list to fill in.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../../../preload/contract/index.ts';
import type { Failure } from '../../../preload/contract/result.ts';
import { useAppState } from '../../app-state.ts';
import { useAct } from '../../calls.ts';
import { useFormats } from '../../i18n/formats.ts';
import { Button } from '../../ui/button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { FailureNote } from '../../ui/failure.tsx';
import { useFieldId } from '../../ui/field.tsx';
import { useFileDrop } from '../../ui/file-drop.ts';
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
    setDropped(null);
    const result = await pick.run({ purpose: 'employers' });
    if (result.ok) onFile(result.value);
  };
  const [dropped, setDropped] = useState<Failure | 'several' | null>(null);
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
    <>
      <h1>{t('source.question')}</h1>
      <p className="lead">{t('source.lead')}</p>
      <div className={wrong === undefined ? 'field' : 'field wrong'} {...drop.place}>
        <span className="legend" id={`${id}-label`}>
          {t('source.label')}
        </span>
        <span className="hint">{t('source.help')}</span>
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
