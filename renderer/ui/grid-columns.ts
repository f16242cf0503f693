// How a column of a grid is described, and what a grid is given.
import type { ReactNode } from 'react';
import type { GridSelection } from './grid-selection.ts';
import type { RowWindow } from './row-window.ts';

export type GridColumn<Row> = {
  id: string;
  header: string;
  cell: (row: Row) => ReactNode;
  /** The cell in plain words, for the clipboard. */
  text: (row: Row) => string;
  /** Figures: set at the end. */
  end?: boolean;
  /** An identifier: figures line up, never wraps. */
  number?: boolean;
  /** Takes the room that is left; what does not fit is cut with dots. */
  clip?: boolean;
  /** Quieter ink. */
  quiet?: boolean;
  sortable?: boolean;
  /** Left out until it is chosen in the column chooser. */
  hidden?: boolean;
};

export type GridSort = { column: string; descending: boolean };

export type GridProps<Row> = {
  label: string;
  /** Under which the choice of columns is remembered, such as `grid-register`. */
  keep?: string;
  columns: GridColumn<Row>[];
  rows: RowWindow<Row>;
  rowId: (row: Row) => string;
  /** Names a row when it is read aloud: "Choose <this>". */
  rowLabel: (row: Row) => string;
  selection?: GridSelection;
  onSelect?: (selection: GridSelection) => void;
  sort?: GridSort;
  onSort?: (sort: GridSort) => void;
  /** Why a row needs somebody: a line under it. */
  why?: (row: Row) => ReactNode | null;
  openId?: string | null;
  onOpen?: (row: Row) => void;
  /** Ctrl+D on a cell: the chosen rows are to get what stands in it. */
  onFill?: (column: GridColumn<Row>, from: Row) => void;
  /** Drawn when there are no rows. */
  empty: ReactNode;
  /** Filters above the head; the column chooser stands at their end. */
  filters?: ReactNode;
  /** Acts on what is chosen. */
  bulk?: ReactNode;
  foot?: ReactNode;
};

export const cellClass = <Row>(column: GridColumn<Row>): string =>
  [
    column.end && 'end',
    column.number && 'number',
    column.clip ? 'clip' : 'fixed',
    column.quiet && 'quiet-text',
  ]
    .filter(Boolean)
    .join(' ');
