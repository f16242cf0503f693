// Imports of before: one that was left halfway can go on, one that is done can be undone.
import { useTranslation } from 'react-i18next';
import type { TrainingImport } from '../../../preload/contract/training-import.ts';
import { useAct, useCall } from '../../calls.ts';
import { useFormats } from '../../i18n/formats.ts';
import { Button } from '../../ui/button.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { ImportUndo } from './import-undo.tsx';

const shownAtOnce = 5;

export function ImportEarlier({ onResume }: { onResume: (row: TrainingImport) => void }) {
  const { t } = useTranslation('training-import');
  const rows = useCall('trainingImport.list', {}).data?.rows ?? [];
  if (rows.length === 0) return null;
  return (
    <Sheet title={t('earlier.title')} flush>
      <ul className="import-earlier">
        {rows.slice(0, shownAtOnce).map((row) => (
          <li key={row.id}>
            <Earlier row={row} onResume={onResume} />
          </li>
        ))}
      </ul>
    </Sheet>
  );
}

function Earlier({ row, onResume }: { row: TrainingImport; onResume: (row: TrainingImport) => void }) {
  const { t } = useTranslation('training-import');
  const formats = useFormats();
  const forget = useAct('trainingImport.cancel');
  const { create, refused } = row.counts;
  const moment = formats.moment(row.undoneAt ?? row.doneAt ?? row.stagedAt);
  return (
    <>
      <div>
        <strong className="address">{row.name}</strong>{' '}
        <span>{row.employerId === null ? t('earlier.forMany') : row.employerName}</span>
        <div className="quiet-text">
          {t(`earlier.${row.state}`, { moment })}
          {row.state === 'done' && <> – {t('earlier.counts', { create, refused })}</>}
        </div>
      </div>
      <div className="row-of">
        {row.state === 'staged' && (
          <>
            <Button small onPress={() => onResume(row)}>
              {t('earlier.resume')}
              <span className="only-read-aloud"> {row.name}</span>
            </Button>
            <Button small busy={forget.busy} onPress={() => void forget.run({ importId: row.id })}>
              {t('earlier.forget')}
              <span className="only-read-aloud"> {row.name}</span>
            </Button>
          </>
        )}
        {row.state === 'done' && <ImportUndo done={row} />}
      </div>
    </>
  );
}
