// The request that somebody has in hand: the one made or opened last in this window, for as long as the window is there.
import { useSyncExternalStore } from 'react';
import { forgetElsewhere } from '../../../elsewhere.ts';

let inHand: string | null = null;
const watchers = new Set<() => void>();

/** Null: none any more. */
export function takeInHand(id: string | null): void {
  if (inHand === id) return;
  inHand = id;
  for (const watcher of watchers) watcher();
}

const watch = (watcher: () => void): (() => void) => {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
};

forgetElsewhere(() => takeInHand(null));

export const requestInHand = (): string | null => inHand;
export const useRequestInHand = (): string | null => useSyncExternalStore(watch, requestInHand);
