// First question of the import: which file, and for whom. Beside it the way to sheets that are filled in ahead.
import { useTranslation } from 'react-i18next';
import { RadioGroup } from '../../ui/choice-fields.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { type ListFile, ListFileField } from '../../ui/list-file.tsx';
import { EmployerField } from '../workers/employer-field.tsx';
import type { ForWhom } from './use-import.ts';

type ImportSourceProps = {
  file: ListFile | null;
  onFile: (file: ListFile) => void;
  forWhom: ForWhom;
  onForWhom: (next: ForWhom) => void;
  errors: readonly { name: string; message: string }[];
};

export function ImportSource({ file, onFile, forWhom, onForWhom, errors }: ImportSourceProps) {
  const { t } = useTranslation('training-import');
  const errorOf = (name: string) => errors.find((one) => one.name === name)?.message;
  const wrong = errorOf('employer');
  return (
    <>
      <h1>{t('source.question')}</h1>
      <p className="lead">{t('source.lead')}</p>
      <ListFileField
        purpose="trainings"
        file={file}
        onFile={onFile}
        help={t('source.help')}
        error={errorOf('list')}
      />
      <RadioGroup
        name="forWhom"
        label={t('source.who')}
        choices={[
          { value: 'one', label: t('source.one') },
          { value: 'many', label: t('source.many'), hint: t('source.manyHint') },
        ]}
        value={forWhom.kind}
        onChange={(kind) => onForWhom(kind === 'many' ? { kind } : { kind, employerId: null })}
      />
      {forWhom.kind === 'one' && (
        <EmployerField
          name="employer"
          label={t('source.employer')}
          error={wrong}
          value={forWhom.employerId}
          onChange={(employerId) => onForWhom({ kind: 'one', employerId })}
        />
      )}
      <div className="field">
        <span className="quiet-text">{t('source.several')}</span>
        <div className="row-of">
          <LinkButton to="/training/many-lists" icon="upload" small>
            {t('source.toSeveral')}
          </LinkButton>
        </div>
      </div>
      <div className="field">
        <span className="quiet-text">{t('source.sheets')}</span>
        <div className="row-of">
          <LinkButton to="/training/sheets" icon="download" small>
            {t('source.toSheets')}
          </LinkButton>
        </div>
      </div>
    </>
  );
}
