// Keys of the room: Ctrl+Z and Ctrl+Y undo and redo, Ctrl+Enter submits, Delete removes. What is being typed goes first.
import { useEffect, useRef } from 'react';

type RoomKeys = {
  onUndo: () => void;
  onRedo: () => void;
  onSubmit: () => void;
  onDelete?: () => void;
  /** While a dialog is open its keys are its own. */
  off: boolean;
};

const typing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.matches('input:not([type="checkbox"], [type="radio"]), textarea, select');

export function useRoomKeys(keys: RoomKeys): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const { onUndo, onRedo, onSubmit, onDelete, off } = latest.current;
      if (off || event.altKey || document.querySelector('[role="dialog"]') !== null) return;
      const control = event.ctrlKey || event.metaKey;
      const key = event.key.toLowerCase();
      let act: (() => void) | undefined;
      if (control && key === 'enter') {
        // Leaving the field saves it before it is submitted.
        if (document.activeElement instanceof HTMLElement && typing(document.activeElement))
          document.activeElement.blur();
        act = onSubmit;
      } else if (typing(event.target)) return;
      else if (control && key === 'z') act = event.shiftKey ? onRedo : onUndo;
      else if (control && key === 'y') act = onRedo;
      else if (!control && key === 'delete') act = onDelete;
      if (act === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      act();
    };
    // Before the button that has the focus hears it: Enter with Ctrl would press that one instead.
    document.addEventListener('keydown', onKey, true);
    return () => document.removeEventListener('keydown', onKey, true);
  }, []);
}
