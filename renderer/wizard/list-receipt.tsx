// After the import of a list: what happened, the refused rows to send back, and the way to undo it all.
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure, Result } from '../../preload/contract/result.ts';
import { useFormats } from '../i18n/formats.ts';
import { ErrorState } from '../ui/failure.tsx';
import { ListSave } from '../ui/list-save.tsx';
import { Sheet } from '../ui/sheet.tsx';
import { Loading } from '../ui/states.tsx';
import { Receipt } from './receipt.tsx';

type ListReceiptProps<L, F> = {
  shown: UseQueryResult<L, Failure>;
  what: (done: L) => string;
  next: string[];
  /** Rows that were not taken; the words say how many, and what to do. */
  refused: (done: L) => { count: number; title: string; what: string };
  forms: readonly { form: F; label: string }[];
  onSave: (form: F) => Promise<Result<{ name: string }>>;
  undo: (done: L) => ReactNode;
};

export function ListReceipt<L extends { doneAt: string | null }, F>(props: ListReceiptProps<L, F>) {
  const { shown, what, next, forms, onSave, undo } = props;
  const { t } = useTranslation('lists');
  const formats = useFormats();
  if (shown.data === undefined)
    return shown.error === null ? (
      <Loading />
    ) : (
      <ErrorState failure={shown.error} onAgain={() => void shown.refetch()} />
    );
  const done = shown.data;
  const refused = props.refused(done);
  return (
    <>
      <Receipt
        title={t('done.title')}
        {...(done.doneAt === null ? {} : { when: formats.moment(done.doneAt) })}
        what={what(done)}
        next={next}
      />
      {refused.count === 0 ? (
        <p className="quiet-text">{t('done.noneRefused')}</p>
      ) : (
        <Sheet title={refused.title} stacked>
          <p>{refused.what}</p>
          <ListSave forms={forms} onSave={onSave} />
        </Sheet>
      )}
      <div className="row-of">{undo(done)}</div>
    </>
  );
}
