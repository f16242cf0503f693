// After the import of employers: what happened, and the rows that were refused or left out.
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { useAppState } from '../../app-state.ts';
import { call } from '../../bridge.ts';
import { useCall } from '../../calls.ts';
import { ListReceipt } from '../../wizard/list-receipt.tsx';
import { ImportUndo } from './import-undo.tsx';

export function ImportReceipt({ importId }: { importId: string }) {
  const { t } = useTranslation(['employer-import', 'lists']);
  const [, go] = useLocation();
  const { language } = useAppState();
  return (
    <ListReceipt
      shown={useCall('employerImport.get', { importId })}
      what={({ counts }) => {
        const { newEmployers: added, changedEmployers: changed, establishments, routes, mandates } = counts;
        return t('done.what', { added, changed, establishments, routes, mandates });
      }}
      next={[t('done.nextRoutes'), t('done.nextWorkers')]}
      refused={({ counts: { refused, leftOut } }) => ({
        count: refused + leftOut,
        title: t('refusedSheet'),
        what: t('done.refused', { count: refused + leftOut }),
      })}
      forms={[
        { form: 'xlsx' as const, label: t('lists:done.saveXlsx') },
        { form: 'csv' as const, label: t('lists:done.saveCsv') },
      ]}
      onSave={(format) => call('employerImport.saveRefused', { importId, format, language })}
      undo={(done) => <ImportUndo done={done} onUndone={() => go('/employers')} />}
    />
  );
}
