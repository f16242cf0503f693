// Says whether what was typed is kept, and since when.
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/formats.ts';
import { classNames } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icon.tsx';
import type { SaveState } from './use-autosave.ts';

export function SaveMark({ state, at }: { state: SaveState; at: string | null }) {
  const { t } = useTranslation('training');
  const formats = useFormats();
  if (state === 'saved' && at === null) return null;
  const words =
    state === 'saving'
      ? t('edit.saving')
      : state === 'unsaved'
        ? t('edit.unsaved')
        : t('edit.saved', { time: formats.time(at ?? '') });
  return (
    <span className={classNames('save-mark', state === 'unsaved' && 'waiting')} role="status">
      <Icon name={state === 'saved' ? 'check-ring' : state === 'saving' ? 'moving' : 'warn'} />
      {words}
    </span>
  );
}
