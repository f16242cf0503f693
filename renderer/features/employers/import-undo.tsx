// Takes back what a list of employers did, or says what stands in the way.
import { useTranslation } from 'react-i18next';
import type { EmployerImport } from '../../../preload/contract/employer-import.ts';
import { ok } from '../../../preload/contract/result.ts';
import { call } from '../../bridge.ts';
import { useCall } from '../../calls.ts';
import { ListUndo } from '../../ui/list-undo.tsx';

export function ImportUndo({ done, onUndone }: { done: EmployerImport; onUndone?: () => void }) {
  const { t } = useTranslation('employer-import');
  const { sent, workers, changed } = done.undoBlocked;
  if (sent + workers + changed > 0)
    return (
      <p className="quiet-text">
        {t('undo.blocked')}{' '}
        {[
          sent > 0 ? t('undo.sent', { count: sent }) : '',
          workers > 0 ? t('undo.workers', { count: workers }) : '',
          changed > 0 ? t('undo.changed', { count: changed }) : '',
        ]
          .filter(Boolean)
          .join('; ')}
        .
      </p>
    );
  const { newEmployers: added, changedEmployers } = done.counts;
  return (
    <ListUndo
      what={t('undo.what', { added, changed: changedEmployers })}
      onUndo={async () => {
        const undone = await call('employerImport.undo', { importId: done.id });
        return undone.ok ? ok(t('undo.done')) : undone;
      }}
      onUndone={onUndone}
    />
  );
}

/** The same where only the import's id is at hand, as beside its event in the history; nothing once it is undone. */
export function ImportUndoOf({ importId }: { importId: string }) {
  const shown = useCall('employerImport.get', { importId });
  return shown.data?.state === 'done' ? <ImportUndo done={shown.data} /> : null;
}
