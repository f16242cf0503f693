// The head of a grid: choose all, and columns that sort.
import { useTranslation } from 'react-i18next';
import type { GridProps } from './grid-columns.ts';
import { countChosen, everythingChosen, nothingChosen } from './grid-selection.ts';
import { Icon } from './icon.tsx';

export function GridHead<Row>({
  columns,
  choosable,
  rows,
  selection,
  onSelect,
  sort,
  onSort,
}: GridProps<Row> & { choosable: boolean }) {
  const { t } = useTranslation('shell');
  const chosen = selection === undefined ? 0 : countChosen(selection, rows.total);
  const all = chosen > 0 && chosen === rows.total;
  return (
    <thead>
      <tr aria-rowindex={1}>
        {choosable && (
          <th scope="col">
            <input
              type="checkbox"
              aria-label={t('grid.chooseAll')}
              checked={all}
              ref={(box) => {
                if (box !== null) box.indeterminate = chosen > 0 && !all;
              }}
              onChange={() => onSelect?.(all ? nothingChosen : everythingChosen)}
            />
          </th>
        )}
        {columns.map((column) => {
          const sorted =
            sort?.column === column.id ? (sort.descending ? 'descending' : 'ascending') : undefined;
          return (
            <th
              key={column.id}
              scope="col"
              className={column.end ? 'end' : undefined}
              aria-sort={sorted ?? (column.sortable ? 'none' : undefined)}
            >
              {column.sortable && onSort !== undefined ? (
                <button
                  type="button"
                  className="sort"
                  onClick={() => onSort({ column: column.id, descending: sorted === 'ascending' })}
                >
                  {column.header}
                  {sorted !== undefined && <Icon name={sorted === 'descending' ? 'up' : 'down'} />}
                </button>
              ) : (
                column.header
              )}
            </th>
          );
        })}
      </tr>
    </thead>
  );
}
