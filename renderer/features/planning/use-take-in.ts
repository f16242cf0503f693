// What the taking in of a planning has in hand beside its list: whose it is, and whether it takes the place of earlier ones.
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlanningCounts } from '../../../preload/contract/planning-import.ts';
import { fail, ok } from '../../../preload/contract/result.ts';
import {
  missingPlanningFields,
  type PlanningField,
} from '../../../preload/rules/planning/planning-fields.ts';
import { useEmployerId } from '../../app-state.ts';
import { call } from '../../bridge.ts';
import { callQuery } from '../../calls.ts';
import { useList, useTwiceChosen } from '../../ui/use-list.ts';

export function useTakeIn() {
  const { t } = useTranslation('planning');
  const client = useQueryClient();
  const inHand = useEmployerId();
  const [chosen, setEmployerId] = useState<string | null>(null);
  const employerId = chosen ?? inHand;
  const [replaces, setReplaces] = useState(true);
  const twiceChosen = useTwiceChosen((field: PlanningField) => t(`fields.${field}`));
  const list = useList<PlanningField, PlanningCounts>({
    noun: 'planningImport',
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
    wrongSource: () => (employerId === null ? [{ name: 'employer', message: t('source.noEmployer') }] : []),
    wrongColumns(fields) {
      const twice = twiceChosen(fields);
      if (twice.length > 0) return twice;
      return missingPlanningFields(fields).map((field) => ({
        name: 'column0',
        message: field === 'insz' ? t('match.insz') : t('match.needed', { field: t(`fields.${field}`) }),
      }));
    },
    calls: {
      open: async (selectionId) =>
        employerId === null
          ? fail('invalidInput', { details: { fields: 'employerId' } })
          : call('planningImport.open', { selectionId, employerId }),
      reread: (importId, reading) => call('planningImport.reread', { importId, ...reading }),
      stage: (importId, [sheet = 0], headingLine) =>
        call('planningImport.stage', { importId, sheet, headingLine }),
      // Nothing is resumed: what was read is gone with the window.
      columns: async () => fail('selectionExpired'),
      match: (importId, fields) => call('planningImport.match', { importId, fields }),
      async counts(importId) {
        const shown = await call('planningImport.get', { importId });
        return shown.ok ? ok(shown.value.counts) : shown;
      },
      apply: (importId) => call('planningImport.apply', { importId, replaces }),
      receipt: (importId) => client.prefetchQuery(callQuery('planningImport.get', { importId })),
      cancel: (importId) => call('planningImport.cancel', { importId }),
    },
  });
  return { list, employerId, setEmployerId, replaces, setReplaces };
}
