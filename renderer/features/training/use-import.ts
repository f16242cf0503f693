// What the import of trainings has in hand beside its list: for whom it is, and what becomes of duplicates.
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ok } from '../../../preload/contract/result.ts';
import type { TrainingImportCounts } from '../../../preload/contract/training-import.ts';
import type { TrainingImportField } from '../../../preload/rules/training/import-fields.ts';
import { useEmployerId } from '../../app-state.ts';
import { call } from '../../bridge.ts';
import { callQuery } from '../../calls.ts';
import { useList } from '../../ui/use-list.ts';
import { useColumnProblems } from './column-problems.ts';

/** Whom a list is for: one employer (null: not chosen yet), or several by a column. */
export type ForWhom = { kind: 'one'; employerId: string | null } | { kind: 'many' };
export type Duplicates = 'leaveOut' | 'add';

export function useImport() {
  const { t } = useTranslation('training-import');
  const wrongColumns = useColumnProblems();
  const client = useQueryClient();
  const shownEmployer = useEmployerId();
  const [forWhom, setForWhom] = useState<ForWhom>({ kind: 'one', employerId: shownEmployer });
  const [duplicates, setDuplicates] = useState<Duplicates>('leaveOut');
  const list = useList<TrainingImportField, TrainingImportCounts>({
    noun: 'trainingImport',
    /** The one sheet that we know most headings of. */
    firstSheets(sheets) {
      const best = Math.max(0, ...sheets.map(({ known }) => known));
      return [
        Math.max(
          0,
          sheets.findIndex(({ known, rows }) => known === best && rows > 0),
        ),
      ];
    },
    wrongSource: () =>
      forWhom.kind === 'one' && forWhom.employerId === null
        ? [{ name: 'employer', message: t('source.noEmployer') }]
        : [],
    wrongColumns: (fields) => wrongColumns(fields, forWhom.kind === 'many'),
    calls: {
      open: (selectionId) => call('trainingImport.open', { selectionId }),
      reread: (importId, reading) => call('trainingImport.reread', { importId, ...reading }),
      stage: (importId, [sheet = 0], headingLine) =>
        call('trainingImport.stage', {
          importId,
          employerId: forWhom.kind === 'one' ? forWhom.employerId : null,
          sheet,
          headingLine,
        }),
      columns: (importId) => call('trainingImport.columns', { importId }),
      match: (importId, fields) => call('trainingImport.match', { importId, fields }),
      async counts(importId) {
        const shown = await call('trainingImport.get', { importId });
        return shown.ok ? ok(shown.value.counts) : shown;
      },
      apply: (importId) => call('trainingImport.apply', { importId, duplicates }),
      receipt: (importId) => client.prefetchQuery(callQuery('trainingImport.get', { importId })),
      cancel: (importId) => call('trainingImport.cancel', { importId }),
    },
  });
  return { list, forWhom, setForWhom, duplicates, setDuplicates };
}
