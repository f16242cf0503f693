// The last answer stays in view until the next is there: rows that blink at each letter cannot be read.
import { useRef } from 'react';
import type { RowWindow } from '../../ui/row-window.ts';

/** `answered`: the rows are those of what is asked now. */
export function useSteadyRows<Row>(rows: RowWindow<Row>, answered: boolean): RowWindow<Row> {
  const shown = useRef<RowWindow<Row> | null>(null);
  if (answered || shown.current === null || rows.failure !== null) shown.current = rows;
  return shown.current;
}
