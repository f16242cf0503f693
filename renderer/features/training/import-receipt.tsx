// After the import of trainings: what became a draft, and the refused rows in the form in which they came.
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { useAppState } from '../../app-state.ts';
import { call } from '../../bridge.ts';
import { useCall } from '../../calls.ts';
import { ListReceipt } from '../../wizard/list-receipt.tsx';
import { ImportUndo } from './import-undo.tsx';

export function ImportReceipt({ importId }: { importId: string }) {
  const { t } = useTranslation(['training-import', 'lists']);
  const [, go] = useLocation();
  const { language } = useAppState();
  return (
    <ListReceipt
      shown={useCall('trainingImport.get', { importId })}
      what={({ counts: { create, there, duplicate } }) => t('done.what', { create, there, duplicate })}
      next={[t('done.nextCheck'), t('done.nextSend')]}
      refused={({ counts: { refused } }) => ({
        count: refused,
        title: t('refusedSheet'),
        what: t('done.refused', { count: refused }),
      })}
      forms={[
        { form: null, label: t('lists:done.saveSame') },
        { form: 'xlsx' as const, label: t('lists:done.saveXlsx') },
        { form: 'csv' as const, label: t('lists:done.saveCsv') },
      ]}
      onSave={(format) => call('trainingImport.saveRefused', { importId, format, language })}
      undo={(done) => <ImportUndo done={done} onUndone={() => go('/training')} />}
    />
  );
}
