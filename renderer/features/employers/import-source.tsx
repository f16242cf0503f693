// First question of the import: which file. Beside it an empty list to fill in.
import { useTranslation } from 'react-i18next';
import { useAppState } from '../../app-state.ts';
import { call } from '../../bridge.ts';
import { type ListFile, ListFileField } from '../../ui/list-file.tsx';
import { ListSave } from '../../ui/list-save.tsx';

type ImportSourceProps = {
  file: ListFile | null;
  onFile: (file: ListFile) => void;
  error: string | undefined;
};

export function ImportSource({ file, onFile, error }: ImportSourceProps) {
  const { t } = useTranslation('employer-import');
  const { language } = useAppState();
  return (
    <>
      <h1>{t('source.question')}</h1>
      <p className="lead">{t('source.lead')}</p>
      <ListFileField purpose="employers" file={file} onFile={onFile} help={t('source.help')} error={error} />
      <div className="field">
        <span className="quiet-text">{t('source.template')}</span>
        <ListSave
          forms={[
            { form: 'xlsx' as const, label: t('source.templateXlsx') },
            { form: 'csv' as const, label: t('source.templateCsv') },
          ]}
          onSave={(format) => call('employerImport.saveTemplate', { format, language })}
        />
      </div>
    </>
  );
}
