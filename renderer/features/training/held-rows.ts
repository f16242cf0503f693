// A page of rows of many lists that stays under the hands of whoever puts them right, though it is read anew.
import type { TrainingImportRow } from '../../../preload/contract/training-import.ts';
import type { TrainingListRow } from '../../../preload/contract/training-lists.ts';

export type HeldRow = {
  /** As it was when the page was opened: its cells stay open for a second thought. */
  shown: TrainingListRow;
  now: TrainingImportRow;
  /** Somebody was in this very row: what was typed there may be judged only now. */
  touched: boolean;
};

export const isRow = (one: TrainingListRow, other: TrainingListRow): boolean =>
  one.importId === other.importId && one.number === other.number;

/**
 * The rows that need somebody now, and those in which somebody was on the same page: in order or not, they stay until
 * the page is turned. `ids`: the lists in their order.
 */
export function readAnew(
  held: readonly HeldRow[],
  found: readonly TrainingListRow[],
  ids: readonly string[],
): HeldRow[] {
  const touched = held.filter((one) => one.touched);
  const anew = found
    .filter((row) => !touched.some(({ shown }) => isRow(shown, row)))
    .map((row) => ({ shown: row, now: row, touched: false }));
  const stay = touched.map((one) => ({
    ...one,
    now: found.find((row) => isRow(one.shown, row)) ?? one.now,
  }));
  return [...anew, ...stay].toSorted(
    ({ shown: one }, { shown: other }) =>
      ids.indexOf(one.importId) - ids.indexOf(other.importId) || one.number - other.number,
  );
}
