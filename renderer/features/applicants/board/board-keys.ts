// Where a key on a slip of the board leads, given the lanes as they stand.

/** One lane: how many slips it has, and the first of them that is in view. */
export type LaneExtent = { total: number; first: number };
export type Place = { lane: number; index: number };

/** Slips that a page key passes over. */
const pageStep = 10;

/** Up and down within a lane, left and right to the slip beside it in the next lane that has any. Null: the key leads nowhere. */
export function placeAfter(key: string, at: Place, lanes: readonly LaneExtent[]): Place | null {
  const here = lanes[at.lane];
  if (here === undefined) return null;
  const within = (index: number): Place | null => {
    const next = Math.min(Math.max(index, 0), here.total - 1);
    return next === at.index || here.total === 0 ? null : { lane: at.lane, index: next };
  };
  switch (key) {
    case 'ArrowDown':
      return within(at.index + 1);
    case 'ArrowUp':
      return within(at.index - 1);
    case 'PageDown':
      return within(at.index + pageStep);
    case 'PageUp':
      return within(at.index - pageStep);
    case 'Home':
      return within(0);
    case 'End':
      return within(here.total - 1);
    case 'ArrowRight':
      return beside(at, lanes, 1);
    case 'ArrowLeft':
      return beside(at, lanes, -1);
    default:
      return null;
  }
}

function beside(at: Place, lanes: readonly LaneExtent[], step: 1 | -1): Place | null {
  const down = at.index - (lanes[at.lane]?.first ?? 0);
  for (let lane = at.lane + step; ; lane += step) {
    const next = lanes[lane];
    if (next === undefined) return null;
    if (next.total > 0) return { lane, index: Math.min(next.first + Math.max(down, 0), next.total - 1) };
  }
}
