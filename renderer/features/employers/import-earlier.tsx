// Lists of employers of before, each with what came of it.
import { useTranslation } from 'react-i18next';
import { call } from '../../bridge.ts';
import { useCall } from '../../calls.ts';
import { ListEarlier } from '../../ui/list-earlier.tsx';
import { ImportUndo } from './import-undo.tsx';

export function ImportEarlier({ onResume }: { onResume: (importId: string) => void }) {
  const { t } = useTranslation('employer-import');
  return (
    <ListEarlier
      rows={useCall('employerImport.list', {}).data?.rows ?? []}
      counts={({ counts: { newEmployers: added, changedEmployers: changed, refused } }) =>
        t('earlier.counts', { added, changed, refused })
      }
      onResume={({ id }) => onResume(id)}
      onForget={(importId) => call('employerImport.cancel', { importId })}
      undo={(list) => <ImportUndo done={list} />}
    />
  );
}
