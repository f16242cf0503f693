// The worker-years of a client, page by page, by how they stand or compare.
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallInput } from '../../../preload/contract/index.ts';
import { useCall } from '../../calls.ts';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { ErrorState } from '../../ui/failure.tsx';
import { Empty, Loading } from '../../ui/states.tsx';
import { OutcomeChip, outcomeIds, StateChip } from './rescue-words.tsx';
import './rescue.css';
import { YearPager, yearsOfPage } from './year-pager.tsx';

type Show = NonNullable<CallInput<'rescue.years'>['show']>;
const shows: Show[] = ['all', 'toDo', 'failed', 'onlyThere', 'differs', 'onlyHere', 'rights'];

type YearsSheetProps = { employerId: string; openId: string | null; onOpen: (id: string) => void };

export function YearsSheet({ employerId, openId, onOpen }: YearsSheetProps) {
  const { t } = useTranslation('rescue');
  const [show, setShow] = useState<Show>('all');
  const [page, setPage] = useState(1);
  const table = useRef<HTMLElement>(null);
  const found = useCall(
    'rescue.years',
    { employerId, show, page, pageSize: yearsOfPage },
    { keepPrevious: true },
  );
  return (
    <section className="sheet rescue-sheet" aria-label={t('years.label')}>
      {/* biome-ignore lint/a11y/useSemanticElements: buttons that choose a view, not a set of fields */}
      <div className="filters" role="group" aria-label={t('years.filter')}>
        {shows.map((one) => (
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
      </div>
      {found.data === undefined ? (
        found.error === null ? (
          <Loading lines={6} />
        ) : (
          <ErrorState failure={found.error} onAgain={() => void found.refetch()} />
        )
      ) : found.data.total === 0 ? (
        <Empty icon="file" title={t('years.empty')} slim>
          {show === 'all' ? t('years.emptyWhat') : undefined}
        </Empty>
      ) : (
        <>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by keyboard too */}
          <section className="grid-scroll" tabIndex={0} aria-label={t('years.table')} ref={table}>
            <table className="grid">
              <thead>
                <tr>
                  <th scope="col">{t('years.worker')}</th>
                  <th scope="col">{t('years.year')}</th>
                  <th scope="col">{t('years.state')}</th>
                  <th scope="col">{t('years.compare')}</th>
                </tr>
              </thead>
              <tbody>
                {found.data.rows.map((row) => (
                  <tr key={row.id} aria-current={row.id === openId ? 'true' : undefined}>
                    <th scope="row">
                      <button
                        type="button"
                        className="link"
                        aria-label={t('years.open', { worker: row.workerName, year: String(row.year) })}
                        onClick={() => onOpen(row.id)}
                      >
                        {row.workerName}
                      </button>{' '}
                      {row.workerId === null && <span className="quiet-text">{t('years.unknownHere')}</span>}
                    </th>
                    <td>{row.year}</td>
                    <td>
                      <StateChip state={row.state} />
                    </td>
                    <td>
                      <span className="row-of">
                        {outcomeIds
                          .filter((outcome) => row.tally[outcome] > 0)
                          .map((outcome) => (
                            <OutcomeChip key={outcome} outcome={outcome} count={row.tally[outcome]} />
                          ))}
                        {row.rightsDiffer === true && (
                          <Chip tone="warn" icon="warn">
                            {t('rights.chip')}
                          </Chip>
                        )}
                      </span>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
          <YearPager
            page={page}
            total={found.data.total}
            onPage={(next) => {
              setPage(next);
              table.current?.focus();
            }}
          />
        </>
      )}
    </section>
  );
}
