// First question of the certificate wizard: a file that exists (or two), a new certificate, or one to order.
import { useTranslation } from 'react-i18next';
import { CheckboxField, RadioGroup } from '../../ui/choice-fields.tsx';
import { useErrorOf } from '../../ui/field.tsx';
import { FileChoice } from './file-choice.tsx';
import { chosen, type ImportDraft } from './import-draft.ts';

type ImportSourceProps = {
  draft: ImportDraft;
  put: (change: Partial<ImportDraft>) => void;
};

export function ImportSource({ draft, put }: ImportSourceProps) {
  const errorOf = useErrorOf();
  const { t } = useTranslation(['connection', 'certificates']);
  return (
    <div className="form">
      <RadioGroup
        name="source"
        asQuestion
        label={t('import.question')}
        error={errorOf('source')}
        choices={[
          { value: 'file', label: t('import.file'), hint: t('import.fileHint') },
          { value: 'make', label: t('import.make'), hint: t('import.makeHint') },
          {
            value: 'order',
            label: t('certificates:twoFiles.order'),
            hint: t('certificates:twoFiles.orderHint'),
          },
        ]}
        value={draft.source}
        onChange={(source) => put({ source })}
      />
      {draft.source === 'file' && <Files draft={draft} put={put} />}
    </div>
  );
}

function Files({ draft, put }: ImportSourceProps) {
  const errorOf = useErrorOf();
  const { t } = useTranslation(['connection', 'certificates']);
  return (
    <>
      <FileChoice
        name="file"
        purpose="certificate"
        label={t('import.fileLabel')}
        hint={t('import.fileHelp')}
        file={draft.file}
        onPick={(file) => put(chosen(draft, file))}
        error={errorOf('file')}
      />
      <CheckboxField
        name="separate"
        label={t('certificates:twoFiles.separate')}
        hint={t('certificates:twoFiles.separateHint')}
        checked={draft.separate}
        onChange={(event) => put({ separate: event.target.checked })}
      />
      {draft.separate && (
        <FileChoice
          name="keyFile"
          purpose="certificateKey"
          label={t('certificates:twoFiles.label')}
          hint={t('import.fileHelp')}
          file={draft.keyFile}
          onPick={(keyFile) => put({ keyFile, entry: null })}
          error={errorOf('keyFile')}
        />
      )}
    </>
  );
}
