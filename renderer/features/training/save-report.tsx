// The report of a client as a file: a PDF to hand over, or a workbook.

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../calls.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNote } from '../../ui/failure.tsx';
import { OpenSaved } from '../../ui/open-saved.tsx';

export function SaveReport({ employerId, year }: { employerId: string; year: number }) {
  const { t } = useTranslation('intake');
  const save = useAct('intake.saveReport');
  const [name, setName] = useState('');
  const run = async (format: 'pdf' | 'xlsx'): Promise<void> => {
    const result = await save.run({ employerId, year, format });
    setName(result.ok ? result.value.name : '');
  };
  return (
    <>
      <div className="row-of">
        <Button icon="download" busy={save.busy} onPress={() => void run('pdf')}>
          {t('reportPage.savePdf')}
        </Button>
        <Button icon="download" busy={save.busy} onPress={() => void run('xlsx')}>
          {t('reportPage.saveXlsx')}
        </Button>
        <span role="status" className="quiet-text">
          {name !== '' && t('reportPage.saved', { name })}
        </span>
        {name !== '' && <OpenSaved name={name} />}
      </div>
      <FailureNote failure={save.failure?.code === 'fileNotChosen' ? null : save.failure} />
    </>
  );
}
