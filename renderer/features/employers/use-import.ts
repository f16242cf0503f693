// What the import of employers has in hand: its list, and the column without which nothing can be known.
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ImportCounts } from '../../../preload/contract/employer-import.ts';
import { ok } from '../../../preload/contract/result.ts';
import type { ImportField } from '../../../preload/rules/employers/import-fields.ts';
import { call } from '../../bridge.ts';
import { callQuery } from '../../calls.ts';
import { useList, useTwiceChosen } from '../../ui/use-list.ts';

export function useImport() {
  const { t } = useTranslation('employer-import');
  const client = useQueryClient();
  const twiceChosen = useTwiceChosen((field: ImportField) => t(`fields.${field}`));
  return useList<ImportField, ImportCounts>({
    noun: 'employerImport',
    /** All of which we know some headings. */
    firstSheets(sheets) {
      const known = sheets.flatMap((sheet, at) => (sheet.known > 1 && sheet.rows > 0 ? [at] : []));
      return known.length > 0 ? known : sheets.length > 0 ? [0] : [];
    },
    wrongColumns(fields) {
      const twice = twiceChosen(fields);
      if (twice.length > 0) return twice;
      return fields.includes('enterpriseNumber') ? [] : [{ name: 'column0', message: t('columns.needed') }];
    },
    calls: {
      open: (selectionId) => call('employerImport.open', { selectionId }),
      reread: (importId, reading) => call('employerImport.reread', { importId, ...reading }),
      stage: (importId, sheets, headingLine) =>
        call('employerImport.stage', { importId, sheets, headingLine }),
      columns: (importId) => call('employerImport.columns', { importId }),
      match: (importId, fields) => call('employerImport.match', { importId, fields }),
      async counts(importId) {
        const shown = await call('employerImport.get', { importId });
        return shown.ok ? ok(shown.value.counts) : shown;
      },
      apply: (importId) => call('employerImport.apply', { importId }),
      receipt: (importId) => client.prefetchQuery(callQuery('employerImport.get', { importId })),
      cancel: (importId) => call('employerImport.cancel', { importId }),
    },
  });
}
