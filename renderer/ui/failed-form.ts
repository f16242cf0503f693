// Whether a form on the page has failed its last submit: the window's title says so.
import { useEffect, useSyncExternalStore } from 'react';

let failing = 0;
const watchers = new Set<() => void>();

const change = (by: number): void => {
  failing += by;
  for (const watcher of watchers) watcher();
};

/** Counts a failed form for as long as its summary is shown. */
export function useMarkFailedForm(failed: boolean): void {
  useEffect(() => {
    if (!failed) return undefined;
    change(1);
    return () => change(-1);
  }, [failed]);
}

const watch = (watcher: () => void): (() => void) => {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
};

export const useFailedForm = (): boolean => useSyncExternalStore(watch, () => failing > 0);
