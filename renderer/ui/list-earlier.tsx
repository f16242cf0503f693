// Imports of before: one that was left halfway can go on, one that is done can be undone.
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure, Result } from '../../preload/contract/result.ts';
import { useFormats } from '../i18n/formats.ts';
import { Button } from './button.tsx';
import { FailureNote } from './failure.tsx';
import { Sheet } from './sheet.tsx';

const shownAtOnce = 5;

export type EarlierList = {
  id: string;
  name: string;
  state: 'staged' | 'done' | 'undone' | 'cutOff';
  stagedAt: string;
  doneAt: string | null;
  undoneAt: string | null;
  cutOffAt?: string | null;
};

type ListEarlierProps<L extends EarlierList> = {
  rows: readonly L[];
  /** For whom it is, beside its name. */
  whose?: (list: L) => string;
  /** What came of one that is done. */
  counts: (list: L) => string;
  onResume: (list: L) => void;
  onForget: (id: string) => Promise<Result<unknown>>;
  undo: (list: L) => ReactNode;
};

export function ListEarlier<L extends EarlierList>({ rows, ...acts }: ListEarlierProps<L>) {
  const { t } = useTranslation('lists');
  if (rows.length === 0) return null;
  return (
    <Sheet title={t('earlier.title')} flush>
      <ul className="import-earlier">
        {rows.slice(0, shownAtOnce).map((list) => (
          <li key={list.id}>
            <Earlier list={list} {...acts} />
          </li>
        ))}
      </ul>
    </Sheet>
  );
}

type EarlierProps<L extends EarlierList> = Omit<ListEarlierProps<L>, 'rows'> & { list: L };

function Earlier<L extends EarlierList>({ list, whose, counts, onResume, onForget, undo }: EarlierProps<L>) {
  const { t } = useTranslation('lists');
  const formats = useFormats();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const { name, state } = list;
  const moment = formats.moment(list.undoneAt ?? list.doneAt ?? list.cutOffAt ?? list.stagedAt);
  const forget = async (): Promise<void> => {
    setBusy(true);
    const forgotten = await onForget(list.id);
    setBusy(false);
    setFailure(forgotten.ok ? null : forgotten.failure);
  };
  return (
    <>
      <div>
        <strong className="address">{name}</strong> {whose !== undefined && <span>{whose(list)}</span>}
        <div className="quiet-text">
          {t(`earlier.${state}`, { moment })}
          {state === 'done' && <> – {counts(list)}</>}
        </div>
        <FailureNote failure={failure} />
      </div>
      <div className="row-of">
        {state === 'staged' && (
          <Button small onPress={() => onResume(list)}>
            {t('earlier.resume')}
            <span className="only-read-aloud"> {name}</span>
          </Button>
        )}
        {(state === 'staged' || state === 'cutOff') && (
          <Button small busy={busy} onPress={() => void forget()}>
            {t('earlier.forget')}
            <span className="only-read-aloud"> {name}</span>
          </Button>
        )}
        {state === 'done' && undo(list)}
      </div>
    </>
  );
}
