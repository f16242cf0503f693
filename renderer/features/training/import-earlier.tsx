// Lists of trainings of before, each with for whom it was and what came of it.
import { useTranslation } from 'react-i18next';
import type { TrainingImport } from '../../../preload/contract/training-import.ts';
import { call } from '../../bridge.ts';
import { useCall } from '../../calls.ts';
import { ListEarlier } from '../../ui/list-earlier.tsx';
import { ImportUndo } from './import-undo.tsx';

export function ImportEarlier({ onResume }: { onResume: (list: TrainingImport) => Promise<void> }) {
  const { t } = useTranslation('training-import');
  return (
    <ListEarlier
      rows={useCall('trainingImport.list', {}).data?.rows ?? []}
      whose={({ employerId, employerName }) => (employerId === null ? t('earlier.forMany') : employerName)}
      counts={({ counts: { create, refused } }) => t('earlier.counts', { create, refused })}
      onResume={(list) => void onResume(list)}
      onForget={(importId) => call('trainingImport.cancel', { importId })}
      undo={(list) => <ImportUndo done={list} />}
    />
  );
}
