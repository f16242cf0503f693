// First question of the import: which file. Beside it an empty list to fill in.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAppState } from '../../app-state.ts';
import { useAct } from '../../calls.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNote } from '../../ui/failure.tsx';
import { type ListFile, ListFileField } from '../../ui/list-file.tsx';

type ImportSourceProps = {
  file: ListFile | null;
  onFile: (file: ListFile) => void;
  error: string | undefined;
};

export function ImportSource({ file, onFile, error }: ImportSourceProps) {
  const { t } = useTranslation('employer-import');
  return (
    <>
      <h1>{t('source.question')}</h1>
      <p className="lead">{t('source.lead')}</p>
      <ListFileField purpose="employers" file={file} onFile={onFile} help={t('source.help')} error={error} />
      <Template />
    </>
  );
}

function Template() {
  const { t } = useTranslation('employer-import');
  const lists = useTranslation('lists').t;
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
          {name !== '' && lists('source.saved', { name })}
        </span>
      </div>
      <FailureNote failure={save.failure?.code === 'fileNotChosen' ? null : save.failure} />
    </div>
  );
}
