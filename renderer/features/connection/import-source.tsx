// First question of the certificate wizard: a file that exists, or a new certificate.
import { useTranslation } from 'react-i18next';
import { useAct } from '../../calls.ts';
import { useFormats } from '../../i18n/formats.ts';
import { Button } from '../../ui/button.tsx';
import { RadioGroup } from '../../ui/choice-fields.tsx';
import { FailureNote } from '../../ui/failure.tsx';
import { useFieldId } from '../../ui/field.tsx';
import { Icon } from '../../ui/icon.tsx';
import type { ImportDraft } from './import-draft.ts';

type ImportSourceProps = {
  draft: ImportDraft;
  put: (change: Partial<ImportDraft>) => void;
  errorOf: (name: string) => string | undefined;
};

export function ImportSource({ draft, put, errorOf }: ImportSourceProps) {
  const { t } = useTranslation('connection');
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
        ]}
        value={draft.source}
        onChange={(source) => put({ source })}
      />
      {draft.source === 'file' && <FileChoice draft={draft} put={put} error={errorOf('file')} />}
    </div>
  );
}

function FileChoice({
  draft,
  put,
  error,
}: Omit<ImportSourceProps, 'errorOf'> & { error: string | undefined }) {
  const { t } = useTranslation('connection');
  const formats = useFormats();
  const pick = useAct('file.pick');
  const id = useFieldId('file');
  const choose = async (): Promise<void> => {
    const result = await pick.run({ purpose: 'certificate' });
    if (result.ok) put({ file: result.value });
  };
  // Leaving the dialog without a choice is no failure.
  const failure = pick.failure?.code === 'fileNotChosen' ? null : pick.failure;
  return (
    <div className={error === undefined ? 'field' : 'field wrong'}>
      <span className="legend" id={`${id}-label`}>
        {t('import.fileLabel')}
      </span>
      <span className="hint">{t('import.fileHelp')}</span>
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
          {draft.file === null ? (
            <span className="quiet-text">{t('import.noFile')}</span>
          ) : (
            <>
              <strong className="address">{draft.file.name}</strong>{' '}
              <span className="quiet-text">{formats.kilobytes(draft.file.bytes)}</span>
            </>
          )}
        </span>
        <span className="at-end">
          <Button small busy={pick.busy} onPress={() => void choose()}>
            {t(draft.file === null ? 'import.pick' : 'import.pickOther')}
          </Button>
        </span>
      </div>
      <FailureNote failure={failure} />
    </div>
  );
}
