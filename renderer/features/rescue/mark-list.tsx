// The worker-years to be looked up by hand: each with how it was left, and a place to take in its file.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RescueYear } from '../../../preload/contract/rescue-values.ts';
import { useAct, useCall } from '../../calls.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorState, FailureNote } from '../../ui/failure.tsx';
import { Empty, Loading } from '../../ui/states.tsx';
import { TakeFile } from './take-file.tsx';
import './rescue.css';
import { YearPager, yearsOfPage } from './year-pager.tsx';

const marks: RescueYear['manual'][] = ['open', 'saved', 'nothing'];

type MarkListProps = { employerId: string; manual: { done: number; total: number } };

export function MarkList({ employerId, manual }: MarkListProps) {
  const { t } = useTranslation('rescue');
  const [show, setShow] = useState<'all' | 'toDo'>('all');
  const [page, setPage] = useState(1);
  const mark = useAct('rescue.mark');
  const found = useCall(
    'rescue.years',
    { employerId, show, page, pageSize: yearsOfPage },
    { keepPrevious: true },
  );
  if (found.data === undefined)
    return found.error === null ? (
      <Loading lines={6} />
    ) : (
      <ErrorState failure={found.error} onAgain={() => void found.refetch()} />
    );
  return (
    <section className="sheet rescue-sheet" aria-label={t('years.label')}>
      {/* biome-ignore lint/a11y/useSemanticElements: buttons that choose a view, not a set of fields */}
      <div className="filters" role="group" aria-label={t('years.filter')}>
        {(['all', 'toDo'] as const).map((one) => (
          <Button
            key={one}
            small
            pressed={show === one}
            onPress={() => {
              setShow(one);
              setPage(1);
            }}
          >
            {t(`show.${one}`)}
          </Button>
        ))}
        <span className="at-end" role="status">
          {t('byHand.progress', manual)}
        </span>
      </div>
      {found.data.total === 0 ? (
        <Empty icon="check-ring" title={t('years.empty')} slim />
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by keyboard too
        <section className="grid-scroll" tabIndex={0} aria-label={t('years.table')}>
          <table className="grid">
            <thead>
              <tr>
                <th scope="col">{t('years.worker')}</th>
                <th scope="col">{t('years.year')}</th>
                <th scope="col">{t('byHand.stepDone')}</th>
                <th scope="col">{t('byHand.file')}</th>
              </tr>
            </thead>
            <tbody>
              {found.data.rows.map((row) => {
                const about = { worker: row.workerName, year: String(row.year) };
                return (
                  <tr key={row.id}>
                    <th scope="row">{row.workerName}</th>
                    <td>{row.year}</td>
                    <td>
                      <select
                        className="input select small"
                        aria-label={t('byHand.markOf', about)}
                        value={row.manual}
                        onChange={(event) =>
                          void mark.run({
                            yearIds: [row.id],
                            manual: event.target.value as RescueYear['manual'],
                          })
                        }
                      >
                        {marks.map((one) => (
                          <option key={one} value={one}>
                            {t(`byHand.mark.${one}`)}
                          </option>
                        ))}
                      </select>
                    </td>
                    <td>
                      <TakeFile employerId={employerId} yearId={row.id} about={t('byHand.forYear', about)} />
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </section>
      )}
      <FailureNote failure={mark.failure} />
      {found.data.total > 0 && <YearPager page={page} total={found.data.total} onPage={setPage} />}
    </section>
  );
}
