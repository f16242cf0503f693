// Import of a list of employers, from file to done. Nothing changes before the last button; what was staged can be resumed.
import { useTranslation } from 'react-i18next';
import { importFields } from '../../../preload/rules/employers/import-fields.ts';
import { LinkButton } from '../../ui/link-button.tsx';
import { ListWizard } from '../../wizard/list-wizard.tsx';
import { ImportCheck } from './import-check.tsx';
import { ImportEarlier } from './import-earlier.tsx';
import { ImportProblems } from './import-problems.tsx';
import { ImportReceipt } from './import-receipt.tsx';
import { ImportSource } from './import-source.tsx';
import { useImport } from './use-import.ts';

export default function ImportPage() {
  const { t } = useTranslation('employer-import');
  const list = useImport();
  const { counts, importId } = list;
  const works = counts !== null && counts.newEmployers + counts.changedEmployers > 0;
  return (
    <ListWizard
      title={t('title')}
      list={list}
      several
      choices={importFields.map((value) => ({ value, label: t(`fields.${value}`) }))}
      columnsLead={t('columns.lead', { count: list.fields.filter((field) => field !== null).length })}
      source={(resume) => (
        <>
          <ImportSource
            file={list.file}
            onFile={list.choose}
            error={list.problems.find(({ name }) => name === 'list')?.message}
          />
          <ImportEarlier onResume={(id) => void resume(id)} />
        </>
      )}
      problems={<ImportProblems importId={importId} />}
      check={counts !== null && <ImportCheck importId={importId} counts={counts} />}
      act={works ? t('check.act', { count: counts.create + counts.change }) : null}
      receipt={<ImportReceipt importId={importId} />}
      receiptActs={
        <>
          <LinkButton to="/employers" primary>
            {t('toEmployers')}
          </LinkButton>
          <LinkButton to="/employers/routes">{t('toRoutes')}</LinkButton>
        </>
      }
      home="/employers"
    />
  );
}
