// After the import: what happened, the refused rows to send back, and the way to undo it all.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { useAppState } from '../../app-state.ts';
import { useAct, useCall } from '../../calls.ts';
import { useFormats } from '../../i18n/formats.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorState, FailureNote } from '../../ui/failure.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Loading } from '../../ui/states.tsx';
import { Receipt } from '../../wizard/receipt.tsx';
import { ImportUndo } from './import-undo.tsx';

export function ImportReceipt({ importId }: { importId: string }) {
  const { t } = useTranslation('training-import');
  const formats = useFormats();
  const [, go] = useLocation();
  const shown = useCall('trainingImport.get', { importId });
  if (shown.data === undefined)
    return shown.error === null ? (
      <Loading />
    ) : (
      <ErrorState failure={shown.error} onAgain={() => void shown.refetch()} />
    );
  const { counts, doneAt } = shown.data;
  const { create, there, duplicate, refused } = counts;
  return (
    <>
      <Receipt
        title={t('done.title')}
        {...(doneAt === null ? {} : { when: formats.moment(doneAt) })}
        what={t('done.what', { create, there, duplicate })}
        next={[t('done.nextCheck'), t('done.nextSend')]}
      />
      {refused > 0 && <Refused importId={importId} count={refused} />}
      <div className="row-of">
        <ImportUndo done={shown.data} onUndone={() => go('/training')} />
      </div>
    </>
  );
}

function Refused({ importId, count }: { importId: string; count: number }) {
  const { t } = useTranslation('training-import');
  const lists = useTranslation('lists').t;
  const { language } = useAppState();
  const save = useAct('trainingImport.saveRefused');
  const [name, setName] = useState('');
  const run = async (format: 'csv' | 'xlsx' | null): Promise<void> => {
    const result = await save.run({ importId, format, language });
    setName(result.ok ? result.value.name : '');
  };
  return (
    <Sheet title={t('refusedSheet')} stacked>
      <p>{t('done.refused', { count })}</p>
      <div className="row-of">
        <Button small icon="download" busy={save.busy} onPress={() => void run(null)}>
          {t('done.saveSame')}
        </Button>
        <Button small icon="download" busy={save.busy} onPress={() => void run('xlsx')}>
          {t('done.saveXlsx')}
        </Button>
        <Button small icon="download" busy={save.busy} onPress={() => void run('csv')}>
          {t('done.saveCsv')}
        </Button>
        <span role="status" className="quiet-text">
          {name !== '' && lists('source.saved', { name })}
        </span>
      </div>
      <FailureNote failure={save.failure?.code === 'fileNotChosen' ? null : save.failure} />
    </Sheet>
  );
}
