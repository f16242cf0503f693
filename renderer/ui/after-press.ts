// Errors that appear when a field is left move the page. While a button is being pressed, that waits for its release:
// else the button slides away under the pointer and the press is lost.
import { useEffect, useState } from 'react';

let pressing = false;
const waiting = new Set<() => void>();

const release = (): void => {
  pressing = false;
  setTimeout(() => {
    for (const act of waiting) act();
    waiting.clear();
  }, 0);
};

document.addEventListener(
  'pointerdown',
  () => {
    pressing = true;
  },
  true,
);
document.addEventListener('pointerup', release, true);
document.addEventListener('pointercancel', release, true);

/** Runs at once, or after the press that is going on. */
export function afterPress(act: () => void): void {
  if (pressing) waiting.add(act);
  else act();
}

/** What to show: while a press is going on, what stood there when it began. */
export function useAfterPress<T>(value: T): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    if (!Object.is(value, settled)) afterPress(() => setSettled(value));
  }, [value, settled]);
  return pressing ? settled : value;
}
