// In which corner of the window a message lies, so that it covers neither a main act nor what has the focus.
import { type RefObject, useLayoutEffect, useState } from 'react';

export const corners = ['bottomEnd', 'topEnd', 'bottomStart', 'topStart'] as const;
export type Corner = (typeof corners)[number];

type Box = { left: number; top: number; right: number; bottom: number };

const shared = (a: Box, b: Box): number =>
  Math.max(0, Math.min(a.right, b.right) - Math.max(a.left, b.left)) *
  Math.max(0, Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top));

/** The first corner in which a box of this size covers the least of the others, in pixels; `now` where it is as good. */
export function leastCovering(
  size: { width: number; height: number },
  window: { width: number; height: number },
  margin: number,
  others: readonly Box[],
  now: Corner,
): Corner {
  const covered = (corner: Corner): number => {
    const left = corner.endsWith('Start') ? margin : window.width - margin - size.width;
    const top = corner.startsWith('top') ? margin : window.height - margin - size.height;
    const box = { left, top, right: left + size.width, bottom: top + size.height };
    return others.reduce((sum, other) => sum + shared(box, other), 0);
  };
  let best = now;
  for (const corner of corners) if (covered(corner) < covered(best)) best = corner;
  return best;
}

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
