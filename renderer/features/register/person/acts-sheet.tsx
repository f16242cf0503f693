// What was done to the lines of a person: who, when, the lines before and after, and the way back where they still stand so.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../../../../preload/contract/index.ts';
import { useAct, useCall } from '../../../calls.ts';
import { useFormats } from '../../../i18n/formats.ts';
import { Button } from '../../../ui/button.tsx';
import { ErrorState } from '../../../ui/failure.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import { Empty, Loading } from '../../../ui/states.tsx';
import { useToast } from '../../../ui/toast.tsx';
import { useLineWords } from '../drawing/line-words.ts';
import { RefusalNote } from '../refusal-note.tsx';
import { useTypeName } from '../register-words.ts';

type ActRow = CallOutput<'register.acts'>['rows'][number];
const pageSize = 20;

export function ActsSheet({ personId }: { personId: string }) {
  const { t } = useTranslation('register');
  const [size, setSize] = useState(pageSize);
  const acts = useCall('register.acts', { personId, pageSize: size }, { keepPrevious: true });
  const restore = useAct('register.restore');
  const toast = useToast();
  const undo = async (actId: string): Promise<void> => {
    const done = await restore.run({ actId });
    if (done.ok) toast({ text: t('acts.restored') });
  };
  if (acts.data === undefined)
    return (
      <Sheet title={t('acts.title')} stacked>
        {acts.error === null ? (
          <Loading lines={3} />
        ) : (
          <ErrorState failure={acts.error} onAgain={() => void acts.refetch()} />
        )}
      </Sheet>
    );
  const { rows, total } = acts.data;
  return (
    <Sheet title={t('acts.title')} aside={t('acts.count', { count: total })} stacked>
      <RefusalNote failure={restore.failure} />
      {rows.length === 0 ? (
        <Empty slim icon="history" title={t('acts.none')} />
      ) : (
        <ol className="record-list act-list">
          {rows.map((act) => (
            <Act key={act.id} act={act} busy={restore.busy} onUndo={() => void undo(act.id)} />
          ))}
        </ol>
      )}
      {total > rows.length && (
        <div className="row-of">
          <Button small busy={acts.isFetching} onPress={() => setSize(Math.min(size + 100, 500))}>
            {t('acts.more')}
          </Button>
        </div>
      )}
    </Sheet>
  );
}

function Act({ act, busy, onUndo }: { act: ActRow; busy: boolean; onUndo: () => void }) {
  const { t } = useTranslation('register');
  const formats = useFormats();
  const words = useLineWords();
  const typeName = useTypeName();
  const { asked, before, after } = act;
  return (
    <li>
      <span className="record-title">
        {t('acts.line', {
          kind: t(`acts.kinds.${act.kind}`),
          ...{ employer: act.employerName, type: typeName(act.dossierType) },
        })}
      </span>
      <span className="quiet-text">
        {formats.moment(act.at)}, {act.actor}
      </span>
      {act.restorable && (
        <Button small icon="undo" busy={busy} onPress={onUndo}>
          {t('acts.undo')}
          <span className="only-read-aloud">: {formats.moment(act.at)}</span>
        </Button>
      )}
      {asked.newInsz !== undefined && asked.insz !== undefined && (
        <p className="number">
          {t('acts.moved', { old: formats.insz(asked.insz), insz: formats.insz(asked.newInsz) })}
        </p>
      )}
      <p>
        <span className="quiet-text">{t('acts.before')}</span>{' '}
        {before.length === 0 ? t('drawing.none') : words.lines(before)}
        <br />
        <span className="quiet-text">{t('acts.after')}</span>{' '}
        {after.length === 0 ? t('drawing.none') : words.lines(after)}
      </p>
    </li>
  );
}
