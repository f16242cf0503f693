// First question of the import: which file, and for whom. Beside it the way to sheets that are filled in ahead.
import { useTranslation } from 'react-i18next';
import { useCall } from '../../calls.ts';
import { RadioGroup, SelectField } from '../../ui/choice-fields.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { type ListFile, ListFileField } from '../../ui/list-file.tsx';
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
  const employers = useCall('employer.list', { pageSize: 500 }).data?.rows ?? [];
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
        <SelectField
          name="employer"
          label={t('source.employer')}
          {...(wrong === undefined ? {} : { error: wrong })}
          choices={[
            { value: '', label: t('source.choose') },
            ...employers.map(({ id, name }) => ({ value: id, label: name })),
      <div className="field">
        <span className="quiet-text">{t('source.several')}</span>
        <div className="row-of">
          <LinkButton to="/training/many-lists" icon="upload" small>
            {t('source.toSeveral')}
          </LinkButton>
        </div>
      </div>
          ]}
          value={forWhom.employerId ?? ''}
          onChange={({ target }) =>
            onForWhom({ kind: 'one', employerId: target.value === '' ? null : target.value })
          }
        />
      )}
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
