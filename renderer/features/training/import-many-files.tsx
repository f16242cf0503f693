// Files of many clients, chosen or dropped together; they are read at once, as nothing is brought in before the last act.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../preload/contract/result.ts';
import { useAct } from '../../calls.ts';
import { Button } from '../../ui/button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { FailureNote } from '../../ui/failure.tsx';
import { useFieldId } from '../../ui/field.tsx';
import { useFileDrop } from '../../ui/file-drop.ts';
import { Icon } from '../../ui/icon.tsx';
import type { ListFile } from '../../ui/list-file.tsx';

type ManyFilesProps = { busy: boolean; onFiles: (files: readonly ListFile[]) => Promise<void> };

export function ManyFiles({ busy, onFiles }: ManyFilesProps) {
  const { t } = useTranslation('training-lists');
  const pick = useAct('file.pickMany');
  const id = useFieldId('lists');
  const [dropped, setDropped] = useState<Failure | null>(null);
  const choose = async (): Promise<void> => {
    setDropped(null);
    const result = await pick.run({ purpose: 'trainings' });
    if (result.ok) await onFiles(result.value.files);
  };
  const drop = useFileDrop((taken) => {
    pick.forget();
    if (busy) return;
    if (!taken.ok) return setDropped(taken.failure);
    // Nothing that can be read: a folder, or files that are gone.
    if (taken.value.length === 0) return setDropped({ code: 'fileUnreadable', retry: 'never', traceId: '' });
    setDropped(null);
    void onFiles(taken.value);
  });
  // Leaving the dialog without a choice is no failure.
  const failure = pick.failure?.code === 'fileNotChosen' ? null : pick.failure;
  return (
    <div className="field" {...drop.place}>
      <span className="legend" id={`${id}-label`}>
        {t('files.label')}
      </span>
      <span className="hint">{t('files.help')}</span>
      {/* biome-ignore lint/a11y/useSemanticElements: a group of a name and a button, not a set of fields */}
      <div
        className={classNames('file', drop.over && 'over')}
        id={id}
        role="group"
        aria-labelledby={`${id}-label`}
      >
        <Icon name="file" />
        <span className="quiet-text">{t(drop.over ? 'files.dropHere' : 'files.none')}</span>
        <span className="at-end">
          <Button small busy={busy || pick.busy} onPress={() => void choose()}>
            {t('files.pick')}
          </Button>
        </span>
      </div>
      <FailureNote failure={failure ?? dropped} />
    </div>
  );
}
