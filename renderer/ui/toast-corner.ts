// In which corner of the window a message lies, so that it covers neither a main act nor what has the focus.
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
