// What the certificate is called here and for whom it is: the enterprise is optional.
import { useTranslation } from 'react-i18next';
import { useErrorOf } from '../../ui/field.tsx';
import { IdentifierField } from '../../ui/identifier-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { ImportDraft } from './import-draft.ts';

type ImportNamesProps = {
  draft: ImportDraft;
  put: (change: Partial<ImportDraft>) => void;
};

export function ImportNames({ draft, put }: ImportNamesProps) {
  const errorOf = useErrorOf();
  const { t } = useTranslation('connection');
  return (
    <>
      <h1>{t('import.nameQuestion')}</h1>
      <div className="form">
        <TextField
          name="name"
          label={t('certificate.name')}
          value={draft.name}
          maxLength={120}
          error={errorOf('name')}
          onChange={(event) => put({ name: event.target.value })}
        />
        <IdentifierField
          kind="enterpriseNumber"
          name="enterpriseNumber"
          label={t('import.enterpriseNumber')}
          value={draft.enterpriseNumber}
          error={errorOf('enterpriseNumber')}
          onChange={(event) => put({ enterpriseNumber: event.target.value })}
        />
        <TextField
          name="enterpriseName"
          label={t('import.enterpriseName')}
          value={draft.enterpriseName}
          maxLength={200}
          onChange={(event) => put({ enterpriseName: event.target.value })}
        />
      </div>
    </>
  );
}
