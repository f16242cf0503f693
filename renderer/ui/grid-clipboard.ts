// Copies the chosen rows of a grid for a spreadsheet, also those that were never loaded: they are fetched first, and copied then.
import { type ClipboardEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { GridColumn, GridProps } from './grid-columns.ts';
import { toTabbedText } from './grid-copy.ts';
import { countChosen, isChosen } from './grid-selection.ts';
import { useToast } from './toast.tsx';

/** Rows of one copy: what a spreadsheet takes without complaint, and main reads in ten questions. */
export const mostCopied = 5_000;

type Copied<Row> = Pick<GridProps<Row>, 'rows' | 'rowId' | 'selection'> & {
  columns: readonly GridColumn<Row>[];
  /** The row that has the focus: copied where nothing is chosen. */
  focused: number;
};

export function useGridCopy<Row>({ rows, rowId, selection, columns, focused }: Copied<Row>) {
  const { t } = useTranslation('shell');
  const toast = useToast();
  const fetched = useRef<Row[] | null>(null);
  const count = selection === undefined ? 0 : countChosen(selection, rows.total);
  const chosen = (row: Row): boolean => selection !== undefined && isChosen(selection, rowId(row));
  const here = (): Row[] => {
    const found: Row[] = [];
    const [from, to] = count > 0 ? [0, rows.total - 1] : [focused, focused];
    for (let index = from; index <= to; index++) {
      const row = rows.row(index);
      if (row !== undefined && (count === 0 || chosen(row))) found.push(row);
    }
    return found;
  };
  const fetchAll = async (): Promise<void> => {
    const all = await rows.all(mostCopied);
    if (all === null) return toast({ text: t('grid.notCopied', { count: mostCopied }), tone: 'bad' });
    fetched.current = all.filter(chosen);
    // Copies once more, now with all rows at hand.
    const done = document.execCommand('copy');
    fetched.current = null;
    if (!done) toast({ text: t('grid.notCopied', { count: mostCopied }), tone: 'bad' });
  };
  return (event: ClipboardEvent): void => {
    if (fetched.current === null && window.getSelection()?.isCollapsed === false) return;
    const found = fetched.current ?? here();
    if (fetched.current === null && found.length < count) {
      event.preventDefault();
      void fetchAll();
      return;
    }
    if (found.length === 0) return;
    event.preventDefault();
    event.clipboardData.setData(
      'text/plain',
      toTabbedText([
        columns.map((column) => column.header),
        ...found.map((row) => columns.map((column) => column.text(row))),
      ]),
    );
    toast({ text: t('grid.copied', { count: found.length }) });
  };
}
