// The quarters of a year on the table of completeness.
import type { CompletenessRow } from '../../../preload/contract/training-overviews.ts';

export const quarters = [1, 2, 3, 4] as const;

/** `2025`, 2 gives `2025-04-01`. */
export const firstDay = (year: number, quarter: number): string =>
  `${year}-${String(quarter * 3 - 2).padStart(2, '0')}-01`;

/** As main adds them up for the order: the chosen quarter, else those that have begun. */
export function missingOf(row: CompletenessRow, year: number, today: string, chosen: number | null): number {
  return quarters
    .filter((quarter) => (chosen === null ? firstDay(year, quarter) <= today : quarter === chosen))
    .reduce((sum, quarter) => sum + (row.quarters[quarter - 1]?.missing ?? 0), 0);
}
