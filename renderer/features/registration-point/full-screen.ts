// The whole screen for the registration point. Where the window's program says no, it fills the window.
import { useEffect } from 'react';

export function takeScreen(): void {
  if (document.fullscreenElement === null)
    void document.documentElement.requestFullscreen({ navigationUI: 'hide' }).catch(() => {});
}

export function giveScreenBack(): void {
  if (document.fullscreenElement !== null) void document.exitFullscreen().catch(() => {});
}

/**
 * Takes the screen again at the next touch or key: after a start of the program nobody has touched it yet. `onLeft`: somebody
 * left it, as Escape does.
 */
export function useWholeScreen(off: boolean, onLeft: () => void): void {
  useEffect(() => {
    if (off) return;
    const touched = (event: Event): void => {
      if (!(event instanceof KeyboardEvent && event.key === 'Escape')) takeScreen();
    };
    const changed = (): void => {
      if (document.fullscreenElement === null) onLeft();
    };
    document.addEventListener('pointerup', touched);
    document.addEventListener('keydown', touched);
    document.addEventListener('fullscreenchange', changed);
    return () => {
      document.removeEventListener('pointerup', touched);
      document.removeEventListener('keydown', touched);
      document.removeEventListener('fullscreenchange', changed);
    };
  }, [off, onLeft]);
}
