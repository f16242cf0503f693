// The same field changed here and elsewhere: both values side by side, and a person chooses.
import { useTranslation } from 'react-i18next';
import type { TrainingFields } from '../../../preload/contract/training.ts';
import { useFormats } from '../../i18n/formats.ts';
import { Button } from '../../ui/button.tsx';
import { Note } from '../../ui/note.tsx';
import type { Conflict } from './use-autosave.ts';

type ConflictNoteProps = { conflict: Conflict; onMine: () => void; onTheirs: () => void };

export function ConflictNote({ conflict, onMine, onTheirs }: ConflictNoteProps) {
  const { t } = useTranslation('training');
  const formats = useFormats();
  const shown = (name: keyof TrainingFields, fields: Partial<TrainingFields>): string => {
    const value = fields[name];
    if (value === null || value === undefined || value === '') return t('edit.emptyValue');
    if (typeof value === 'boolean') return t(value ? 'yes' : 'no');
    if (name === 'costCents') return formats.money(Number(value));
    if (typeof value === 'number') return formats.duration(value);
    if (/^\d{4}-\d\d-\d\d$/.test(value)) return formats.day(value, 'long');
    return value;
  };
  const names = Object.keys(conflict.mine) as (keyof TrainingFields)[];
  return (
    <div role="alert">
      <Note tone="warn">
        <p>{t('edit.conflict')}</p>
        <dl className="conflict-values">
          {names.map((name) => (
            <div key={name}>
              <dt>
                <strong>{t(`fields.${name}`)}</strong>
              </dt>
              <dd>{t('edit.mine', { value: shown(name, conflict.mine) })}</dd>
              <dd>{t('edit.theirs', { value: shown(name, conflict.theirs.fields) })}</dd>
            </div>
          ))}
        </dl>
        <div className="row-of">
          <Button small onPress={onMine}>
            {t('edit.keepMine')}
          </Button>
          <Button small onPress={onTheirs}>
            {t('edit.keepTheirs')}
          </Button>
        </div>
      </Note>
    </div>
  );
}
