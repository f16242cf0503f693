// Keys of the registration point: a scanner's signs always land in the field, and nothing leads out of the mode.
import { type RefObject, useEffect } from 'react';

/** On Belgian keyboards AltGr writes signs such as @ and #; it is told as Ctrl and Alt. */
const held = (event: KeyboardEvent): boolean =>
  !event.getModifierState('AltGraph') && (event.ctrlKey || event.metaKey || event.altKey);
const letters = (event: KeyboardEvent): boolean => event.key.length === 1 && !held(event);
/** A person who needs larger letters may have them. */
const zooms = (event: KeyboardEvent): boolean => event.ctrlKey && ['+', '-', '=', '0'].includes(event.key);

type Keys = {
  field: RefObject<HTMLInputElement | null>;
  /** A dialog is open: its keys are its own. */
  off: boolean;
  onSign: (moment: number) => void;
  onEscape: () => void;
};

export function usePointKeys({ field, off, onSign, onEscape }: Keys): void {
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      if ((held(event) || /^F\d+$/.test(event.key)) && !zooms(event)) event.preventDefault();
      if (off) return;
      if (event.key === 'Escape') {
        event.preventDefault();
        onEscape();
      } else if (letters(event) && field.current !== null) {
        // The space bar presses the button that has the focus.
        if (document.activeElement !== field.current && event.key === ' ') return;
        field.current.focus();
        onSign(event.timeStamp);
      }
    };
    const noMenu = (event: Event): void => event.preventDefault();
    document.addEventListener('keydown', pressed);
    document.addEventListener('contextmenu', noMenu);
    return () => {
      document.removeEventListener('keydown', pressed);
      document.removeEventListener('contextmenu', noMenu);
    };
  }, [field, off, onSign, onEscape]);
}

/** Whatever had the focus went: the field has it again, or the heading where there is no field. */
export function useKeptFocus(off: boolean, goal: () => HTMLElement | null): void {
  useEffect(() => {
    if (off) return;
    let timer: ReturnType<typeof setTimeout>;
    const look = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        if (document.activeElement === null || document.activeElement === document.body) goal()?.focus();
      });
    };
    look();
    const watcher = new MutationObserver(look);
    watcher.observe(document.body, { childList: true, subtree: true });
    document.addEventListener('focusout', look);
    window.addEventListener('focus', look);
    return () => {
      clearTimeout(timer);
      watcher.disconnect();
      document.removeEventListener('focusout', look);
      window.removeEventListener('focus', look);
    };
  }, [off, goal]);
}
