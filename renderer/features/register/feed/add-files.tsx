// Files and vouchers, chosen or dropped together, in any order.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../../../../preload/contract/index.ts';
import type { Failure } from '../../../../preload/contract/result.ts';
import { call } from '../../../bridge.ts';
import { useAct } from '../../../calls.ts';
import { Button } from '../../../ui/button.tsx';
import { classNames } from '../../../ui/class-names.ts';
import { FailureNote } from '../../../ui/failure.tsx';
import { useFieldId } from '../../../ui/field.tsx';
import { useFileDrop } from '../../../ui/file-drop.ts';
import { Icon } from '../../../ui/icon.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import { untilDone } from '../../../ui/until-done.ts';

type Rows = CallOutput<'registerFeed.taken'>['rows'];

export function AddFiles({ onTaken }: { onTaken: (rows: Rows) => void }) {
  const { t } = useTranslation('register-feed');
  const pick = useAct('file.pickMany');
  const id = useFieldId('feed-files');
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(false);
  const take = async (files: readonly { selectionId: string }[]): Promise<void> => {
    setFailure(null);
    setBusy(true);
    let takeId = '';
    const ended = await untilDone(async () => {
      const given = await call('registerFeed.take', { selectionIds: files.map((file) => file.selectionId) });
      if (given.ok) takeId = given.value.takeId;
      return given;
    });
    setBusy(false);
    if (!ended.ok && ended.failure.code !== 'cancelled') setFailure(ended.failure);
    if (takeId === '') return;
    const taken = await call('registerFeed.taken', { takeId });
    if (taken.ok) onTaken(taken.value.rows);
  };
  const choose = async (): Promise<void> => {
    setFailure(null);
    const result = await pick.run({ purpose: 'registerFeed' });
    if (result.ok) await take(result.value.files);
  };
  const drop = useFileDrop((dropped) => {
    pick.forget();
    if (busy) return;
    if (!dropped.ok) return setFailure(dropped.failure);
    // Nothing that can be read: a folder, or files that are gone.
    if (dropped.value.length === 0)
      return setFailure({ code: 'fileUnreadable', retry: 'never', traceId: '' });
    void take(dropped.value.slice(0, 200));
  });
  // Leaving the dialog without a choice is no failure.
  const refused = pick.failure?.code === 'fileNotChosen' ? null : pick.failure;
  return (
    <Sheet title={t('add.label')} stacked>
      <div className="field" {...drop.place}>
        <span className="hint" id={`${id}-hint`}>
          {t('add.help')}
        </span>
        {/* biome-ignore lint/a11y/useSemanticElements: a group of words and a button, not a set of fields */}
        <div className={classNames('file', drop.over && 'over')} role="group" aria-labelledby={`${id}-hint`}>
          <Icon name="file" />
          <span className="quiet-text">{t(drop.over ? 'add.over' : 'add.none')}</span>
          <span className="at-end">
            <Button small busy={busy || pick.busy} onPress={() => void choose()}>
              {t('add.pick')}
            </Button>
          </span>
        </div>
        <FailureNote failure={refused ?? failure} />
      </div>
    </Sheet>
  );
}
