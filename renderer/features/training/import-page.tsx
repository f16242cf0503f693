// Wizard: a list of trainings from file to drafts. Nothing is added before the last button; what was staged can be resumed.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { trainingImportFields } from '../../../preload/rules/training/import-fields.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNote } from '../../ui/failure.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { ListColumns } from '../../ui/list-columns.tsx';
import { ListPreview } from '../../ui/list-preview.tsx';
import { Wizard, type WizardStep } from '../../wizard/wizard.tsx';
import { ImportCheck } from './import-check.tsx';
import { ImportEarlier } from './import-earlier.tsx';
import { ImportProblems } from './import-problems.tsx';
import { ImportReceipt } from './import-receipt.tsx';
import { ImportSource } from './import-source.tsx';
import { useImport } from './use-import.ts';
import '../../ui/list-import.css';
import { RoomTabs } from './room-head.tsx';
import { useRoomYear } from './room-year.ts';

export default function ImportPage() {
  const { t } = useTranslation('training-import');
  const [, go] = useLocation();
  const year = useRoomYear();
  const list = useImport();
  // Resuming begins the wizard anew, at the columns.
  const [begin, setBegin] = useState({ run: 0, at: 'source' });
  const { preview, counts } = list;
  const becoming = (counts?.create ?? 0) + (list.duplicates === 'add' ? (counts?.duplicate ?? 0) : 0);
  const cancel = (
    <Button
      onPress={() => {
        void list.cancel();
        go('/training');
      }}
    >
      {t('cancel')}
    </Button>
  );
  const resume = async (id: string, employerId: string | null): Promise<void> => {
    if (await list.resume(id, employerId)) setBegin(({ run }) => ({ run: run + 1, at: 'columns' }));
  };
  const steps: WizardStep[] = [
    {
      id: 'source',
      title: t('steps.source'),
      content: (
        <>
          <ImportSource
            file={list.file}
            onFile={list.choose}
            forWhom={list.forWhom}
            onForWhom={list.setForWhom}
            errors={list.problems}
          />
          <ImportEarlier onResume={({ id, employerId }) => void resume(id, employerId)} />
          <FailureNote failure={list.failure} />
        </>
      ),
      onContinue: list.open,
    },
    ...(preview === null && begin.at === 'columns'
      ? []
      : [
          {
            id: 'preview',
            title: t('steps.preview'),
            content: preview !== null && (
              <>
                <ListPreview
                  several={false}
                  preview={preview}
                  sheets={[list.sheet]}
                  onSheets={([sheet = 0]) => list.setSheet(sheet)}
                  headingLine={list.headingLine}
                  onHeadingLine={list.setHeadingLine}
                  onReread={(reading) => void list.reread(reading)}
                />
                <FailureNote failure={list.failure} />
              </>
            ),
            onContinue: list.stage,
            acts: cancel,
          },
        ]),
    {
      id: 'columns',
      title: t('steps.columns'),
      content: (
        <>
          <h1>{t('columns.question')}</h1>
          <p className="lead">
            {t('columns.lead', { count: list.fields.filter((field) => field !== null).length })}
          </p>
          <ListColumns
            label={t('steps.columns')}
            columns={list.columns}
            fields={list.fields}
            choices={trainingImportFields.map((value) => ({ value, label: t(`fields.${value}`) }))}
            onChange={list.setFields}
            wrong={list.problems.map(({ name }) => name)}
          />
        </>
      ),
      onContinue: list.match,
      acts: cancel,
    },
    {
      id: 'problems',
      title: t('steps.problems'),
      content: <ImportProblems importId={list.importId} />,
      onContinue: list.judge,
      acts: cancel,
    },
    {
      id: 'check',
      title: t('steps.check'),
      content: counts !== null && (
        <ImportCheck
          importId={list.importId}
          counts={counts}
          duplicates={list.duplicates}
          onDuplicates={list.setDuplicates}
        />
      ),
      onContinue: list.apply,
      continueLabel: t('check.act', { count: becoming }),
      withoutContinue: becoming === 0,
      acts: cancel,
    },
    {
      id: 'done',
      title: t('steps.done'),
      final: true,
      withoutContinue: true,
      content: <ImportReceipt importId={list.importId} />,
      acts: (
        <>
          <LinkButton to="/training/drafts" primary>
            {t('toRegister')}
          </LinkButton>
          <LinkButton to="/training/report">{t('toReport')}</LinkButton>
        </>
      ),
    },
  ];
  return (
    <Wizard
      key={begin.run}
      title={t('title')}
      steps={steps}
      startAt={begin.at}
      above={<RoomTabs year={year} current="/training/import" />}
    />
  );
}
