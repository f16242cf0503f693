// Keeps a message out of the way while the page under it is scrolled, changed or made smaller.
import { type RefObject, useLayoutEffect, useState } from 'react';
import { type Corner, leastCovering } from './toast-corner.ts';

/** Looks at the page as it stands. */
function freeCorner(pile: HTMLElement | null, now: Corner): Corner {
  if (pile === null) return now;
  const { width, height } = pile.getBoundingClientRect();
  const inTheWay = [...document.querySelectorAll('.button.primary, :focus:not(main, h1, body)')].filter(
    (element) => !pile.contains(element),
  );
  const view = { width: document.documentElement.clientWidth, height: window.innerHeight };
  const boxes = inTheWay.map((element) => element.getBoundingClientRect());
  return leastCovering({ width, height }, view, 16, boxes, now);
}

/** The corner for what is shown now; followed while the page is scrolled or gets another size. */
export function useFreeCorner(pile: RefObject<HTMLElement | null>, shown: readonly unknown[]): Corner {
  const [corner, setCorner] = useState<Corner>('bottomEnd');
  useLayoutEffect(() => {
    if (shown.length === 0) {
      setCorner('bottomEnd');
      return undefined;
    }
    const place = (): void => setCorner((now) => freeCorner(pile.current, now));
    place();
    // What an act changes on the page comes later than its message.
    const changes = new MutationObserver(place);
    const page = document.getElementById('content');
    if (page !== null) changes.observe(page, { childList: true, subtree: true });
    window.addEventListener('scroll', place, { passive: true, capture: true });
    window.addEventListener('resize', place);
    return () => {
      changes.disconnect();
      window.removeEventListener('scroll', place, { capture: true });
      window.removeEventListener('resize', place);
    };
  }, [pile, shown]);
  return corner;
}
