// Import of a list of trainings, from file to drafts. Nothing is added before the last button; what was staged can be resumed.
import { useTranslation } from 'react-i18next';
import { trainingImportFields } from '../../../preload/rules/training/import-fields.ts';
import { LinkButton } from '../../ui/link-button.tsx';
import { ListWizard } from '../../wizard/list-wizard.tsx';
import { ImportCheck } from './import-check.tsx';
import { ImportEarlier } from './import-earlier.tsx';
import { ImportProblems } from './import-problems.tsx';
import { ImportProgress } from './import-progress.tsx';
import { ImportReceipt } from './import-receipt.tsx';
import { ImportSource } from './import-source.tsx';
import { RoomTabs } from './room-head.tsx';
import { useRoomYear } from './room-year.ts';
import { useImport } from './use-import.ts';

export default function ImportPage() {
  const { t } = useTranslation('training-import');
  const year = useRoomYear();
  const { list, forWhom, setForWhom, duplicates, setDuplicates } = useImport();
  const { counts, importId } = list;
  const becoming = (counts?.create ?? 0) + (duplicates === 'add' ? (counts?.duplicate ?? 0) : 0);
  return (
    <ListWizard
      title={t('title')}
      list={list}
      several={false}
      choices={trainingImportFields.map((value) => ({ value, label: t(`fields.${value}`) }))}
      columnsLead={t('columns.lead', { count: list.fields.filter((field) => field !== null).length })}
      source={(resume) => (
        <>
          <ImportSource
            file={list.file}
            onFile={list.choose}
            forWhom={forWhom}
            onForWhom={setForWhom}
            errors={list.problems}
          />
          <ImportEarlier
            onResume={async ({ id, employerId }) => {
              if (await resume(id))
                setForWhom(employerId === null ? { kind: 'many' } : { kind: 'one', employerId });
            }}
          />
        </>
      )}
      problems={<ImportProblems importId={importId} />}
      check={
        counts !== null && (
          <ImportCheck
            importId={importId}
            counts={counts}
            duplicates={duplicates}
            onDuplicates={setDuplicates}
          />
        )
      }
      act={becoming === 0 ? null : t('check.act', { count: becoming })}
      receipt={<ImportReceipt importId={importId} />}
      receiptActs={
        <>
          <LinkButton to="/training/drafts" primary>
            {t('toRegister')}
          </LinkButton>
          <LinkButton to="/training/report">{t('toReport')}</LinkButton>
        </>
      }
      home="/training"
      above={<RoomTabs year={year} current="/training/import" />}
      progress={<ImportProgress />}
    />
  );
}
