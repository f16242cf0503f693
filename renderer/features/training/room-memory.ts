// What the room remembers while the app is open: filters, what is chosen, the row in hand. Nothing of it is written.
import { useSyncExternalStore } from 'react';
import type { Training } from '../../../preload/contract/training.ts';
import { forgetElsewhere } from '../../elsewhere.ts';
import type { GridSort } from '../../ui/grid-columns.ts';
import { type GridSelection, nothingChosen } from '../../ui/grid-selection.ts';

export type RoomMemory = {
  text: string;
  states: Training['state'][];
  startFrom: string | null;
  startTo: string | null;
  /** Null: the year of the business date. */
  year: number | null;
  sort: GridSort;
  chosen: GridSelection;
  /** The row in hand: its worker stands in the panel. */
  openRow: Training | null;
  /** Trainings that are edited as one. */
  together: string[];
  /** The training of which a new one is a copy. */
  copyOf: string | null;
  /** Rows pasted from a spreadsheet, on their way to be read. */
  pasted: string;
  /** Workers that a new training starts with. */
  forWorkers: string[];
};

const nothing: RoomMemory = {
  text: '',
  states: [],
  startFrom: null,
  startTo: null,
  year: null,
  sort: { column: 'worker', descending: false },
  chosen: nothingChosen,
  openRow: null,
  together: [],
  copyOf: null,
  pasted: '',
  forWorkers: [],
};
let memory = nothing;
const watchers = new Set<() => void>();

export function remember(change: Partial<RoomMemory>): void {
  memory = { ...memory, ...change };
  for (const watcher of watchers) watcher();
}

const watch = (watcher: () => void): (() => void) => {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
};

/** As it stands. */
export const roomMemory = (): RoomMemory => memory;
forgetElsewhere(() => remember(nothing));

export const useRoomMemory = (): RoomMemory => useSyncExternalStore(watch, roomMemory);
