// Where the keyboard goes in a grid: one cell is the tab stop, arrows move it. Pure, so that it can be tested.
export type GridPlace = { row: number; column: number };

const pageStep = 15;

/** The next place for a key, or null when the key is not for moving. Rows and columns count from 0. */
export function movePlace(
  place: GridPlace,
  key: string,
  withControl: boolean,
  rows: number,
  columns: number,
): GridPlace | null {
  const lastRow = Math.max(0, rows - 1);
  const lastColumn = Math.max(0, columns - 1);
  const to = (row: number, column: number): GridPlace => ({
    row: Math.min(lastRow, Math.max(0, row)),
    column: Math.min(lastColumn, Math.max(0, column)),
  });
  if (key === 'ArrowDown') return to(withControl ? lastRow : place.row + 1, place.column);
  if (key === 'ArrowUp') return to(withControl ? 0 : place.row - 1, place.column);
  if (key === 'ArrowRight') return to(place.row, place.column + 1);
  if (key === 'ArrowLeft') return to(place.row, place.column - 1);
  if (key === 'PageDown') return to(place.row + pageStep, place.column);
  if (key === 'PageUp') return to(place.row - pageStep, place.column);
  if (key === 'Home') return to(withControl ? 0 : place.row, 0);
  if (key === 'End') return to(withControl ? lastRow : place.row, lastColumn);
  return null;
}
