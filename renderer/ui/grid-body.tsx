// The rows of a grid that are in view, between two spacers that stand for the rest.
import type { VirtualItem } from '@tanstack/react-virtual';
import { Fragment, type Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { cellClass, type GridProps } from './grid-columns.ts';
import type { GridPlace } from './grid-keys.ts';
import { isChosen } from './grid-selection.ts';

type GridBodyProps<Row> = GridProps<Row> & {
  choosable: boolean;
  items: VirtualItem[];
  /** Height in pixels of the rows before and after those in view. */
  before: number;
  after: number;
  place: GridPlace;
  onPlace: (place: GridPlace) => void;
  onChoose: (index: number, range: boolean) => void;
  measure: Ref<HTMLTableRowElement>;
};

function Spacer({ size, columns }: { size: number; columns: number }) {
  if (size <= 0) return null;
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a spacer row holds nothing and takes no focus
    <tr aria-hidden="true" className="spacer">
      <td colSpan={columns} style={{ height: size }} />
    </tr>
  );
}

export function GridBody<Row>(props: GridBodyProps<Row>) {
  const { columns, choosable, items, before, after, rows, rowId, rowLabel, selection, place, onPlace } =
    props;
  const { t } = useTranslation('shell');
  const width = columns.length + (choosable ? 1 : 0);
  return (
    <tbody>
      <Spacer size={before} columns={width} />
      {items.map(({ index }) => {
        const row = rows.row(index);
        if (row === undefined) {
          return (
            <tr key={`waiting ${index}`} data-index={index} ref={props.measure} aria-rowindex={index + 2}>
              <td colSpan={width} className="grid-waiting">
                <span className="loading-line" />
              </td>
            </tr>
          );
        }
        const id = rowId(row);
        const chosen = selection !== undefined && isChosen(selection, id);
        const why = props.why?.(row) ?? null;
        const cellProps = (column: number) => ({
          'data-place': `${index}-${column}`,
          tabIndex: place.row === index && place.column === column ? 0 : -1,
          onFocus: () => {
            if (place.row !== index || place.column !== column) onPlace({ row: index, column });
          },
        });
        return (
          <Fragment key={id}>
            <tr
              data-index={index}
              ref={props.measure}
              aria-rowindex={index + 2}
              aria-selected={choosable ? chosen : undefined}
              className={props.openId === id ? 'open' : undefined}
              onDoubleClick={() => props.onOpen?.(row)}
            >
              {choosable && (
                <td {...cellProps(0)}>
                  <input
                    type="checkbox"
                    tabIndex={-1}
                    aria-label={t('grid.choose', { row: rowLabel(row) })}
                    checked={chosen}
                    onChange={() => undefined}
                    onClick={(event) => props.onChoose(index, event.shiftKey)}
                  />
                </td>
              )}
              {columns.map((column, at) => (
                <td key={column.id} className={cellClass(column)} {...cellProps(at + (choosable ? 1 : 0))}>
                  {column.cell(row)}
                </td>
              ))}
            </tr>
            {why !== null && (
              <tr className="why">
                {choosable && <td />}
                <td colSpan={columns.length}>{why}</td>
              </tr>
            )}
          </Fragment>
        );
      })}
      <Spacer size={after} columns={width} />
    </tbody>
  );
}
