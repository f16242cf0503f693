// A look at a list before it is taken in: which column is what, whose each row is, and cells put right where they stand.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../../../preload/contract/index.ts';
import { useAct, useCall } from '../../calls.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorState, FailureNote } from '../../ui/failure.tsx';
import { Note } from '../../ui/note.tsx';
import { Empty, Loading } from '../../ui/states.tsx';
import { LookCell } from './look-cell.tsx';
import { LookColumns } from './look-columns.tsx';
import './rescue.css';
import { YearPager, yearsOfPage } from './year-pager.tsx';

type ListLookProps = {
  previewId: string;
  onTaken: (taken: CallOutput<'rescue.takePreview'>) => void;
  onClose: () => void;
};

export function ListLook({ previewId, onTaken, onClose }: ListLookProps) {
  const { t } = useTranslation('rescue');
  const [show, setShow] = useState<'all' | 'problems'>('all');
  const [page, setPage] = useState(1);
  const take = useAct('rescue.takePreview');
  const drop = useAct('rescue.dropPreview');
  const looked = useCall(
    'rescue.preview',
    { previewId, show, page, pageSize: yearsOfPage },
    { keepPrevious: true },
  );
  const { data } = looked;
  const close = (): void => {
    void drop.run({ previewId });
    onClose();
  };
  const run = async (): Promise<void> => {
    const taken = await take.run({ previewId });
    if (taken.ok) onTaken(taken.value);
  };
  const mayTake = data !== undefined && data.missing === null && data.good > 0;
  return (
    <Dialog
      open
      wide
      firm
      onClose={close}
      title={t('look.title', { name: data?.name ?? '' })}
      acts={
        <>
          <Button onPress={close}>{t('look.leave')}</Button>
          {mayTake && (
            <Button primary busy={take.busy} onPress={() => void run()}>
              {t('look.take', { count: data.good })}
            </Button>
          )}
        </>
      }
    >
      {data === undefined ? (
        looked.error === null ? (
          <Loading lines={6} />
        ) : (
          <ErrorState failure={looked.error} onAgain={() => void looked.refetch()} />
        )
      ) : (
        <>
          <p>{t('look.what')}</p>
          {data.missing !== null && <Note tone="warn">{t(`look.missing.${data.missing}`)}</Note>}
          <LookColumns previewId={previewId} columns={data.columns} />
          <div className="filters">
            {(['all', 'problems'] as const).map((one) => (
              <Button
                key={one}
                small
                pressed={show === one}
                onPress={() => {
                  setShow(one);
                  setPage(1);
                }}
              >
                {t(`look.show.${one}`, { count: one === 'all' ? data.good + data.problems : data.problems })}
              </Button>
            ))}
          </div>
          {data.total === 0 ? (
            <Empty icon="check-ring" title={t('look.noProblems')} slim />
          ) : (
            <LookRows previewId={previewId} rows={data.rows} />
          )}
          {data.total > 0 && <YearPager page={page} total={data.total} onPage={setPage} />}
        </>
      )}
      <FailureNote failure={take.failure} />
    </Dialog>
  );
}

function LookRows({ previewId, rows }: { previewId: string; rows: CallOutput<'rescue.preview'>['rows'] }) {
  const { t } = useTranslation('rescue');
  const { t: list } = useTranslation('training-import');
  const fields = [...new Set(rows.flatMap(({ cells }) => cells.map(({ field }) => field)))];
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by keyboard too
    <section className="grid-scroll" tabIndex={0} aria-label={t('look.rows')}>
      <table className="grid rescue-look">
        <thead>
          <tr>
            <th scope="col">{t('look.line')}</th>
            <th scope="col">{t('look.whose')}</th>
            {fields.map((field) => (
              <th key={field} scope="col">
                {list(`fields.${field}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ line, reason, worker, year, cells }) => (
            <tr key={line}>
              <th scope="row">{line}</th>
              <td>
                {worker !== null && [worker, year].filter((part) => part !== null).join(', ')}
                {reason !== null && <span className="rescue-reason">{t(`byHand.reasons.${reason}`)}</span>}
              </td>
              {fields.map((field) => (
                <td key={field}>
                  <LookCell
                    previewId={previewId}
                    line={line}
                    field={field}
                    label={`${list(`fields.${field}`)}, ${t('byHand.line', { line, reason: worker ?? '' })}`}
                    text={cells.find((cell) => cell.field === field)?.text ?? ''}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
