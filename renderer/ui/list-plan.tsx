// What becomes of each row of a list, by outcome and page by page.
import type { UseQueryResult } from '@tanstack/react-query';
import { type ReactNode, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../preload/contract/result.ts';
import { Button } from './button.tsx';
import { ErrorState } from './failure.tsx';
import { ListPager } from './list-pager.tsx';
import { Loading } from './states.tsx';

export type PlanView<V extends string> = { show: V | 'all'; page: number };

type PlanColumn<R> = { header: string; cell: (row: R) => ReactNode; quiet?: boolean; names?: boolean };

type ListPlanProps<V extends string, R> = {
  outcomes: readonly { id: V; label: string; rows: number }[];
  /** Of all rows. */
  total: number;
  found: UseQueryResult<{ rows: R[]; total: number }, Failure>;
  view: PlanView<V>;
  onView: (view: PlanView<V>) => void;
  columns: readonly PlanColumn<R>[];
};

export function ListPlan<V extends string, R extends { number: number }>(props: ListPlanProps<V, R>) {
  const { outcomes, total, found, view, onView, columns } = props;
  const { t } = useTranslation('lists');
  const rows = useRef<HTMLElement>(null);
  const views = [
    { id: 'all' as const, label: t('check.all'), rows: total },
    ...outcomes.filter((one) => one.rows > 0),
  ];
  return (
    <div className="sheet import-sheet">
      {/* biome-ignore lint/a11y/useSemanticElements: buttons that choose a view, not a set of fields */}
      <div className="filters" role="group" aria-label={t('check.filter')}>
        {views.map((one) => (
          <Button
            key={one.id}
            small
            pressed={view.show === one.id}
            onPress={() => onView({ show: one.id, page: 1 })}
          >
            {one.label} <span className="count">{one.rows}</span>
          </Button>
        ))}
      </div>
      {found.data === undefined ? (
        found.error === null ? (
          <Loading />
        ) : (
          <ErrorState failure={found.error} onAgain={() => void found.refetch()} />
        )
      ) : found.data.rows.length === 0 ? (
        <p className="quiet-sheet-text">{t('check.noRows')}</p>
      ) : (
        <>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by keyboard too */}
          <section className="grid-scroll" tabIndex={0} aria-label={t('check.rows')} ref={rows}>
            <table className="grid import-plan">
              <thead>
                <tr>
                  {columns.map(({ header }) => (
                    <th key={header} scope="col">
                      {header}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {found.data.rows.map((row) => (
                  <tr key={row.number}>
                    {columns.map(({ header, cell, quiet = false, names = false }) =>
                      names ? (
                        <th key={header} scope="row">
                          {cell(row)}
                        </th>
                      ) : (
                        <td key={header} className={quiet ? 'quiet-text' : undefined}>
                          {cell(row)}
                        </td>
                      ),
                    )}
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
          <ListPager
            page={view.page}
            total={found.data.total}
            onPage={(page) => {
              onView({ ...view, page });
              rows.current?.focus();
            }}
          />
        </>
      )}
    </div>
  );
}
