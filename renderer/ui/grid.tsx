// The data table: any number of rows, only those in view are drawn. Wholly usable by keyboard.
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { ErrorState } from './failure.tsx';
import { GridBody } from './grid-body.tsx';
import { useGridCopy } from './grid-clipboard.ts';
import { ColumnChooser } from './grid-column-chooser.tsx';
import type { GridProps } from './grid-columns.ts';
import { GridHead } from './grid-head.tsx';
import { type GridPlace, movePlace } from './grid-keys.ts';
import { countChosen, everythingChosen, nothingChosen, setChosen, toggleChosen } from './grid-selection.ts';
import { useHiddenColumns } from './hidden-columns.ts';
import { Loading } from './states.tsx';

const rootSize = (): number => Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;

export function Grid<Row>(props: GridProps<Row>) {
  const { label, rows, selection, onSelect, onOpen, rowId } = props;
  const scroll = useRef<HTMLDivElement>(null);
  const body = useRef<HTMLTableElement>(null);
  const [hidden, setHidden] = useHiddenColumns(props.keep, props.columns);
  const [place, setPlace] = useState<GridPlace>({ row: 0, column: 0 });
  // Where a key goes: an effect of an earlier drawing may still run after the key and before its own.
  const goal = useRef<GridPlace | null>(null);
  const anchor = useRef<number | null>(null);
  const columns = props.columns.filter((column) => !hidden.has(column.id));
  const choosable = selection !== undefined && onSelect !== undefined;
  const columnCount = columns.length + (choosable ? 1 : 0);

  const virtualizer = useVirtualizer({
    count: rows.total,
    getScrollElement: () => scroll.current,
    estimateSize: () => rootSize() * 2,
    overscan: 12,
    measureElement: (element) => {
      const next = element.nextElementSibling;
      const why = next instanceof HTMLElement && next.classList.contains('why') ? next.offsetHeight : 0;
      return (element as HTMLElement).offsetHeight + why;
    },
  });
  const items = virtualizer.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;
  const { need } = rows;
  useEffect(() => need(first, last), [need, first, last]);
  useEffect(() => {
    if (goal.current === null) return;
    const { row, column } = goal.current;
    const cell = body.current?.querySelector<HTMLElement>(`[data-place="${row}-${column}"]`);
    if (cell === null || cell === undefined) return;
    goal.current = null;
    cell.focus({ preventScroll: true });
  });

  const choose = (index: number, range: boolean): void => {
    const row = rows.row(index);
    if (!choosable || row === undefined) return;
    const id = rowId(row);
    if (range && anchor.current !== null) {
      const [from, to] = [Math.min(anchor.current, index), Math.max(anchor.current, index)];
      const ids: string[] = [];
      for (let at = from; at <= to; at++) {
        const between = rows.row(at);
        if (between !== undefined) ids.push(rowId(between));
      }
      onSelect(setChosen(selection, ids, true));
    } else onSelect(toggleChosen(selection, id));
    anchor.current = index;
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    const target = event.target as HTMLElement;
    const cell = target.closest<HTMLElement>('[data-place]');
    if (cell === null) return;
    const inCell = target !== cell && !(target instanceof HTMLInputElement && target.type === 'checkbox');
    // Ctrl+A on a link in a cell is meant for the rows; in a field it is meant for what is typed.
    const typing = inCell && target.matches('input, textarea, select');
    const next = movePlace(place, event.key, event.ctrlKey || event.metaKey, rows.total, columnCount);
    if (next !== null && !typing) {
      event.preventDefault();
      goal.current = next;
      setPlace(next);
      virtualizer.scrollToIndex(next.row);
    } else if (event.key === ' ' && !inCell && choosable) {
      event.preventDefault();
      choose(place.row, event.shiftKey);
    } else if (event.key.toLowerCase() === 'a' && (event.ctrlKey || event.metaKey) && choosable && !typing) {
      event.preventDefault();
      onSelect(countChosen(selection, rows.total) === rows.total ? nothingChosen : everythingChosen);
    } else if (event.key.toLowerCase() === 'd' && event.ctrlKey && props.onFill !== undefined && !typing) {
      event.preventDefault();
      const column = columns[place.column - (choosable ? 1 : 0)];
      const row = rows.row(place.row);
      if (column !== undefined && row !== undefined) props.onFill(column, row);
    } else if (event.key === 'Enter' && !inCell) {
      const row = rows.row(place.row);
      if (row !== undefined) onOpen?.(row);
    }
  };

  const onCopy = useGridCopy({
    rows,
    rowId,
    columns,
    focused: place.row,
    ...(choosable ? { selection } : {}),
  });

  if (rows.failure !== null && rows.total === 0)
    return <ErrorState failure={rows.failure} onAgain={rows.again} />;
  const nothing = !rows.waiting && rows.total === 0;
  return (
    <>
      {(props.filters !== undefined || props.columns.some((column) => column.hidden)) && (
        <div className="filters">
          {props.filters}
          <ColumnChooser columns={props.columns} hidden={hidden} onChange={setHidden} />
        </div>
      )}
      {choosable && countChosen(selection, rows.total) > 0 && (
        <div className="bulk" role="status">
          {props.bulk}
        </div>
      )}
      {rows.waiting ? (
        <Loading lines={8} />
      ) : nothing ? (
        props.empty
      ) : (
        <div className="grid-scroll tall" ref={scroll}>
          <table
            className="grid"
            // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table with the keyboard of a grid
            role="grid"
            aria-label={label}
            aria-rowcount={rows.total + 1}
            aria-colcount={columnCount}
            aria-multiselectable={choosable ? true : undefined}
            ref={body}
            onKeyDown={onKeyDown}
            onCopy={onCopy}
          >
            <GridHead {...props} columns={columns} choosable={choosable} />
            <GridBody
              {...props}
              columns={columns}
              choosable={choosable}
              items={items}
              before={items[0]?.start ?? 0}
              after={virtualizer.getTotalSize() - (items.at(-1)?.end ?? 0)}
              place={place.row >= first && place.row <= last ? place : { row: first, column: place.column }}
              onPlace={setPlace}
              onChoose={choose}
              measure={virtualizer.measureElement}
            />
          </table>
        </div>
      )}
      {props.foot !== undefined && !nothing && <div className="grid-foot">{props.foot}</div>}
    </>
  );
}
