// The message that lies on the workbench: kept for as long as the window is there, in memory only, as it holds data of persons.
import { useSyncExternalStore } from 'react';
import { forgetElsewhere } from '../../../elsewhere.ts';

let message = '';
const watchers = new Set<() => void>();

export function putOnBench(text: string): void {
  message = text;
  for (const watcher of watchers) watcher();
}

// Another environment has other persons.
forgetElsewhere(() => putOnBench(''));

const watch = (watcher: () => void): (() => void) => {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
};

export const useBenchMessage = (): string => useSyncExternalStore(watch, () => message);
