// Keys that work on every page: Ctrl+K finds, `?` lists the keys, `g` and a letter goes to a room.
import { useEffect, useRef } from 'react';
import { allRooms } from './rooms.ts';

const typing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target.matches('input:not([type="checkbox"], [type="radio"]), textarea, select'));

type Shortcuts = { onFind: () => void; onHelp: () => void; go: (path: string) => void; off: boolean };

/** `off` while a dialog is open: its keys are its own. A `g` is forgotten after the next key. */
export function useShortcuts({ onFind, onHelp, go, off }: Shortcuts): void {
  const waitingForRoom = useRef(false);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey)) {
        event.preventDefault();
        if (!off) onFind();
        return;
      }
      if (off || typing(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
      const room = waitingForRoom.current ? allRooms.find((one) => one.key === event.key) : undefined;
      waitingForRoom.current = event.key === 'g';
      if (room !== undefined) {
        event.preventDefault();
        go(room.path);
      } else if (event.key === '?') {
        event.preventDefault();
        onHelp();
      }
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [onFind, onHelp, go, off]);
}
