// Which rows of a grid are chosen, also when most of 100,000 are not loaded: "these", or "all but these".
export type GridSelection = { all: boolean; ids: ReadonlySet<string> };

export const nothingChosen: GridSelection = { all: false, ids: new Set() };
export const everythingChosen: GridSelection = { all: true, ids: new Set() };

export const isChosen = (selection: GridSelection, id: string): boolean =>
  selection.ids.has(id) !== selection.all;

export function toggleChosen(selection: GridSelection, id: string): GridSelection {
  const ids = new Set(selection.ids);
  if (!ids.delete(id)) ids.add(id);
  return { all: selection.all, ids };
}

/** Sets several rows at once to chosen or not: a range with Shift. */
export function setChosen(selection: GridSelection, rows: Iterable<string>, chosen: boolean): GridSelection {
  const ids = new Set(selection.ids);
  for (const id of rows) {
    if (chosen === selection.all) ids.delete(id);
    else ids.add(id);
  }
  return { all: selection.all, ids };
}

export const countChosen = (selection: GridSelection, total: number): number =>
  selection.all ? Math.max(0, total - selection.ids.size) : selection.ids.size;
