// Takes back the drafts that a list brought, as far as nobody changed or sent them since.
import { useTranslation } from 'react-i18next';
import { ok } from '../../../preload/contract/result.ts';
import type { TrainingImport } from '../../../preload/contract/training-import.ts';
import { call } from '../../bridge.ts';
import { ListUndo } from '../../ui/list-undo.tsx';

export function ImportUndo({ done, onUndone }: { done: TrainingImport; onUndone?: () => void }) {
  const { t } = useTranslation('training-import');
  const { removable, changed, sent } = done.undo;
  if (removable === 0) return <p className="quiet-text">{t('undo.blocked')}</p>;
  return (
    <ListUndo
      what={t('undo.what', { removable, kept: changed + sent })}
      onUndo={async () => {
        const undone = await call('trainingImport.undo', { importId: done.id });
        return undone.ok ? ok(t('undo.done', { removed: undone.value.removed })) : undone;
      }}
      onUndone={onUndone}
    />
  );
}
