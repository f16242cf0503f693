// After a planning was kept: how much, the rows that were not read, and the way back.
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { ok } from '../../../preload/contract/result.ts';
import { useAppState } from '../../app-state.ts';
import { call } from '../../bridge.ts';
import { useCall } from '../../calls.ts';
import { ListUndo } from '../../ui/list-undo.tsx';
import { ListReceipt } from '../../wizard/list-receipt.tsx';

export function TakeInReceipt({ importId }: { importId: string }) {
  const { t } = useTranslation(['planning', 'lists']);
  const [, go] = useLocation();
  const { language } = useAppState();
  return (
    <ListReceipt
      shown={useCall('planningImport.get', { importId }, { enabled: importId !== '' })}
      what={({ counts: { stays, workers } }) => t('done.what', { stays, workers })}
      next={[t('done.next')]}
      refused={({ counts: { refused, leftOut } }) => ({
        count: refused + leftOut,
        title: t('done.refusedTitle'),
        what: t('done.refused', { count: refused + leftOut }),
      })}
      forms={[
        { form: null, label: t('lists:done.saveSame') },
        { form: 'xlsx' as const, label: t('lists:done.saveXlsx') },
        { form: 'csv' as const, label: t('lists:done.saveCsv') },
      ]}
      onSave={(format) => call('planningImport.saveRefused', { importId, format, language })}
      undo={({ planningId }) =>
        planningId !== null && (
          <ListUndo
            what={t('done.undo')}
            onUndo={async () => {
              const removed = await call('planning.remove', { id: planningId });
              return removed.ok ? ok(t('done.undone')) : removed;
            }}
            onUndone={() => go('/presences/planning')}
          />
        )
      }
    />
  );
}
